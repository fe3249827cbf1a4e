import { describe, expect, test } from 'vitest';
import { identify, key } from '../../test/support/memory-store.ts';
import { type ShortEvent, toEvent, uriOf } from '../../test/support/notation.ts';
import { Act, actOf, isClassLevel, PEERS_MAX, Position, type Posting, positionOf } from './posting.ts';
import { postingsOf } from './postings.ts';

const nameOf = new Map<string, string>();
const k = (name: string) => {
  const it = key(name.includes(':') ? name : uriOf(name));
  nameOf.set(it, name);
  return it;
};
for (const name of ['A', 'B', 'C', 'farm', 'mill', 'tea/L1', 'tea/L2', 'tea.1', 'tea.2', '#1', '#2']) k(name);
const word = (unit: string | undefined) => (unit === undefined ? '' : (nameOf.get(unit) ?? unit));

const positions = Object.entries(Position);
const acts = Object.entries(Act);

/** `tea/L1 unit add lot 100 KGM @farm A >peers`: everything that a posting says. */
function line(posting: Omit<Posting, 'event'>): string {
  const { unit, role, peer, peers, quantity, uom, place, party } = posting;
  return [
    word(unit),
    positions.find(([, value]) => value === positionOf(role))![0],
    acts.find(([, value]) => value === actOf(role))![0],
    isClassLevel(role) && 'lot',
    quantity,
    uom,
    place && `@${word(place)}`,
    party && `by ${word(party)}`,
    peer && `>${word(peer)}`,
    peers && `>[${peers.map(word)}]`,
  ]
    .filter(Boolean)
    .join(' ');
}

type Draft = Partial<ShortEvent> & Pick<ShortEvent, 'type'>;
function derive(of: Draft, actor = uriOf(of.by ?? 'A'), change: object = {}) {
  const event = { ...toEvent({ at: 1, by: 'A', here: 'farm', ...of }, 1), ...change };
  return postingsOf(event, { identify, keyOf: key, actor, eventID: 'urn:test:event:1' });
}
const lines = (of: Draft, actor?: string, change?: object) => derive(of, actor, change).postings.map(line);

describe('postings of an ObjectEvent', () => {
  test('commissioning begins in the hands of the actor', () => {
    expect(
      lines({ type: 'ObjectEvent', action: 'ADD', epcList: ['tea.1'], quantityList: ['tea/L1 100 KGM'] }),
    ).toEqual(['tea.1 unit add @farm by A', 'tea/L1 unit add lot 100 KGM @farm by A']);
  });

  test('shipping says where to, and for a lot in a row of its own where from', () => {
    const shipping = { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping', to: 'B@mill' } as const;
    expect(lines({ ...shipping, epcList: ['tea.1'], quantityList: ['tea/L1 5 KGM'] })).toEqual([
      'tea.1 unit ship @mill by B >farm',
      'tea/L1 unit depart lot 5 KGM @farm by A',
      'tea/L1 unit ship lot 5 KGM @mill by B',
    ]);
  });

  test('shipping without a destination names nobody', () => {
    const shipping = { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping' } as const;
    expect(lines({ ...shipping, epcList: ['tea.1'] })).toEqual(['tea.1 unit ship >farm']);
  });

  test('the source’s possessing party ships before its owner, and before the actor', () => {
    const sourceList = [
      { type: 'owning_party', id: uriOf('A') },
      { type: 'possessing_party', id: uriOf('C') },
    ];
    const shipping = { type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'shipping' } as const;
    expect(lines({ ...shipping, quantityList: ['tea/L1 5 KGM'] }, uriOf('B'), { sourceList })).toEqual([
      'tea/L1 unit depart lot 5 KGM @farm by C',
      'tea/L1 unit ship lot 5 KGM',
    ]);
  });

  test('receiving ends in the hands of the destination’s possessing party, else its owner, else the actor', () => {
    const receiving = {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'receiving',
      epcList: ['tea.1'],
    } as const;
    const owner = { type: 'owning_party', id: uriOf('B') };
    const holder = { type: 'possessing_party', id: uriOf('C') };
    const to = (...destinationList: object[]) => lines(receiving, undefined, { destinationList });
    expect(to(owner, holder)).toEqual(['tea.1 unit receive @farm by C']);
    expect(to(owner)).toEqual(['tea.1 unit receive @farm by B']);
    expect(to()).toEqual(['tea.1 unit receive @farm by A']);
  });

  test('a voided shipment comes back to whoever sent it, from where it was to leave', () => {
    const voided = {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'void_shipping',
      to: 'B@mill',
    } as const;
    expect(lines({ ...voided, quantityList: ['tea/L1 5 KGM'] })).toEqual([
      'tea/L1 unit receive lot 5 KGM @farm by A >farm',
    ]);
  });

  test('arriving leaves the hands open, accepting names them', () => {
    const seen = { type: 'ObjectEvent', action: 'OBSERVE', epcList: ['tea.1'], to: 'B@mill' } as const;
    expect(lines({ ...seen, bizStep: 'arriving' })).toEqual(['tea.1 unit arrive @farm']);
    expect(lines({ ...seen, bizStep: 'accepting' })).toEqual(['tea.1 unit arrive @farm by B']);
  });

  test('an order says nothing of where the units are', () => {
    const order = { type: 'ObjectEvent', action: 'OBSERVE', order: true, bizStep: 'holding' } as const;
    expect(lines({ ...order, epcList: ['tea.1'], quantityList: ['tea/L1 3 KGM'] })).toEqual([
      'tea.1 unit state',
      'tea/L1 unit state lot 3 KGM',
    ]);
  });

  test('what was not measured has no quantity, pieces have no unit', () => {
    expect(lines({ type: 'ObjectEvent', action: 'OBSERVE', quantityList: ['tea/L1', 'tea/L2 3'] })).toEqual([
      'tea/L1 unit observe lot @farm',
      'tea/L2 unit observe lot 3 @farm',
    ]);
  });
});

describe('membership', () => {
  test('from ILMD, for the items of the event and their own class', () => {
    const begun = { type: 'ObjectEvent', action: 'ADD', lot: 'L1', epcList: ['tea.1', '#1'] } as const;
    expect(lines(begun)).toEqual([
      'tea.1 unit add @farm by A',
      '#1 unit add @farm by A',
      'tea.1 memberOfLot add >tea/L1',
      'tea/L1 lotOfMembers add lot >[tea.1]',
    ]);
  });

  test('from a lot beside the serial, AI 10 beside AI 21, wherever the item is named', () => {
    const both = uriOf('tea.1').replace('/21/', '/10/L2/21/');
    const membership = ['tea.1 memberOfLot add >tea/L2', 'tea/L2 lotOfMembers add lot >[tea.1]'];
    const withURI = (of: Draft, change: object) =>
      lines(of, undefined, change).filter((text) => text.includes('OfLot') || text.includes('OfMembers'));
    expect(withURI({ type: 'ObjectEvent', action: 'OBSERVE' }, { epcList: [both] })).toEqual(membership);
    expect(
      withURI({ type: 'AggregationEvent', action: 'ADD', parentID: '#1' }, { childEPCs: [both] }),
    ).toEqual(membership);
    expect(withURI({ type: 'TransformationEvent', lot: 'L1' }, { inputEPCList: [both] })).toEqual(membership);
  });

  test('the lot that a transformation states is that of its outputs', () => {
    const made = lines({
      type: 'TransformationEvent',
      lot: 'L1',
      inputEPCList: ['tea.1'],
      outputEPCList: ['tea.2'],
    });
    expect(made.filter((text) => text.includes('lotOfMembers'))).toEqual([
      'tea/L1 lotOfMembers add lot >[tea.2]',
    ]);
  });
});

describe('postings of packing', () => {
  test('a row for each child and rows on the parent', () => {
    const packing = { type: 'AggregationEvent', action: 'ADD', parentID: '#1' } as const;
    expect(lines({ ...packing, childEPCs: ['tea.1', 'tea.2'], childQuantityList: ['tea/L1 3 KGM'] })).toEqual(
      [
        'tea.1 child add @farm >#1',
        'tea.2 child add @farm >#1',
        'tea/L1 child add lot 3 KGM @farm by A >#1',
        '#1 parent add @farm >[tea.1,tea.2]',
        '#1 parent add lot 3 KGM @farm by A >tea/L1',
      ],
    );
  });

  test('a DELETE without children still has a row: it empties the container', () => {
    expect(lines({ type: 'AggregationEvent', action: 'DELETE', parentID: '#1' })).toEqual([
      '#1 parent delete @farm',
    ]);
  });

  test('a packed pallet that is received as an AggregationEvent moves as well', () => {
    const received = { type: 'AggregationEvent', action: 'OBSERVE', bizStep: 'receiving' } as const;
    expect(lines({ ...received, parentID: '#2', childEPCs: ['#1'] })).toEqual([
      '#1 child observe @farm >#2',
      '#2 parent observe @farm >[#1]',
      '#2 unit receive @farm by A',
    ]);
  });

  test('an association has wholes and parts', () => {
    expect(lines({ type: 'AssociationEvent', action: 'ADD', parentID: '#1', childEPCs: ['tea.1'] })).toEqual([
      'tea.1 part add @farm >#1',
      '#1 whole add @farm >[tea.1]',
    ]);
  });

  test(`${PEERS_MAX} children are one row on the parent, one more are two`, () => {
    const parents = (count: number) =>
      derive({
        type: 'AggregationEvent',
        action: 'ADD',
        parentID: '#1',
        childEPCs: Array.from({ length: count }, (_, at) => `tea.${at}`),
      }).postings.filter(({ role }) => positionOf(role) === Position.parent);
    expect(parents(PEERS_MAX).map(({ peers }) => peers!.length)).toEqual([PEERS_MAX]);
    expect(parents(PEERS_MAX + 1).map(({ peers }) => peers!.length)).toEqual([PEERS_MAX, 1]);
  });
});

describe('postings of a transformation', () => {
  const made = {
    type: 'TransformationEvent',
    inputQuantityList: ['tea/L1 3 KGM'],
    outputEPCList: ['tea.1'],
  } as const;
  const nodeOf = (of: Draft, actor?: string) =>
    derive(of, actor).postings.find(({ role }) => positionOf(role) === Position.input)!.peer!;

  test('every input and output stands beside the node', () => {
    k('urn:test:event:1');
    expect(lines(made)).toEqual([
      'tea.1 output add @farm by A >urn:test:event:1',
      'urn:test:event:1 nodeOutput add @farm by A >[tea.1]',
      'tea/L1 input delete lot 3 KGM @farm by A >urn:test:event:1',
      'urn:test:event:1 nodeInput delete lot 3 KGM @farm by A >tea/L1',
    ]);
  });

  test('a transformationID joins the events of one actor, and of one actor only', () => {
    const shared = { ...made, transformationID: 'vat' };
    expect(nodeOf(shared, uriOf('A'))).toBe(nodeOf({ ...shared, at: 2 }, uriOf('A')));
    expect(nodeOf(shared, uriOf('A'))).not.toBe(nodeOf(shared, uriOf('B')));
    expect(nodeOf(shared)).not.toBe(nodeOf(made));
  });
});

test('every identity that an event names is given back, places and parties too', () => {
  const { identifiers } = derive({
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: 'shipping',
    to: 'B@mill',
    epcList: ['tea.1'],
  });
  expect(identifiers.map(({ uri }) => uri).sort()).toEqual(
    ['A', 'B', 'farm', 'mill', 'tea.1'].map((name) => uriOf(name)).sort(),
  );
});
