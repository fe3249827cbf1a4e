import {
  type CompletenessAnswer,
  type FractionView,
  type HeldView,
  type LegView,
  wholePercent,
} from '@yunsu/api';
import { type Language, say, type TextName } from '../words.ts';
import { plain, toTable } from './cells.ts';
import { holderText, placeText, quantityText, timeText } from './labels.ts';

const kindNames: Readonly<Record<LegView['kind'], TextName>> = {
  matched: 'legMatched',
  ended: 'legEnded',
  'shipment-without-receipt': 'gapShipment',
  'unknown-holder': 'gapHolder',
  'receipt-without-shipment': 'gapReceipt',
  'unexplained-removal': 'gapRemoval',
};

/** "72.7 % (80 ÷ 110 kg)", then a line for each term. */
function fractionLines(language: Language, name: TextName, fraction: FractionView): string[] {
  const { share, explained, total, uom, counted, terms } = fraction;
  const all =
    counted === 'amount' ? quantityText(language, total, uom) : say(language, 'legCount', { count: total });
  const head =
    share === undefined
      ? say(language, 'nothingToExplain')
      : `${wholePercent(share)} (${explained} ÷ ${all})`;
  return [
    `${say(language, name)}  ${plain(head)}`,
    ...toTable(
      terms.map((term) => [
        `  ${say(language, term.explained ? 'termExplained' : 'termOpen')}`,
        say(language, kindNames[term.kind]),
        term.uom === undefined ? '' : quantityText(language, term.quantity, term.uom),
        say(language, 'legCount', { count: term.legs }),
      ]),
      ['left', 'left', 'right', 'right'],
    ),
  ];
}

const handsText = (language: Language, { holder, place }: LegView['from']): string =>
  place.uri === undefined
    ? holderText(language, holder)
    : `${holderText(language, holder)} @ ${placeText(place)}`;

function legCells(language: Language, leg: LegView): string[] {
  const { kind, from, to, shipped, received, quantity, uom } = leg;
  const ends =
    kind === 'ended'
      ? handsText(language, from)
      : `${handsText(language, from)} → ${handsText(language, to)}`;
  return [
    timeText((received ?? shipped)?.time ?? ''),
    say(language, kindNames[kind]),
    quantity === undefined ? '' : quantityText(language, quantity, uom),
    ends,
  ];
}

const heldCells = (language: Language, held: HeldView): string[] => [
  handsText(language, held),
  held.quantity === undefined ? '' : quantityText(language, held.quantity, held.uom),
  say(language, held.silent ? 'silentFor' : 'lastWord', { days: held.silentDays, allowed: held.daysAllowed }),
];

/** The score with its terms, then what is open, then who holds what and since when nothing was heard. */
export function completenessText(language: Language, answer: CompletenessAnswer): string[] {
  const { score, legs, holders, truncated, asKnownAt } = answer;
  const open = legs.filter((leg) => leg.open);
  return [
    ...fractionLines(language, 'scoreOn', score.on),
    ...fractionLines(language, 'scoreBack', score.back),
    ...fractionLines(language, 'scoreBoth', score.both).slice(0, 1),
    ...(open.length === 0
      ? []
      : [
          '',
          say(language, 'openLegs'),
          ...toTable(
            open.map((leg) => legCells(language, leg)),
            ['left', 'left', 'right'],
          ),
        ]),
    ...(holders.length === 0
      ? []
      : [
          '',
          say(language, 'holders'),
          ...toTable(
            holders.map((one) => heldCells(language, one)),
            ['left', 'right'],
          ),
        ]),
    '',
    ...(truncated ? [say(language, 'truncated', { limit: plain(truncated.limit), max: truncated.max })] : []),
    say(language, 'knownAt', { time: timeText(asKnownAt.time) }),
  ];
}
