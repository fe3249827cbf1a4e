import { NOTHING, plus } from './amounts.ts';
import type { Key } from './posting.ts';
import type { Reached } from './reached.ts';
import type { ReplayState } from './replay-state.ts';
import type { Holding, RootStep, Step } from './steps.ts';

/**
 * A lot of which only serials are ever seen has no holding of its own. One node stands for it, in the hands and at
 * the place of its first serial; forward the serials are linked to it as members, back they merge into it.
 */
function standInOf(state: ReplayState): Holding | undefined {
  const { root } = state.facts;
  const first = state.steps.find((step) => isJoining(step) && step.fill === 0) as RootStep | undefined;
  if (first === undefined || first.holding.unit === root) return undefined;
  return state.holding(root, first.holding.party, first.holding.place);
}

const isJoining = (step: Step): step is RootStep => step.step === 'inject' || step.step === 'join';

/** A serial of the root lot. */
export const isMember = (step: Step, root: Key): step is RootStep =>
  isJoining(step) && step.fill === 0 && step.holding.unit !== root;

/** Back: the node that each serial's first holding is shown as, by holding id. */
export function standIns(state: ReplayState): Map<number, Holding> {
  const stand = standInOf(state);
  const shown = new Map<number, Holding>();
  if (stand === undefined) return shown;
  for (const step of state.steps) {
    if (isMember(step, state.facts.root)) shown.set(step.holding.id, stand);
  }
  return shown;
}

/** Forward: links the lot to its serials. */
export function addStandIn(state: ReplayState, reached: Reached): void {
  const stand = standInOf(state);
  if (stand === undefined) return;
  let whole = NOTHING;
  let first = Number.POSITIVE_INFINITY;
  for (const step of state.steps) {
    if (!isMember(step, state.facts.root)) continue;
    const { holding, event, time, pool } = step;
    const entry = reached.holding(holding.id);
    if (entry === undefined || !reached.roots.delete(holding)) continue;
    first = Math.min(first, time);
    const { amounts } = entry;
    const ends = { from: stand, to: holding, kind: 'membership' } as const;
    reached.link({ ...ends, event, time, amounts, uom: pool.uom, share: undefined, atMost: false });
    whole = plus(whole, amounts);
  }
  reached.roots.add(stand);
  const said = { uom: undefined, atMost: false, inferred: false, origin: undefined, fill: 0 };
  reached.reach(stand, { time: first, amounts: whole, ...said });
  reached.addTotal(stand, 0, whole);
}
