/** What is written in a box, line by line, and the flags that change how it looks. */
import { portionOf, shareText, sumText } from './amount-text.ts';
import type { Box } from './boxes.ts';
import type { PictureEnd, PictureNode } from './graph.ts';
import { cleanText } from './measure.ts';
import { type PictureWord, type SayWord, wordOr } from './words.ts';

/** Ends and gaps of different kinds that one box names. */
const REMARKS_MAX = 4;

export interface BoxText {
  readonly prefecture: string;
  /** How many nodes the box stands for, where it is more than one: "×548". */
  readonly count: string;
  readonly holder: string;
  readonly place: string;
  readonly product: string;
  readonly unit: string;
  readonly amount: string;
  readonly share: string;
  readonly portion: number | undefined;
  /** States in words: on the way, inferred. */
  readonly states: readonly string[];
  readonly gaps: readonly string[];
  readonly ends: readonly string[];
  readonly isRoot: boolean;
  /** True where all members are containers: what leads out of them was unpacked. */
  readonly isContainer: boolean;
  readonly inferred: boolean;
  /** True where the record breaks off or nobody knows who holds it. */
  readonly broken: boolean;
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** The one text of all members, or how many there are. */
function oneOrCount(texts: readonly string[], say: SayWord, many: PictureWord): string {
  const [first = '', ...others] = distinct(texts.map(cleanText));
  return others.length === 0 ? first : say(many, { count: others.length + 1 });
}

function productText({ members }: Box, say: SayWord): string {
  const products = distinct(
    members.flatMap(({ product }) => (product === undefined ? [] : cleanText(product))),
  );
  return products.length > 1 ? say('products', { count: products.length }) : (products[0] ?? '');
}

function unitText({ members }: Box, say: SayWord): string {
  const [first] = members;
  const units = distinct(members.map(({ unit }) => cleanText(unit)));
  const levels = distinct(members.map(({ level }) => wordOr(level, 'other')));
  const level = levels.length === 1 ? wordOr(levels[0]!, 'other') : 'other';
  // Without codes nobody can tell which members are one unit in several hands: each counts.
  const count = units.includes('') ? members.length : units.length;
  return count === 1
    ? `${say(wordOr(first!.level, 'other'))} ${units[0]}`.trim()
    : say(wordOr(`${level}Many`, 'otherMany'), { count });
}

function endTexts(members: readonly PictureNode[], say: SayWord): string[] {
  const byKind = new Map<string, PictureEnd[]>();
  for (const end of members.flatMap(({ ends }) => ends)) {
    const known = byKind.get(end.kind);
    if (known) known.push(end);
    else byKind.set(end.kind, [end]);
  }
  return [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, ends]) => `${say(wordOr(kind, 'ended'))} ${sumText(ends, say)}`.trim());
}

/** The words of one box. */
export function boxText(box: Box, root: string, say: SayWord): BoxText {
  const { members, rest } = box;
  const gaps = distinct(members.flatMap((node) => node.gaps)).map((kind) => say(wordOr(kind, 'gap')));
  const unknown = members.some(({ holderUnknown }) => holderUnknown);
  const inferred = members.some((node) => node.inferred);
  const isMany = members.length > 1;
  const holders = oneOrCount(
    members.map(({ holder, holderUnknown }) => (holderUnknown ? say('unknownHolder') : holder)),
    say,
    'holders',
  );
  const states = [
    ...(members.some(({ inTransit }) => inTransit) ? [say('inTransit')] : []),
    ...(inferred ? [say('inferred')] : []),
  ];
  const prefectures = distinct(members.map(({ prefecture = '' }) => cleanText(prefecture)));
  return {
    prefecture: prefectures.length === 1 ? prefectures[0]! : prefectures.filter(Boolean).join(' '),
    count: isMany ? `×${members.length}` : '',
    holder: rest ? say('rest', { count: members.length }) : holders,
    place: rest
      ? holders
      : oneOrCount(
          members.map(({ place = '' }) => place),
          say,
          'places',
        ),
    product: productText(box, say),
    unit: unitText(box, say),
    // What hangs together on one path must not be added up: the rest may hold the same goods twice.
    amount: rest ? '' : sumText(members, say),
    share: rest ? '' : shareText(members, say),
    portion: rest ? undefined : portionOf(members),
    states,
    gaps: gaps.slice(0, REMARKS_MAX),
    ends: rest ? [] : endTexts(members, say).slice(0, REMARKS_MAX),
    isContainer: members.every(({ level }) => level === 'container'),
    isRoot: members.some(({ id }) => id === root),
    inferred,
    broken: unknown || gaps.length > 0,
  };
}

/** The same as one sentence, for those who do not see the box. */
export const boxSentence = (text: BoxText, say: SayWord): string =>
  [
    text.isRoot ? say('root') : '',
    text.holder,
    text.place,
    text.prefecture,
    text.product,
    text.unit,
    text.amount,
    text.share,
    ...text.states,
    ...text.gaps,
    ...text.ends,
  ]
    .filter(Boolean)
    .join(say('comma'));
