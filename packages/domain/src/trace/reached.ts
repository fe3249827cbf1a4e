import type { Gap, Holding, LinkKind } from './steps.ts';
import { baseOf, Decimal, toBase, ZERO } from './units.ts';

/** An amount by base unit: what a container holds may be kilograms and pieces at once. */
export type Amounts = ReadonlyMap<string, Decimal>;

/** What a walk found out about one holding. */
export interface ReachedHolding {
  readonly holding: Holding;
  /** When the root's amount first came here. */
  time: number;
  /** By base unit: forward what of it came from the root, back what of the root came through it. */
  readonly amounts: Map<string, Decimal>;
  /** What of it is there while the walk runs, and the most that ever was at once. */
  readonly present: Map<string, Decimal>;
  readonly peak: Map<string, Decimal>;
  /** Fillings of a container that hold something of the root; 0 for what is no container. */
  readonly fills: Set<number>;
  /** The unit to print: the pool's own; base units for containers. */
  uom: string | undefined;
  /** The amounts are the most that it can be. */
  atMost: boolean;
  inferred: boolean;
  /** The event in which the unit began here: made, harvested, commissioned. */
  origin: string | undefined;
  readonly ends: { event: string; time: number; amount: Decimal; uom: string }[];
}

export interface ReachedLink {
  readonly from: Holding;
  readonly to: Holding;
  readonly kind: LinkKind;
  readonly event: string;
  readonly time: number;
  readonly amounts: Map<string, Decimal>;
  readonly uom: string | undefined;
  /** For transformations: the part of what came out that this input makes up. */
  share?: Decimal;
  atMost: boolean;
}

/** All that a walk reached, before anything is named or masked. */
export interface Reached {
  readonly roots: Set<Holding>;
  readonly holdings: Map<number, ReachedHolding>;
  readonly links: Map<string, ReachedLink>;
  /** By holding, filling and base unit: all that ever came there, from the root or not. */
  readonly totals: Map<string, Map<string, Decimal>>;
  /** Back: the amount of the root by base unit. */
  readonly rootAmounts: Map<string, Decimal>;
  gaps: Gap[];
  /** Links past this many are not kept. */
  readonly linksMax: number;
  truncated: boolean;
}

export const newReached = (linksMax: number): Reached => ({
  roots: new Set(),
  holdings: new Map(),
  links: new Map(),
  totals: new Map(),
  rootAmounts: new Map(),
  gaps: [],
  linksMax,
  truncated: false,
});

export function addTo(map: Map<string, Decimal>, base: string, amount: Decimal): void {
  const sum = map.get(base);
  map.set(base, sum === undefined ? amount : sum.plus(amount));
}

/** One amount as a map of base units. */
export const amountsOf = (amount: Decimal, uom: string): Amounts =>
  new Map([[baseOf(uom), toBase(amount, uom)]]);

interface Arrival {
  readonly time: number;
  readonly amounts: Amounts;
  readonly uom: string | undefined;
  readonly atMost: boolean;
  readonly inferred?: boolean;
  readonly origin?: string | undefined;
  readonly fill?: number | undefined;
}

/** An amount of the root comes to a holding. */
export function reach(reached: Reached, holding: Holding, arrival: Arrival): ReachedHolding {
  let entry = reached.holdings.get(holding.id);
  if (entry === undefined) {
    entry = {
      holding,
      time: arrival.time,
      amounts: new Map(),
      present: new Map(),
      peak: new Map(),
      fills: new Set(),
      uom: arrival.uom,
      atMost: false,
      inferred: arrival.inferred ?? false,
      origin: arrival.origin,
      ends: [],
    };
    reached.holdings.set(holding.id, entry);
  }
  if (arrival.time < entry.time) entry.time = arrival.time;
  if (arrival.atMost) entry.atMost = true;
  entry.origin ??= arrival.origin;
  entry.fills.add(arrival.fill ?? 0);
  if (!arrival.inferred) entry.inferred = false;
  for (const [base, amount] of arrival.amounts) {
    addTo(entry.amounts, base, amount);
    addTo(entry.present, base, amount);
    const there = entry.present.get(base) ?? ZERO;
    if (there.gt(entry.peak.get(base) ?? ZERO)) entry.peak.set(base, there);
  }
  return entry;
}

/** An amount of the root leaves a holding. */
export function leave(reached: Reached, holding: Holding, amounts: Amounts): void {
  const entry = reached.holdings.get(holding.id);
  if (entry === undefined) return;
  for (const [base, amount] of amounts) addTo(entry.present, base, amount.negated());
}

/** What had left a holding is there again without having been anywhere else. */
export function comeBack(reached: Reached, holding: Holding, amounts: Amounts): void {
  const entry = reached.holdings.get(holding.id);
  for (const [base, amount] of amounts) if (entry !== undefined) addTo(entry.present, base, amount);
}

/** Something of the root ends at a holding; what one event ends there is one end. */
export function endAt(
  reached: Reached,
  holding: Holding,
  of: { event: string; time: number; amount: Decimal; uom: string },
): void {
  const ends = reached.holdings.get(holding.id)?.ends;
  const last = ends?.at(-1);
  if (last?.event === of.event && last.uom === of.uom) last.amount = last.amount.plus(of.amount);
  else ends?.push({ ...of });
}

/** Amounts of one event between the same two holdings are one link. */
export function link(reached: Reached, of: Omit<ReachedLink, 'amounts'>, amounts: Amounts): void {
  const key = `${of.from.id}|${of.to.id}|${of.kind}|${of.event}`;
  let entry = reached.links.get(key);
  if (entry === undefined) {
    if (reached.links.size >= reached.linksMax) {
      reached.truncated = true;
      return;
    }
    entry = { ...of, amounts: new Map() };
    reached.links.set(key, entry);
  } else {
    if (of.atMost) entry.atMost = true;
    if (of.share !== undefined) entry.share = (entry.share ?? ZERO).plus(of.share);
  }
  for (const [base, amount] of amounts) addTo(entry.amounts, base, amount);
}

/** All that came to a holding, from the root or not; of a container, in one of its fillings. */
export function addTotal(reached: Reached, holding: Holding, fill: number, amounts: Amounts): void {
  const key = `${holding.id}|${fill}`;
  let total = reached.totals.get(key);
  if (total === undefined) {
    total = new Map();
    reached.totals.set(key, total);
  }
  for (const [base, amount] of amounts) addTo(total, base, amount);
}

/** What each pool and each container carries of the root while a walk runs over the steps. */
export class Carried {
  readonly #pools: (Decimal | undefined)[] = [];
  readonly #containers = new Map<string, Map<string, Decimal>>();
  /** Pools and containers that carry at most what is said here. */
  readonly #doubted = new Set<number | string>();

  inPool(id: number): Decimal {
    return this.#pools[id] ?? ZERO;
  }

  setPool(id: number, amount: Decimal): void {
    this.#pools[id] = amount;
  }

  addToPool(id: number, amount: Decimal): void {
    const sum = this.#pools[id];
    this.#pools[id] = sum === undefined ? amount : sum.plus(amount);
  }

  inContainer(container: string): Amounts {
    return this.#containers.get(container) ?? none;
  }

  addToContainers(containers: readonly string[] | undefined, amounts: Amounts, sign: 1 | -1): void {
    for (const container of containers ?? []) {
      let sums = this.#containers.get(container);
      if (sums === undefined) {
        sums = new Map();
        this.#containers.set(container, sums);
      }
      for (const [base, amount] of amounts) {
        const sum = (sums.get(base) ?? ZERO).plus(sign === 1 ? amount : amount.negated());
        if (sum.abs().lt(DUST)) sums.delete(base);
        else sums.set(base, sum);
      }
      if (sums.size === 0) this.#doubted.delete(container);
    }
  }

  /** From here on a pool, and the containers around it, carry at most what is said. */
  doubt(pool: number, within?: readonly string[]): void {
    this.#doubted.add(pool);
    this.doubtContainers(within);
  }

  doubtContainers(containers: readonly string[] | undefined): void {
    for (const container of containers ?? []) this.#doubted.add(container);
  }

  isDoubted(pool: number | undefined, container?: string): boolean {
    if (this.#doubted.size === 0) return false;
    return (
      (pool !== undefined && this.#doubted.has(pool)) ||
      (container !== undefined && this.#doubted.has(container))
    );
  }
}

const none: Amounts = new Map();
/** Below this an amount is the rounding of a division at 40 digits, not a thing. */
export const DUST: Decimal = new Decimal('1e-24');
export const isAmount = (amount: Decimal | undefined): amount is Decimal => amount?.gt(DUST) ?? false;
