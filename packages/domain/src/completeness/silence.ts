import type { SilenceRule } from '../ledgers/ledger.ts';
import type { Key, Posting } from '../trace/posting.ts';
import type { ReplayState } from '../trace/replay-state.ts';
import type { At, Holding } from '../trace/steps.ts';
import { baseOf, type Decimal, printQuantity, toBase, UNMEASURED, ZERO } from '../trace/units.ts';
import type { Hands } from './legs.ts';

const DAYS_DEFAULT = 90;
/** Where a ledger says nothing: a quarter, the rhythm in which most firms take stock. */
export const SILENCE_DEFAULT: readonly SilenceRule[] = [{ validFrom: '1970-01-01', days: DAYS_DEFAULT }];

/** The days in force on a day, by the ledger's dated rules, else by the default. */
export function silentDays(rules: readonly SilenceRule[] | undefined, day: string): number {
  const inForce = (list: readonly SilenceRule[]) =>
    list
      .filter(({ validFrom }) => validFrom <= day)
      .reduce<SilenceRule | undefined>(
        (last, rule) => (last && last.validFrom > rule.validFrom ? last : rule),
        undefined,
      );
  return (inForce(rules ?? []) ?? inForce(SILENCE_DEFAULT))?.days ?? DAYS_DEFAULT;
}

/** Something that somebody still holds, and when its records last spoke of it there. */
export interface Held extends Hands {
  readonly quantity?: string;
  readonly uom?: string;
  /** Microseconds. */
  readonly lastTime: number;
  /** The event that spoke then; of several at one instant the one with the greatest number. */
  readonly lastEvent: string;
}

const NEVER: At = { event: '0', time: 0 };

function later(one: At | undefined, other: At | undefined): At {
  if (one === undefined || other === undefined) return one ?? other ?? NEVER;
  if (one.time !== other.time) return one.time > other.time ? one : other;
  return BigInt(one.event) >= BigInt(other.event) ? one : other;
}

/** What last moved something at each holding, by its id. */
function lastMoved(state: ReplayState): Map<number, At> {
  const last = new Map<number, At>();
  const touch = (holding: Holding | undefined, at: At) => {
    if (holding !== undefined) last.set(holding.id, later(at, last.get(holding.id)));
  };
  for (const step of state.steps) {
    // A receipt is what the receiver did: it says nothing of the sender, whose departure is a step of its own.
    const arrival = (step.step === 'flow' || step.step === 'move') && step.shipment !== undefined;
    if ((step.step === 'flow' || step.step === 'move') && !arrival) touch(step.fromHolding, step);
    if (step.step === 'pour') touch(step.fromHolding, step);
    if (step.step === 'begin' || step.step === 'inject' || step.step === 'join') touch(step.holding, step);
    if (step.step === 'flow' || step.step === 'move' || step.step === 'draw') touch(step.toHolding, step);
  }
  return last;
}

/** What is left of the unit itself in somebody's hands, loose and not on its way, in a fixed order. */
export function heldOf(state: ReplayState, postings: readonly Posting[]): Held[] {
  const last = lastMoved(state);
  const { root } = state.facts;
  /** By place: when the unit was last named there. */
  const seen = new Map<Key | undefined, At>();
  for (const { unit, place, event, eventTime: time } of postings) {
    if (unit === root) seen.set(place, later({ event, time }, seen.get(place)));
  }
  const held = new Map<string, Held>();
  for (const { holding, amount, uom } of left(state, root)) {
    const word = later(last.get(holding.id), seen.get(holding.place));
    const { party, place } = holding;
    const measured =
      amount === undefined ? {} : { quantity: printQuantity(toBase(amount, uom)), uom: baseOf(uom) };
    held.set(`${party ?? ''}|${place ?? ''}|${baseOf(uom)}`, {
      ...(party === undefined ? {} : { party }),
      ...(place === undefined ? {} : { place }),
      ...measured,
      lastTime: word.time,
      lastEvent: word.event,
    });
  }
  return [...held].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function left(
  state: ReplayState,
  root: Key,
): { holding: Holding; amount: Decimal | undefined; uom: string }[] {
  const stocks = [...(state.lots.get(root)?.holdings.values() ?? [])]
    .filter(({ pool, holding }) => pool.total.gt(ZERO) && !holding.inTransit && holding.party !== undefined)
    .map(({ pool, holding }) => ({
      holding,
      amount: pool.atMost || pool.uom === UNMEASURED ? undefined : pool.total,
      uom: pool.uom,
    }));
  const unit = state.units.get(root);
  const holding = unit?.holding;
  if (unit === undefined || unit.ended || unit.container !== undefined || holding === undefined)
    return stocks;
  if (holding.inTransit || holding.party === undefined) return stocks;
  return [...stocks, { holding, amount: unit.pool?.total, uom: unit.pool?.uom ?? '' }];
}
