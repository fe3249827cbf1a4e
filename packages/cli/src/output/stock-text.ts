import {
  type PartyBalanceAnswer,
  type PartyLine,
  partyCameInKinds,
  partyWentOutKinds,
  type StockAnswer,
  type StockLine,
} from '@yunsu/api';
import { type Language, say } from '../words.ts';
import { plain, toTable } from './cells.ts';
import { holderText, labelOf, placeText, quantityText, timeText } from './labels.ts';

type Amount = Pick<StockAnswer['holders'][number], 'quantity' | 'quantityMax' | 'uom'>;

function amountText(language: Language, { quantity, quantityMax, uom }: Amount): string {
  if (quantity !== undefined) return quantityText(language, quantity, uom);
  return quantityMax === undefined
    ? ''
    : say(language, 'upTo', { text: quantityText(language, quantityMax, uom) });
}

const wordOf = (pair: readonly [string, string], language: Language): string =>
  pair[language === 'zh' ? 0 : 1];

/** Most eventIDs of a term that are printed; `--json` gives all that the server names. */
const EVENTS_SHOWN = 3;

/** "= 600 千克" and below it every term with its sign, its amount and its events. */
function balanceLines(language: Language, line: StockLine | PartyLine): string[] {
  const { uom, cameIn, wentOut, left, leftMax } = line;
  const term = (sign: string, word: string, of: PartyLine['cameIn' | 'wentOut'][number]) => [
    `  ${sign} ${word}`,
    of.quantity === undefined ? say(language, 'unmeasured') : quantityText(language, of.quantity, uom),
    [
      ...of.events.slice(0, EVENTS_SHOWN).map(({ eventID }) => eventID),
      ...(of.count > EVENTS_SHOWN ? [say(language, 'moreEvents', { count: of.count - EVENTS_SHOWN })] : []),
    ].join(' '),
  ];
  const rest: Amount = {
    ...(uom === undefined ? {} : { uom }),
    ...(left === undefined ? {} : { quantity: left }),
    ...(leftMax === undefined ? {} : { quantityMax: leftMax }),
  };
  return toTable(
    [
      ...cameIn.map((of) => term('+', wordOf(partyCameInKinds[of.kind], language), of)),
      ...wentOut.map((of) => term('−', wordOf(partyWentOutKinds[of.kind], language), of)),
      [`  = ${say(language, 'left')}`, amountText(language, rest) || say(language, 'unmeasured'), ''],
    ],
    ['left', 'right', 'left'],
  );
}

/** A stock for the eye: who has what where, then the balance that explains what is not there. */
export function stockText(language: Language, stock: StockAnswer): string[] {
  const holders = stock.holders.map((row) => [
    holderText(language, row.holder),
    placeText(row.place),
    row.inTransit ? say(language, 'inTransit') : '',
    amountText(language, row),
  ]);
  const { at, truncated, balance } = stock;
  return [
    [labelOf(stock.uri), stock.product, at === null ? undefined : timeText(at)]
      .flatMap((text) => (text === undefined ? [] : [plain(text)]))
      .join('  '),
    ...(holders.length === 0
      ? [say(language, 'nothingLeft')]
      : toTable(holders, ['left', 'left', 'left', 'right'])),
    ...(balance ?? []).flatMap((line) => ['', ...balanceLines(language, line)]),
    '',
    ...(truncated ? [say(language, 'truncated', { limit: plain(truncated.limit), max: truncated.max })] : []),
    say(language, 'knownAt', { time: timeText(stock.asKnownAt.time) }),
  ];
}

/** What a party had, got and gave for the eye; what it gave too much is said in a sentence. */
export function partyBalanceText(language: Language, answer: PartyBalanceAnswer): string[] {
  const { party, product, from, to, balance, truncated, asKnownAt } = answer;
  const lines = balance.flatMap((line) => [
    '',
    ...balanceLines(language, line),
    ...(line.excess === undefined
      ? []
      : [say(language, 'excess', { text: quantityText(language, line.excess, line.uom) })]),
  ]);
  return [
    plain(
      `${holderText(language, party)}  ${product.name ?? labelOf(product.uri)}  ${timeText(from)} – ${timeText(to)}`,
    ),
    ...(lines.length === 0 ? [say(language, 'nothingTraded')] : lines),
    '',
    ...(truncated ? [say(language, 'truncated', { limit: plain(truncated.limit), max: truncated.max })] : []),
    say(language, 'knownAt', { time: timeText(asKnownAt.time) }),
  ];
}
