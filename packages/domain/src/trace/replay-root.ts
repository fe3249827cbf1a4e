import type { Key } from './posting.ts';
import { CONTAINMENT_MAX, type ReplayState, type UnitState } from './replay-state.ts';
import type { At, Holding, Pool } from './steps.ts';

/** Every pool inside a unit: its own, and those of all that is packed in it. */
export function poolsOf(replay: ReplayState, unit: Key, depthLeft = CONTAINMENT_MAX): Pool[] {
  const own = replay.units.get(unit)?.pool;
  const container = replay.containers.get(unit);
  if (container === undefined || depthLeft === 0) return own === undefined ? [] : [own];
  const inner = [...container.children].flatMap((child) => poolsOf(replay, child, depthLeft - 1));
  const content = [...container.lots.values(), ...inner];
  return content.length > 0 || own === undefined ? content : [own];
}

/** Packing into the root container brings the root into being; taking out of it is where a walk back begins. */
export function injectUnit(
  replay: ReplayState,
  at: At,
  state: UnitState,
  chain: readonly Key[],
  holding: Holding,
): void {
  const { root } = replay.facts;
  if (!chain.includes(root)) return;
  const { fill } = replay.container(root);
  for (const pool of poolsOf(replay, state.unit))
    replay.root('inject', at, { pool, amount: pool.total, holding, fill });
}

/** What is taken out of the root container is part of the root that a walk back starts from. */
export function collectUnit(replay: ReplayState, at: At, state: UnitState, chain: readonly Key[]): void {
  const { root } = replay.facts;
  const holding = replay.units.get(root)?.holding;
  if (!chain.includes(root) || holding === undefined) return;
  const { fill } = replay.container(root);
  for (const pool of poolsOf(replay, state.unit))
    replay.root('collect', at, { pool, amount: pool.total, holding, fill });
}
