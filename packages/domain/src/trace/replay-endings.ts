import { amountsOf } from './amounts.ts';
import type { Key } from './posting.ts';
import { collectUnit } from './replay-root.ts';
import { CONTAINMENT_MAX, type ReplayState, type UnitState } from './replay-state.ts';
import { appear, leaveContainer, settle, type Whereabouts } from './replay-units.ts';
import type { At, End, Holding, Pool } from './steps.ts';
import { ZERO } from './units.ts';

/** Ends with all that is in it. What has ended already does not end again. */
export function end(replay: ReplayState, at: At, state: UnitState, where: Whereabouts): void {
  leaveContainer(replay, at, state);
  settle(replay, at, state, where.place);
  appear(replay, at, state, where);
  if (state.holding === undefined || state.ended) return;
  endContent(replay, at, state, [state.unit], state.holding);
  endItem(replay, at, state, state.holding, []);
}

function endItem(
  replay: ReplayState,
  at: At,
  state: UnitState,
  holding: Holding,
  outOf: readonly Key[],
): void {
  state.ended = true;
  if (state.pool === undefined) return;
  const step: End = { step: 'end', ...at, holding, pool: state.pool, outOf, undone: false };
  state.endStep = step;
  replay.steps.push(step);
}

function endContent(
  replay: ReplayState,
  at: At,
  state: UnitState,
  chain: readonly Key[],
  holding: Holding,
): void {
  const container = replay.containers.get(state.unit);
  if (container === undefined || chain.length > CONTAINMENT_MAX) return;
  for (const [key, pool] of container.lots) {
    endLotInside(replay, at, pool, chain, holding);
    container.lots.delete(key);
  }
  for (const child of [...container.children]) {
    const inner = replay.unit(child);
    endContent(replay, at, inner, [child, ...chain], holding);
    collectUnit(replay, at, inner, chain);
    replay.takeFromChain(chain, replay.carried(inner));
    container.children.delete(child);
    inner.container = undefined;
    inner.holding = holding;
    inner.party = holding.party;
    inner.place = holding.place;
    endItem(replay, at, inner, holding, chain);
  }
}

function endLotInside(
  replay: ReplayState,
  at: At,
  pool: Pool,
  chain: readonly Key[],
  holding: Holding,
): void {
  const { total, uom, atMost } = pool;
  const { root } = replay.facts;
  if (chain.includes(root)) {
    replay.root('collect', at, { pool, amount: total, holding, fill: replay.container(root).fill });
  }
  pool.total = ZERO;
  replay.flow({
    ...at,
    kind: 'end',
    from: pool,
    fromHolding: holding,
    amount: total,
    arrived: total,
    uom,
    fromTotal: total,
    toTotal: ZERO,
    outOf: chain,
    atMost,
    inferred: false,
  });
  replay.takeFromChain(chain, amountsOf(total, uom));
}
