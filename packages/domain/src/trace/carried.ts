import { type Amounts, minus, NOTHING, plus } from './amounts.ts';
import { type Decimal, ZERO } from './units.ts';

/** What each pool and each container carries of the root while a walk runs over the steps. */
export class Carried {
  readonly #pools: Decimal[];
  readonly #containers = new Map<string, Amounts>();
  /** Pools and containers that carry at most what is said here. */
  readonly #doubted = new Set<number | string>();

  constructor(pools: number) {
    this.#pools = new Array(pools).fill(ZERO);
  }

  inPool(id: number): Decimal {
    return this.#pools[id] ?? ZERO;
  }

  setPool(id: number, amount: Decimal): void {
    this.#pools[id] = amount;
  }

  addToPool(id: number, amount: Decimal): void {
    const sum = this.inPool(id);
    this.#pools[id] = sum.isZero() ? amount : sum.plus(amount);
  }

  inContainer(container: string): Amounts {
    return this.#containers.get(container) ?? NOTHING;
  }

  addToContainers(containers: readonly string[] | undefined, amounts: Amounts): void {
    if (containers === undefined) return;
    for (const container of containers)
      this.#containers.set(container, plus(this.inContainer(container), amounts));
  }

  takeFromContainers(containers: readonly string[] | undefined, amounts: Amounts): void {
    if (containers === undefined) return;
    for (const container of containers) {
      const left = minus(this.inContainer(container), amounts);
      this.#containers.set(container, left);
      if (left.length === 0) this.#doubted.delete(container);
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
