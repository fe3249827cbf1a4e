import { describe, expect, test } from 'vitest';
import { ledgers } from '../ledgers/ledgers.ts';
import { type EndKind, endKindOf } from './ends.ts';
import { publishedFacts } from './published-facts.ts';

describe('the way in which something ends', () => {
  test.each<[EndKind, Parameters<typeof endKindOf>[0]]>([
    ['sold', { bizStep: 'retail_selling', disposition: 'retail_sold' }],
    ['sold', { disposition: 'retail_sold' }],
    ['consumed', { bizStep: 'dispensing', disposition: 'dispensed' }],
    ['consumed', { bizStep: 'other', disposition: 'disposed', process: 'kitchen_use' }],
    ['consumed', { process: 'consuming' }],
    ['destroyed', { bizStep: 'destroying', disposition: 'destroyed' }],
    ['destroyed', { disposition: 'destroyed' }],
    ['sampled', { bizStep: 'sampling', disposition: 'destroyed' }],
    ['ended', { bizStep: 'decommissioning', disposition: 'inactive' }],
    ['ended', {}],
    ['ended', undefined],
  ])('%s: %j', (kind, event) => {
    expect(endKindOf(event)).toBe(kind);
  });
});

describe('the facts that a ledger publishes', () => {
  const food = ledgers.get('food');
  const ilmd = {
    'urn:yunsu:voc:price': '12',
    'urn:yunsu:voc:picker': 'secret',
    'urn:yunsu:voc:productionDate': '2026-04-10',
    'urn:epcglobal:cbv:mda:lotNumber': 'L1',
    'urn:yunsu:voc:treeClass': '',
  };

  test('are those that it names, in its order, and only texts that say something', () => {
    expect(publishedFacts(ilmd, food).map(({ name, value }) => [name, value])).toEqual([
      ['urn:epcglobal:cbv:mda:lotNumber', 'L1'],
      ['urn:yunsu:voc:productionDate', '2026-04-10'],
    ]);
  });

  test('are none without a ledger', () => {
    expect(publishedFacts(ilmd, undefined)).toEqual([]);
  });
});
