import type { BalanceLine, Ledger, LeftAmount } from './balance.ts';
import { type Inside, ledgerOfContent } from './balance-content.ts';
import { ledgerOfGoods } from './balance-goods.ts';
import type { Key, Posting } from './posting.ts';
import type { ReplayState } from './replay-state.ts';
import { leftOf, type Stock, stockIn, whereIs } from './stock.ts';
import { replayAround, type TraceSources } from './trace.ts';
import { baseOf, toBase } from './units.ts';

/** Where the rest of a unit is, and what became of all that is not there. */
export interface StockBalance extends Stock {
  /** A line for each dimension; of a container those of what it holds, or held when it was last filled. */
  readonly lines: readonly BalanceLine[];
}

/**
 * Where a unit is at an instant (`to`, microseconds; absent is now), with the balance that explains it. Linear in the
 * postings of the unit, of its serials and of the containers that it was packed in.
 */
export async function balanceOf(sources: TraceSources, root: Key, to?: number): Promise<StockBalance> {
  const { state, truncated, events } = await replayAround(sources, {
    root,
    direction: 'forward',
    packedOnly: true,
    ...(to === undefined ? {} : { to }),
  });
  const { ledger, left } = ledgerAndRest(state, events);
  return { ...stockIn(state, truncated), lines: ledger.print(left) };
}

function ledgerAndRest(
  state: ReplayState,
  events: ReadonlyMap<string, readonly Posting[]>,
): { ledger: Ledger; left: LeftAmount[] } {
  const unit = state.units.get(state.facts.root);
  if (unit !== undefined) {
    const content = ledgerOfContent(state);
    // A logistic unit is no amount by itself; a crate that holds nothing is an item like any other.
    if (content.inside.length > 0) return { ledger: content.ledger, left: sumInside(state, content.inside) };
    if (unit.pool === undefined) {
      const left = unit.ended ? [] : content.ledger.nothingAt(whereIs(state, unit));
      return { ledger: content.ledger, left };
    }
  }
  return { ledger: ledgerOfGoods(state, events), left: leftOf(state) };
}

/** What a container holds is where the container is. */
function sumInside(state: ReplayState, inside: readonly Inside[]): LeftAmount[] {
  const where = whereIs(state, state.unit(state.facts.root));
  const sums = new Map<string, LeftAmount>();
  for (const { pool, amount: inUnit } of inside) {
    const { uom } = pool;
    const base = baseOf(uom);
    const known = sums.get(base);
    const amount = toBase(inUnit, uom);
    sums.set(base, {
      where,
      base,
      uom: known === undefined || known.uom === uom ? uom : base,
      amount: known === undefined ? amount : known.amount.plus(amount),
      atMost: pool.atMost || (known?.atMost ?? false),
    });
  }
  return [...sums.values()];
}
