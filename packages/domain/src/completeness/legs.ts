import { type Amounts, amountsOf } from '../trace/amounts.ts';
import type { Key } from '../trace/posting.ts';
import type { ReplayState } from '../trace/replay-state.ts';
import type { At, End, Flow, Gap, Holding, Move } from '../trace/steps.ts';
import { Decimal, printQuantity, UNMEASURED } from '../trace/units.ts';
import { walkForward } from '../trace/walk-forward.ts';

/**
 * A leg is one hop of a unit between two pairs of hands, as the replay of its events explains it: what was shipped
 * and received, shipped only, received only, ended, or taken away without having been there. It has no meaning of its
 * own: every leg is a step or a gap of the replay (`docs/completeness.md`). Linear in the steps.
 */
export const LEG_KINDS = [
  'matched',
  'shipment-without-receipt',
  'unknown-holder',
  'receipt-without-shipment',
  'ended',
  'unexplained-removal',
] as const;
export type LegKind = (typeof LEG_KINDS)[number];

export interface Leg {
  /** The lot, item or container that moved. */
  readonly unit: Key;
  /** False: the unit asked for lay packed in `unit`, and the amount is its own. */
  readonly own: boolean;
  readonly kind: LegKind;
  /** The event by which it left, or ended. Times in microseconds. */
  readonly shipped?: At;
  /** The event by which it came. */
  readonly received?: At;
  readonly from: Hands;
  readonly to: Hands;
  /** Exact decimal in the base unit `uom`; both absent where nobody measured it, or where the records give a bound. */
  readonly quantity?: string;
  readonly uom?: string;
}

export interface Hands {
  readonly party?: Key;
  readonly place?: Key;
}

/** Most links (packings, transfers) of one unit that are followed to tell what part of a container is its own. */
export const LEG_LINKS_MAX = 100_000;
const NO_HANDS: Hands = {};

const handsOf = ({ party, place }: Holding): Hands => ({
  ...(party === undefined ? {} : { party }),
  ...(place === undefined ? {} : { place }),
});

const at = ({ event, time }: At): At => ({ event, time });

/** One measured amount, in its base unit; kilograms and pieces together are none. */
function measure(amounts: Amounts, atMost = false): Pick<Leg, 'quantity' | 'uom'> {
  const [one, ...others] = amounts;
  if (atMost || one === undefined || others.length > 0 || one.base === UNMEASURED) return {};
  return one.amount.isZero() ? {} : { quantity: printQuantity(one.amount), uom: one.base };
}

/** What of the root passed with each transfer, by event and holding. */
type Carried = ReadonlyMap<string, Pick<Leg, 'quantity' | 'uom'>>;
const carriedKey = (event: string, holding: Holding): string => `${event}|${holding.id}`;

function carriedOf(state: ReplayState, linksMax: number): { carried: Carried; truncated: boolean } {
  const carried = new Map<string, Pick<Leg, 'quantity' | 'uom'>>();
  const { links, truncated } = walkForward(state, linksMax);
  for (const { kind, event, to, amounts, atMost } of links) {
    if (kind === 'transfer') carried.set(carriedKey(event, to), measure(amounts, atMost));
  }
  return { carried, truncated };
}

/**
 * The legs of the unit that `state` was replayed around, in a fixed order; those of its containers with the part that is
 * its own. `truncated`: the unit has more than `linksMax` links, and legs of containers are missing.
 */
export function legsOf(
  state: ReplayState,
  linksMax: number = LEG_LINKS_MAX,
): { legs: Leg[]; truncated: boolean } {
  const gaps = new Map(state.gaps.map((gap) => [gapKey(gap), gap.kind] as const));
  const { carried, truncated } = carriedOf(state, linksMax);
  const legs = new Map<string, Leg>();
  for (const step of state.steps) {
    const leg =
      step.step === 'flow'
        ? flowLeg(state, step, gaps)
        : step.step === 'move'
          ? moveLeg(state, step, gaps, carried)
          : step.step === 'end'
            ? endLeg(state, step)
            : undefined;
    if (leg !== undefined) add(legs, leg);
  }
  for (const gap of state.gaps) {
    const leg = gapLeg(state, gap, carried);
    if (leg !== undefined) add(legs, leg);
  }
  return { legs: [...legs.values()].sort(inOrder), truncated };
}

const gapKey = ({ event, unit, holding }: Pick<Gap, 'event' | 'unit' | 'holding'>): string =>
  `${event}|${unit}|${holding?.id ?? ''}`;

type Gaps = ReadonlyMap<string, Gap['kind']>;

/** A transfer whose end is the event that began it was settled at the end of the replay: a gap says how. */
function transferLeg(step: Flow | Move, unit: Key, to: Holding, gaps: Gaps): Omit<Leg, 'own'> {
  const { fromHolding, shipment } = step;
  const gap = gaps.get(gapKey({ event: step.event, unit, holding: to }));
  const open = gap === 'shipment-without-receipt' || gap === 'unknown-holder';
  const ends = { unit, from: handsOf(fromHolding), to: handsOf(to) };
  if (open) return { ...ends, kind: gap, shipped: at(step) };
  return { ...ends, kind: 'matched', shipped: at(shipment ?? step), received: at(step) };
}

function flowLeg(state: ReplayState, step: Flow, gaps: Gaps): Leg | undefined {
  const { from, fromHolding, toHolding, kind, arrived, uom, atMost } = step;
  const { unit } = from;
  if (unit !== state.facts.root) return undefined;
  const amount = measure(amountsOf(arrived, uom), atMost);
  if (kind === 'end') {
    return {
      unit,
      own: true,
      kind: 'ended',
      shipped: at(step),
      from: handsOf(fromHolding),
      to: NO_HANDS,
      ...amount,
    };
  }
  // What comes back to where it left from was never sent: a voided shipment.
  if (kind !== 'transfer' || from.kind !== 'transit' || toHolding === undefined || toHolding === fromHolding)
    return undefined;
  return { own: true, ...transferLeg(step, unit, toHolding, gaps), ...amount };
}

function moveLeg(state: ReplayState, step: Move, gaps: Gaps, carried: Carried): Leg | undefined {
  const { unit, kind, shipment, toHolding } = step;
  if (kind !== 'transfer') return undefined;
  const settled = gaps.has(gapKey({ event: step.event, unit, holding: toHolding }));
  if (shipment === undefined && !settled) return undefined;
  const leg = transferLeg(step, unit, toHolding, gaps);
  if (leg.kind === 'matched' && shipment === undefined) return undefined;
  if (unit === state.facts.root) return { own: true, ...leg, ...ownAmount(step) };
  const amount = carried.get(carriedKey((shipment ?? step).event, toHolding));
  return amount === undefined ? undefined : { own: false, ...leg, ...amount };
}

const ownAmount = ({ content, pool }: Pick<Move, 'content' | 'pool'>): Pick<Leg, 'quantity' | 'uom'> =>
  measure(content ?? (pool === undefined ? [] : amountsOf(pool.total, pool.uom)));

function endLeg(state: ReplayState, { pool, holding, undone, event, time }: End): Leg | undefined {
  if (undone || pool.unit !== state.facts.root) return undefined;
  const amount = measure(amountsOf(pool.total, pool.uom));
  const of = { unit: pool.unit, own: true, kind: 'ended' } as const;
  return { ...of, shipped: { event, time }, from: handsOf(holding), to: NO_HANDS, ...amount };
}

/** What came from nobody knows where. Shipments that were not received are steps already. */
function gapLeg(state: ReplayState, gap: Gap, carried: Carried): Leg | undefined {
  const { kind, unit, holding, amount, uom } = gap;
  if ((kind !== 'receipt-without-shipment' && kind !== 'unexplained-removal') || holding === undefined)
    return undefined;
  const of = { unit, kind, received: at(gap), from: NO_HANDS, to: handsOf(holding) };
  if (unit !== state.facts.root) {
    const part = carried.get(carriedKey(gap.event, holding));
    return part === undefined ? undefined : { ...of, own: false, ...part };
  }
  if (amount !== undefined && uom !== undefined)
    return { ...of, own: true, ...measure(amountsOf(amount, uom)) };
  const state0 = state.units.get(unit);
  return { ...of, own: true, ...(state0 === undefined ? {} : measure(state.carried(state0))) };
}

const keyOf = (leg: Leg): string =>
  [
    leg.received?.event ?? '',
    leg.shipped?.event ?? '',
    leg.unit,
    leg.kind,
    leg.from.party ?? '',
    leg.from.place ?? '',
    leg.to.party ?? '',
    leg.to.place ?? '',
    leg.uom ?? '',
  ].join('|');

function add(legs: Map<string, Leg>, leg: Leg): void {
  const key = keyOf(leg);
  const known = legs.get(key);
  if (known?.quantity === undefined || leg.quantity === undefined) {
    if (known === undefined) legs.set(key, leg);
    return;
  }
  const quantity = printQuantity(new Decimal(known.quantity).plus(leg.quantity));
  legs.set(key, { ...known, quantity });
}

const timeOf = (leg: Leg): number => leg.received?.time ?? leg.shipped?.time ?? 0;

function inOrder(a: Leg, b: Leg): number {
  const [one, other] = [keyOf(a), keyOf(b)];
  return timeOf(a) - timeOf(b) || (one < other ? -1 : one > other ? 1 : 0);
}
