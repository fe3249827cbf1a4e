import { expect, test } from 'vitest';
import { sayIn } from '../words.ts';
import { daysSince, partsOf, questionOf } from './terms.ts';

const hands = (name: string) => ({
  holder: { name, kind: name === '' ? ('unknown' as const) : ('company' as const), masked: false },
  place: { name: '', masked: false },
});

test.each([
  ['shipment-without-receipt', 'A', 'B', 'B', 'askForReceipt'],
  ['shipment-without-receipt', 'A', '', 'A', 'askWhoTook'],
  ['unknown-holder', 'A', '', 'A', 'askWhoTook'],
  ['receipt-without-shipment', '', 'D', 'D', 'askWhoSent'],
  ['unexplained-removal', '', 'D', 'D', 'askWhereFrom'],
] as const)('%s from %s to %s is asked of %s', (kind, from, to, whom, question) => {
  const asked = questionOf({ kind, from: hands(from), to: hands(to) });
  expect([asked.hands.holder.name, asked.question]).toEqual([whom, question]);
});

test('a receiver on no register can be asked: the records have its code', () => {
  const unregistered = { ...hands(''), holder: { ...hands('').holder, uri: 'urn:yunsu:party:B' } };
  const { question } = questionOf({ kind: 'shipment-without-receipt', from: hands('A'), to: unregistered });
  expect(question).toBe('askForReceipt');
});

test('a day counts when its 24 hours are over, and none before it began', () => {
  const now = Date.parse('2026-03-03T00:00:00Z');
  expect(daysSince('2026-03-01T00:00:00Z', now)).toBe(2);
  expect(daysSince('2026-03-01T00:00:01Z', now)).toBe(1);
  expect(daysSince('2026-03-04T00:00:00Z', now)).toBe(0);
});

test('the two parts of a share are as wide as what is explained and what is open', () => {
  const fraction = {
    explained: '0.8',
    total: '1.1',
    counted: 'amount' as const,
    share: '0.727272727272',
    terms: [],
  };
  const [explained, open] = partsOf(fraction, sayIn('en'));
  expect([explained?.word, open?.word]).toEqual(['explained', 'open']);
  expect((explained?.count ?? 0) / (open?.count ?? 1)).toBeCloseTo(8 / 3, 9);
});
