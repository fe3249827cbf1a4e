import { type Amounts, minus, most, NOTHING, plus } from './amounts.ts';
import type { Holding, LinkKind } from './steps.ts';
import type { Decimal } from './units.ts';

export interface ReachedEnd {
  readonly event: string;
  readonly time: number;
  amount: Decimal;
  readonly uom: string;
}

/** What a walk found out about one holding. */
export interface ReachedHolding {
  readonly holding: Holding;
  /** When the root's amount first came here. */
  time: number;
  /** Forward what of it came from the root, back what of the root came through it. */
  amounts: Amounts;
  /** What of it is there while the walk runs, and the most that ever was at once. */
  present: Amounts;
  peak: Amounts;
  /** Fillings of a container that hold something of the root; 0 for what is no container. */
  fills: readonly number[];
  /** The unit to print: the pool's own; base units for containers. */
  readonly uom: string | undefined;
  /** The amounts are the most that it can be. */
  atMost: boolean;
  inferred: boolean;
  /** The event in which the unit began here: made, harvested, commissioned. */
  origin: string | undefined;
  ends: ReachedEnd[] | undefined;
}

export interface ReachedLink {
  readonly from: Holding;
  readonly to: Holding;
  readonly kind: LinkKind;
  readonly event: string;
  readonly time: number;
  readonly amounts: Amounts;
  readonly uom: string | undefined;
  /** For transformations: the part of what came out that this input makes up. */
  readonly share: Decimal | undefined;
  readonly atMost: boolean;
}

/** All that a walk reached, before anything is named or masked. */
export class Reached {
  readonly roots = new Set<Holding>();
  readonly links: ReachedLink[] = [];
  /** Back: the amount of the root. */
  rootAmounts: Amounts = NOTHING;
  /** Links past this many are not kept. */
  readonly linksMax: number;
  truncated = false;
  /** By the holding's id. */
  readonly #holdings: (ReachedHolding | undefined)[];
  /** By the holding's id: all that ever came there, from the root or not. Of containers see `#ofFillings`. */
  readonly #totals: (Amounts | undefined)[];
  /** By the container's holding and its filling. */
  readonly #ofFillings = new Map<number, Amounts>();

  constructor(linksMax: number, holdings: number) {
    this.linksMax = linksMax;
    this.#holdings = new Array(holdings).fill(undefined);
    this.#totals = new Array(holdings).fill(undefined);
  }

  /** The holdings that something of the root reached. */
  holdings(): ReachedHolding[] {
    return this.#holdings.filter((entry) => entry !== undefined);
  }

  holding(id: number): ReachedHolding | undefined {
    return this.#holdings[id];
  }

  /** An amount of the root comes to a holding. */
  reach(holding: Holding, arrival: Arrival): void {
    const { time, amounts, atMost, inferred, origin, fill } = arrival;
    const entry = this.#holdings[holding.id];
    if (entry === undefined) {
      this.#holdings[holding.id] = {
        holding,
        time,
        amounts,
        present: amounts,
        peak: amounts,
        fills: fill === 0 ? NEVER_FILLED : [fill],
        uom: arrival.uom,
        atMost,
        inferred,
        origin,
        ends: undefined,
      };
      return;
    }
    if (time < entry.time) entry.time = time;
    if (atMost) entry.atMost = true;
    if (!inferred) entry.inferred = false;
    entry.origin ??= origin;
    if (!entry.fills.includes(fill)) entry.fills = [...entry.fills, fill];
    entry.amounts = plus(entry.amounts, amounts);
    entry.present = plus(entry.present, amounts);
    entry.peak = most(entry.peak, entry.present);
  }

  /** An amount of the root leaves a holding. */
  leave(holding: Holding, amounts: Amounts): void {
    const entry = this.#holdings[holding.id];
    if (entry !== undefined) entry.present = minus(entry.present, amounts);
  }

  /** What had left a holding is there again without having been anywhere else. */
  comeBack(holding: Holding, amounts: Amounts): void {
    const entry = this.#holdings[holding.id];
    if (entry !== undefined) entry.present = plus(entry.present, amounts);
  }

  /** Something of the root ends at a holding; what one event ends there is one end. */
  end(holding: Holding, of: ReachedEnd): void {
    const entry = this.#holdings[holding.id];
    if (entry === undefined) return;
    entry.ends ??= [];
    const last = entry.ends.at(-1);
    if (last?.event === of.event && last.uom === of.uom) last.amount = last.amount.plus(of.amount);
    else entry.ends.push(of);
  }

  /** An amount of the root goes from one holding to another. */
  link(of: ReachedLink): void {
    if (this.links.length < this.linksMax) this.links.push(of);
    else this.truncated = true;
  }

  /** All that came to a holding, from the root or not; of a container, in one of its fillings. */
  addTotal(holding: Holding, fill: number, amounts: Amounts): void {
    const { id } = holding;
    if (fill === 0) {
      this.#totals[id] = plus(this.#totals[id] ?? NOTHING, amounts);
      return;
    }
    const key = id * FILLS_MAX + fill;
    this.#ofFillings.set(key, plus(this.#ofFillings.get(key) ?? NOTHING, amounts));
  }

  totalOf({ holding, fills }: ReachedHolding): Amounts {
    let total = NOTHING;
    for (const fill of fills) {
      const ofFill =
        fill === 0 ? this.#totals[holding.id] : this.#ofFillings.get(holding.id * FILLS_MAX + fill);
      total = plus(total, ofFill ?? NOTHING);
    }
    return total;
  }
}

const NEVER_FILLED: readonly number[] = [0];
/** More than any container can have: so that holding and filling make one safe integer. */
const FILLS_MAX = 2 ** 24;

/** The ids of the holdings that links lead from and to. */
export function endsOf(links: readonly ReachedLink[]): { from: Int32Array; to: Int32Array } {
  const from = new Int32Array(links.length);
  const to = new Int32Array(links.length);
  for (let at = 0; at < links.length; at++) {
    const link = links[at]!;
    from[at] = link.from.id;
    to[at] = link.to.id;
  }
  return { from, to };
}

interface Arrival {
  readonly time: number;
  readonly amounts: Amounts;
  readonly uom: string | undefined;
  readonly atMost: boolean;
  readonly inferred: boolean;
  readonly origin: string | undefined;
  readonly fill: number;
}
