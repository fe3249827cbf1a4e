import { type CompletenessAnswer, type FractionView, type LegView, wholePercent } from '@yunsu/api';
import { expect, test } from 'vitest';
import { completenessText } from './completeness-text.ts';

const hands = (name: string) => ({
  holder: { name, kind: 'company' as const, masked: false, uri: name },
  place: { name: '', masked: false },
});
const fraction = (
  terms: FractionView['terms'],
  explained: string,
  total: string,
  share: string,
): FractionView => ({
  explained,
  total,
  uom: 'KGM',
  counted: 'amount',
  share,
  terms,
});
const term = (kind: LegView['kind'], explained: boolean, quantity: string, legs: number) => ({
  kind,
  explained,
  quantity,
  uom: 'KGM',
  legs,
});
/** The worked example of docs/completeness.md. */
const answer: CompletenessAnswer = {
  uri: 'L1',
  asKnownAt: { number: '6', time: '2026-03-06T00:00:00Z' },
  score: {
    on: fraction(
      [
        term('matched', true, '50', 1),
        term('ended', true, '30', 1),
        term('shipment-without-receipt', false, '30', 2),
      ],
      '80',
      '110',
      '0.727272727272',
    ),
    back: fraction(
      [term('matched', true, '50', 1), term('receipt-without-shipment', false, '5', 1)],
      '50',
      '55',
      '0.90909090909',
    ),
    both: fraction([], '130', '165', '0.787878787878'),
  },
  legs: [
    {
      uri: 'L1',
      own: true,
      kind: 'shipment-without-receipt',
      open: true,
      from: hands('A'),
      to: hands('C'),
      shipped: { eventID: 'e3', time: '2026-03-03T00:00:00Z' },
      quantity: '20',
      uom: 'KGM',
    },
  ],
  legsCount: 1,
  holders: [
    {
      ...hands('A'),
      quantity: '20',
      uom: 'KGM',
      lastTime: '',
      silentDays: 99,
      daysAllowed: 90,
      silent: true,
    },
  ],
  holdersCount: 1,
  truncated: null,
};

test('the score stands with its working, what is open and who is silent', () => {
  expect(completenessText('en', answer)).toEqual([
    'One hop on  72.7 % (80 ÷ 110 kg)',
    '  explained  shipped and received      50 kg  legs: 1',
    '  explained  ended                     30 kg  legs: 1',
    '  open       shipped, no receipt seen  30 kg  legs: 2',
    'One hop back  90.9 % (50 ÷ 55 kg)',
    '  explained  shipped and received        50 kg  legs: 1',
    '  open       received, no shipment seen   5 kg  legs: 1',
    'Both  78.7 % (130 ÷ 165 kg)',
    '',
    'Open',
    '2026-03-03 08:00  shipped, no receipt seen  20 kg  A → C',
    '',
    'Holders',
    'A  20 kg  silent for 99 days (90 allowed)',
    '',
    expect.stringContaining('2026-03-06 08:00'),
  ]);
  expect(completenessText('zh', answer)[0]).toBe('向后一步  72.7 % (80 ÷ 110 千克)');
});

test('a share that is not whole never reads 100.0 %', () => {
  expect(['1', '0.999999999999', '0.05', '0', '0.5', '0.787'].map(wholePercent)).toEqual([
    '100.0 %',
    '99.9 %',
    '5.0 %',
    '0.0 %',
    '50.0 %',
    '78.7 %',
  ]);
});
