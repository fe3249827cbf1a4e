import fc from 'fast-check';
import type { ShortEvent, ShortStory } from './notation.ts';

/*
 * Histories in which everything happens that can happen to goods: lots are harvested, split, mixed, packed in nested containers,
 * shipped, received in part, mixed up or without a shipment, sent back, sampled, sold, turned into each other, and some of the
 * events are declared wrong afterwards.
 */

const operators = { farm: 'A', mill: 'B', shop: 'C' };
type Place = keyof typeof operators;
export const historyLots = ['rye/L1', 'rye/L2', 'meal/M1', 'bran/N1'];
const items = ['bag.1', 'bag.2', 'bag.3'];
const boxes = ['#1', '#2', '!crate'];

/** What the dice say; each kind of event uses what it needs. */
interface Dice {
  readonly here: Place;
  readonly there: Place;
  readonly lots: readonly string[];
  readonly n: number;
  readonly m: number;
  readonly grams: boolean;
  readonly item: string;
  readonly box: string;
  readonly outer: string;
  readonly id: string;
  readonly flag: boolean;
}

const dice: fc.Arbitrary<Dice> = fc.record({
  here: fc.constantFrom<Place[]>('farm', 'mill', 'shop'),
  there: fc.constantFrom<Place[]>('farm', 'mill', 'shop'),
  lots: fc.shuffledSubarray(historyLots, { minLength: 1, maxLength: 3 }),
  n: fc.integer({ min: 1, max: 9000 }),
  m: fc.integer({ min: 1, max: 9000 }),
  grams: fc.boolean(),
  item: fc.constantFrom(...items),
  box: fc.constantFrom(...boxes),
  outer: fc.constantFrom(...boxes),
  id: fc.constantFrom('', '', 'x', 'y'),
  flag: fc.boolean(),
});

type Draft = Omit<ShortEvent, 'at'>;

/** `n` thousandths of a kilogram times ten, in one of two units. */
const amount = (n: number, grams: boolean): string => (grams ? `${n * 10} GRM` : `${n / 100} KGM`);
const of = (lot: string, n: number, grams: boolean): string => `${lot} ${amount(n, grams)}`;
/** Two lots of different amounts: what one event says of both. */
const both = ({ lots, n, m, grams }: Dice): string[] =>
  lots.slice(0, 2).map((lot, index) => of(lot, index === 0 ? n : m, grams));

const at = ({ here }: Dice) => ({ by: operators[here], here });
const objectEvent = (roll: Dice, action: 'ADD' | 'OBSERVE' | 'DELETE', bizStep?: string): Draft => ({
  ...at(roll),
  type: 'ObjectEvent',
  action,
  ...(bizStep === undefined ? {} : { bizStep }),
  quantityList: both(roll),
});
const towards = ({ there, flag }: Dice): string =>
  flag ? `${operators[there]}@${there}` : `${operators[there]}@`;
const units = ({ item, box, flag }: Dice): string => (flag ? item : box);
const ofUnit = (roll: Dice, bizStep: string): Draft => ({
  ...at(roll),
  type: 'ObjectEvent',
  action: 'OBSERVE',
  bizStep,
  epcList: [units(roll)],
});
const packing = (roll: Dice, action: 'ADD' | 'DELETE'): Draft => ({
  ...at(roll),
  type: 'AggregationEvent',
  action,
  parentID: roll.box,
});

/** What a clerk may record about goods, by what happened to them. */
const kinds: Readonly<Record<string, (roll: Dice) => Draft>> = {
  harvest: (roll) => objectEvent(roll, 'ADD'),
  ship: (roll) => ({ ...objectEvent(roll, 'OBSERVE', 'shipping'), to: towards(roll) }),
  shipToNobody: (roll) => objectEvent(roll, 'OBSERVE', 'shipping'),
  receive: (roll) => objectEvent(roll, 'OBSERVE', 'receiving'),
  arrive: (roll) => objectEvent(roll, 'OBSERVE', roll.flag ? 'arriving' : 'accepting'),
  voidShipment: (roll) => objectEvent(roll, 'OBSERVE', 'void_shipping'),
  inspect: (roll) => objectEvent(roll, 'OBSERVE', 'inspecting'),
  sample: (roll) => objectEvent(roll, 'DELETE', 'sampling'),
  sell: (roll) => ({ ...objectEvent(roll, 'OBSERVE', 'retail_selling'), disposition: 'retail_sold' }),
  packLots: (roll) => ({ ...packing(roll, 'ADD'), childQuantityList: both(roll) }),
  unpackLots: (roll) => ({ ...packing(roll, 'DELETE'), childQuantityList: both(roll) }),
  packUnit: (roll) => ({ ...packing(roll, 'ADD'), childEPCs: [roll.flag ? roll.item : roll.outer] }),
  unpackUnit: (roll) => ({ ...packing(roll, 'DELETE'), childEPCs: [roll.flag ? roll.item : roll.outer] }),
  empty: (roll) => packing(roll, 'DELETE'),
  shipUnit: (roll) => ({ ...ofUnit(roll, 'shipping'), to: `${operators[roll.there]}@${roll.there}` }),
  receiveUnit: (roll) => ofUnit(roll, 'receiving'),
  number: (roll) => ({
    ...at(roll),
    type: 'ObjectEvent',
    action: 'ADD',
    epcList: [roll.item],
    ...(roll.flag ? { lot: 'L1' } : {}),
  }),
  destroyUnit: (roll) => ({ ...at(roll), type: 'ObjectEvent', action: 'DELETE', epcList: [units(roll)] }),
  transform: (roll) => ({
    ...at(roll),
    type: 'TransformationEvent',
    inputQuantityList: both(roll),
    outputQuantityList: roll.lots.slice(2).map((lot) => of(lot, roll.n + roll.m, roll.grams)),
    ...(roll.id === '' ? {} : { transformationID: roll.id }),
  }),
  drawOff: (roll) => ({
    ...at(roll),
    type: 'TransformationEvent',
    outputQuantityList: both(roll),
    transformationID: 'x',
  }),
  useUnit: (roll) => ({
    ...at(roll),
    type: 'TransformationEvent',
    inputEPCList: [units(roll)],
    outputQuantityList: [of('bran/N1', roll.n, roll.grams)],
  }),
};

const kind = fc.constantFrom(...Object.keys(kinds), 'harvest', 'harvest', 'ship', 'receive', 'transform');

/** A history, and which of its events were declared wrong. */
export interface History extends ShortStory {
  readonly events: readonly ShortEvent[];
  /** Indices of `events`. */
  readonly wrong: readonly number[];
}

/** Histories of 3 to `most` events; several may share an instant. */
export const histories = (most = 40): fc.Arbitrary<History> =>
  fc
    .array(fc.tuple(kind, dice, fc.constantFrom(0, 1, 1, 1), fc.nat({ max: 11 })), {
      minLength: 3,
      maxLength: most,
    })
    .map((list) => {
      let time = 0;
      const events = list.map(([name, roll, gap]) => {
        time += gap;
        return { ...kinds[name]!(roll), at: time };
      });
      return {
        operators,
        contents: { bag: '0.5 KGM' },
        events,
        wrong: list.flatMap(([, , , luck], index) => (luck === 0 ? [index] : [])),
      };
    });
