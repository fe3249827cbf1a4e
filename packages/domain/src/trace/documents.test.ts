import { expect, test } from 'vitest';
import { agreementOf, DOCUMENTS_MAX, deliveriesOf, deliveryDocuments, NO_COMMON } from './documents.ts';
import { Act, Position, roleOf } from './posting.ts';

test('a document is its type and its id together, in one order, and none of the goods', () => {
  const named = [{ type: 'po', id: 'urn:x:1' }, { id: 'urn:x:2' }, { type: 'cert', id: 'urn:x:3' }];
  expect(deliveryDocuments(named)).toEqual([' urn:x:2', 'po urn:x:1']);
  expect(deliveryDocuments([...named, ...named].reverse())).toEqual(deliveryDocuments(named));
});

test('an event is matched by so many documents and no more', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ type: 'po', id: `urn:x:${1000 + n}` }));
  expect(deliveryDocuments(many(DOCUMENTS_MAX))).toHaveLength(DOCUMENTS_MAX);
  expect(deliveryDocuments(many(DOCUMENTS_MAX + 1))).toEqual(deliveryDocuments(many(DOCUMENTS_MAX)));
});

test('a despatch advice or bill of lading tells more than an order, and another type of the same id nothing', () => {
  expect(agreementOf(['desadv a', 'po b'], ['po b', 'desadv a'])).toBe(0);
  expect(agreementOf(['bol a'], ['bol a'])).toBe(0);
  expect(agreementOf(['desadv a', 'po b'], ['po b'])).toBe(1);
  expect(agreementOf(['po a'], ['inv a'])).toBe(NO_COMMON);
  expect(agreementOf([], [])).toBe(NO_COMMON);
});

test('documents are asked for only of lots that were both sent and received', () => {
  const row = (event: string, unit: string, act: Act, classLevel = true) => ({
    unit,
    event,
    eventTime: 1,
    role: roleOf(Position.unit, act, classLevel),
  });
  const events = [
    [row('1', 'both', Act.depart), row('1', 'both', Act.ship)],
    [row('2', 'both', Act.receive), row('2', 'came', Act.receive)],
    [row('3', 'sent', Act.depart)],
    [row('4', 'item', Act.ship, false)],
    [row('5', 'item', Act.receive, false)],
    [row('6', 'both', Act.observe)],
  ];
  expect(deliveriesOf(events)).toEqual(['1', '2']);
});
