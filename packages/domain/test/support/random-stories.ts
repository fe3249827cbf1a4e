import fc from 'fast-check';
import type { ShortEvent, ShortStory } from './notation.ts';

const operators = { farm: 'A', mill: 'B', shop: 'C' };
const places = Object.keys(operators) as (keyof typeof operators)[];
export const lots = ['veg/L1', 'veg/L2', 'veg/L3'];
export const items = ['box.1', 'box.2', 'box.3', 'box.4'];
export const containers = ['#1', '#2', '#3', '!crate'];

const place = fc.constantFrom(...places);
const lot = fc.constantFrom(...lots);
const item = fc.constantFrom(...items);
const container = fc.constantFrom(...containers);
const unit = fc.constantFrom(...items, ...containers);
const quantity = fc.integer({ min: 1, max: 9 });

type Draft = Omit<ShortEvent, 'at'>;
const draft = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }, to: (of: T) => Draft) =>
  fc.record(model).map((of) => to(of as T));

const addLot = draft<{ here: keyof typeof operators; lot: string; n: number; owner: string }>(
  { here: place, lot, n: quantity, owner: fc.constantFrom('', '', 'B', 'D') },
  ({ here, lot: of, n, owner }) => ({
    ...(owner === '' ? {} : { to: owner }),
    type: 'ObjectEvent',
    action: 'ADD',
    by: operators[here],
    here,
    quantityList: [`${of} ${n} KGM`],
  }),
);
const moveLot = draft<{
  here: keyof typeof operators;
  there: keyof typeof operators;
  lot: string;
  n: number;
}>({ here: place, there: place, lot, n: quantity }, ({ here, there, lot: of, n }) => ({
  type: 'ObjectEvent',
  action: 'OBSERVE',
  bizStep: 'shipping',
  by: operators[here],
  here,
  to: `${operators[there]}@${there}`,
  quantityList: [`${of} ${n} KGM`],
}));
const takeLot = draft<{ here: keyof typeof operators; lot: string; n: number; step: string }>(
  {
    here: place,
    lot,
    n: quantity,
    step: fc.constantFrom('receiving', 'arriving', 'accepting', 'inspecting', 'void_shipping'),
  },
  ({ here, lot: of, n, step }) => ({
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: step,
    by: operators[here],
    here,
    quantityList: [`${of} ${n} KGM`],
  }),
);
const endLot = draft<{ here: keyof typeof operators; lot: string; n: number }>(
  { here: place, lot, n: quantity },
  ({ here, lot: of, n }) => ({
    type: 'ObjectEvent',
    action: 'DELETE',
    by: operators[here],
    here,
    quantityList: [`${of} ${n} KGM`],
  }),
);
const packLot = draft<{
  here: keyof typeof operators;
  lot: string;
  n: number;
  into: string;
  action: 'ADD' | 'DELETE';
}>(
  { here: place, lot, n: quantity, into: container, action: fc.constantFrom('ADD', 'DELETE') },
  ({ here, lot: of, n, into, action }) => ({
    type: 'AggregationEvent',
    action,
    by: operators[here],
    here,
    parentID: into,
    childQuantityList: [`${of} ${n} KGM`],
  }),
);
const packUnit = draft<{
  here: keyof typeof operators;
  of: string;
  into: string;
  action: 'ADD' | 'DELETE' | 'OBSERVE';
  type: 'AggregationEvent' | 'AssociationEvent';
}>(
  {
    here: place,
    of: unit,
    into: container,
    action: fc.constantFrom('ADD', 'DELETE', 'OBSERVE'),
    type: fc.constantFrom('AggregationEvent', 'AggregationEvent', 'AssociationEvent'),
  },
  ({ here, of, into, action, type }) => ({
    type,
    action,
    by: operators[here],
    here,
    parentID: into,
    childEPCs: [of],
  }),
);
const emptyContainer = draft<{ here: keyof typeof operators; into: string }>(
  { here: place, into: container },
  ({ here, into }) => ({
    type: 'AggregationEvent',
    action: 'DELETE',
    by: operators[here],
    here,
    parentID: into,
  }),
);
const moveUnit = draft<{
  here: keyof typeof operators;
  there: keyof typeof operators;
  of: string;
  step: string;
}>(
  {
    here: place,
    there: place,
    of: unit,
    step: fc.constantFrom('shipping', 'receiving', 'arriving', 'accepting', 'inspecting', 'void_shipping'),
  },
  ({ here, there, of, step }) => ({
    type: 'ObjectEvent',
    action: 'OBSERVE',
    bizStep: step,
    by: operators[here],
    here,
    epcList: [of],
    ...(step === 'shipping' ? { to: `${operators[there]}@${there}` } : {}),
  }),
);
const beginOrEnd = draft<{ here: keyof typeof operators; of: string; action: 'ADD' | 'DELETE'; n: string }>(
  { here: place, of: item, action: fc.constantFrom('ADD', 'DELETE'), n: fc.constantFrom('L1', 'L2', '') },
  ({ here, of, action, n }) => ({
    type: 'ObjectEvent',
    action,
    by: operators[here],
    here,
    epcList: [of],
    ...(n === '' || action === 'DELETE' ? {} : { lot: n }),
  }),
);
const transform = draft<{
  here: keyof typeof operators;
  in: string[];
  out: string[];
  eaten: string[];
  made: string[];
  id: string;
}>(
  {
    here: place,
    in: fc.subarray(lots),
    out: fc.subarray(lots),
    eaten: fc.subarray([...items, ...containers], { maxLength: 2 }),
    made: fc.subarray(items, { maxLength: 2 }),
    id: fc.constantFrom('', '', 'x', 'y'),
  },
  ({ here, in: inputs, out, eaten, made, id }) => ({
    type: 'TransformationEvent',
    by: operators[here],
    here,
    inputQuantityList: inputs.map((of) => `${of} 3 KGM`),
    outputQuantityList: out.map((of) => `${of} 2 KGM`),
    inputEPCList: eaten,
    outputEPCList: made,
    ...(id === '' ? {} : { transformationID: id }),
  }),
);
const useLot = draft<{ here: keyof typeof operators; lot: string; n: number }>(
  { here: place, lot, n: quantity },
  ({ here, lot: of, n }) => ({
    type: 'TransformationEvent',
    by: operators[here],
    here,
    inputQuantityList: [`${of} ${n} KGM`],
    outputQuantityList: ['soup/S 1 LTR'],
  }),
);

/** Several events may share an instant: their order is then decided by rank and eventID. */
const story = (drafts: fc.Arbitrary<Draft>, most = 40): fc.Arbitrary<ShortStory> =>
  fc.array(fc.tuple(drafts, fc.constantFrom(0, 1, 1, 1)), { minLength: 3, maxLength: most }).map((list) => {
    let at = 0;
    return {
      operators,
      contents: {},
      events: list.map(([one, gap]) => {
        at += gap;
        return { ...one, at };
      }),
    };
  });

/** Any events at all about a few units, also such as contradict each other. */
export const anything = story(
  fc.oneof(
    addLot,
    moveLot,
    takeLot,
    endLot,
    packLot,
    packUnit,
    emptyContainer,
    moveUnit,
    beginOrEnd,
    transform,
  ),
);
const harvest: ShortEvent = {
  at: -1,
  by: 'A',
  here: 'farm',
  type: 'ObjectEvent',
  action: 'ADD',
  quantityList: lots.map((of) => `${of} 20 KGM`),
};
/** Three lots that are harvested first and then moved, packed, used and ended, but never made again. */
export const lotsMove = story(
  fc.oneof(addLot, moveLot, takeLot, endLot, packLot, packUnit, emptyContainer, moveUnit, useLot),
  60,
).map((told) => ({ ...told, events: [harvest, ...told.events] }));

/** Lots mixed in layers: each output takes random parts of lots that were made before. */
export const layers = fc
  .array(
    fc.record({
      parts: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 4 }),
      out: fc.integer({ min: 1, max: 50 }),
      ships: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((transformations): { told: ShortStory; last: string; origins: string[] } => {
    const origins = ['veg/O1', 'veg/O2', 'veg/O3', 'veg/O4'];
    const known = [...origins];
    const events: ShortEvent[] = [
      {
        at: 0,
        by: 'A',
        here: 'farm',
        type: 'ObjectEvent',
        action: 'ADD',
        quantityList: origins.map((of) => `${of} 1000 KGM`),
      },
    ];
    for (const [index, { parts, out, ships }] of transformations.entries()) {
      const made = `mix/M${index}`;
      const inputs = new Map<string, number>();
      for (const [pick, n] of parts) {
        const of = known[pick % known.length]!;
        inputs.set(of, (inputs.get(of) ?? 0) + n);
      }
      const at = index + 1;
      const transformed = { by: 'A', here: 'farm', type: 'TransformationEvent' } as const;
      events.push({
        ...transformed,
        at,
        inputQuantityList: [...inputs].map(([of, n]) => `${of} ${n} KGM`),
        outputQuantityList: [`${made} ${out + 1000} KGM`],
      });
      if (ships) {
        const list = [`${made} ${out} KGM`];
        const moved = { by: 'A', here: 'farm', type: 'ObjectEvent', action: 'OBSERVE' } as const;
        events.push({ ...moved, at: at + 0.1, bizStep: 'shipping', to: 'B@mill', quantityList: list });
        events.push({
          ...moved,
          at: at + 0.2,
          by: 'B',
          here: 'mill',
          bizStep: 'receiving',
          quantityList: list,
        });
      }
      known.push(made);
    }
    return { told: { events, operators }, last: known.at(-1)!, origins };
  });
