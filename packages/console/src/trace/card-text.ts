import type { TraceEnd } from '@yunsu/api';
import { sumDecimals } from '../decimal.ts';
import { amountText, cardUnitText, holderText, placeText, quantityText, shareText } from '../format.ts';
import { endKinds, manyText, wordOf } from '../vocabulary.ts';
import type { Language, Say } from '../words.ts';
import type { Card } from './cards.ts';

/** What is written on a card. */
export interface CardText {
  readonly holder: string;
  readonly place: string;
  readonly unit: string;
  readonly product: string;
  readonly amount: string;
  readonly share: string;
  /** For the bar, where the share is known. */
  readonly portion: string | undefined;
}

const countOf = (texts: readonly string[]): number => new Set(texts).size;

/** The sum of equal units, exact; nothing where a member has no amount or another unit. */
function sumOf(members: Card['members']): { quantity: string; uom: string } | undefined {
  const [first] = members;
  const uom = first?.uom;
  if (uom === undefined || members.some((node) => node.uom !== uom || node.quantity === undefined))
    return undefined;
  const quantity = sumDecimals(members.map((node) => node.quantity ?? ''));
  return quantity === undefined ? undefined : { quantity, uom };
}

function oneText({ members }: Card, language: Language, t: Say): CardText | undefined {
  const [node] = members;
  if (members.length !== 1 || !node) return undefined;
  return {
    holder: holderText(node.holder, t),
    place: placeText(node.place, t),
    unit: cardUnitText(node.level, node.uri, language),
    product: node.product ?? '',
    amount: amountText(node, language, t),
    share: shareText(node, t),
    portion: node.share ?? node.shareMax,
  };
}

/** The words of a card of one node, or of many that were joined. */
export function toCardText(card: Card, language: Language, t: Say): CardText {
  const one = oneText(card, language, t);
  if (one) return one;
  const { members } = card;
  const holders = countOf(members.map(({ holder }) => holder.uri ?? holder.name));
  const places = countOf(members.map(({ place }) => place.uri ?? place.name));
  const [first] = members;
  const sum = sumOf(members);
  const shares = countOf(members.map(({ share }) => share ?? ''));
  const share = shares === 1 ? first?.share : undefined;
  return {
    holder: holders === 1 ? holderText(first?.holder ?? null, t) : t('groupOf', { count: holders }),
    place: places === 1 ? placeText(first?.place ?? null, t) : t('placesOf', { count: places }),
    unit: manyText(first?.level ?? 'other', members.length, language),
    product: first?.product ?? '',
    amount: sum ? quantityText(sum.quantity, sum.uom, language) : '',
    share: share === undefined ? '' : shareText({ share }, t),
    portion: share,
  };
}

/** Where the paths of a card end, summed by kind and unit: "售出 40 千克". */
export function endTexts({ members }: Card, language: Language): { kind: TraceEnd['kind']; text: string }[] {
  const groups = new Map<string, { kind: TraceEnd['kind']; uom: string; quantities: string[] }>();
  for (const { kind, uom, quantity } of members.flatMap(({ ends = [] }) => ends)) {
    const group = groups.get(kind + uom) ?? { kind, uom, quantities: [] };
    group.quantities.push(quantity);
    groups.set(kind + uom, group);
  }
  return [...groups.values()].map(({ kind, uom, quantities }) => {
    const sum = sumDecimals(quantities);
    const amount = sum === undefined ? '' : ` ${quantityText(sum, uom, language)}`;
    return { kind, text: `${wordOf(endKinds, kind, language)}${amount}` };
  });
}
