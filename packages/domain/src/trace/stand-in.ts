import { type Amounts, addTo, addTotal, link, type Reached, reach } from './reached.ts';
import type { ReplayState } from './replay-state.ts';
import type { Holding } from './steps.ts';

/**
 * A lot of which only serials are ever seen has no holding of its own. One node stands for it, in the hands and at
 * the place of its first serial; forward the serials are linked to it as members, back they merge into it.
 */
function standInOf(state: ReplayState): Holding | undefined {
  const { root } = state.facts;
  const first = state.steps.find((step) => step.step === 'inject' && step.fill === 0);
  if (first?.step !== 'inject' || first.holding.unit === root) return undefined;
  return state.holding(root, first.holding.party, first.holding.place);
}

/** Back: the node that each serial's first holding is shown as, by holding id. */
export function standIns(state: ReplayState): Map<number, Holding> {
  const stand = standInOf(state);
  const shown = new Map<number, Holding>();
  if (stand === undefined) return shown;
  for (const step of state.steps) {
    if (step.step === 'collect' && step.fill === 0 && step.holding.unit !== state.facts.root)
      shown.set(step.holding.id, stand);
  }
  return shown;
}

/** Forward: links the lot to its serials. */
export function addStandIn(state: ReplayState, reached: Reached): void {
  const stand = standInOf(state);
  if (stand === undefined) return;
  const whole = new Map<string, NonNullable<ReturnType<Amounts['get']>>>();
  let time = Number.POSITIVE_INFINITY;
  for (const step of state.steps) {
    if (step.step !== 'inject' || step.fill !== 0 || step.holding.unit === state.facts.root) continue;
    const entry = reached.holdings.get(step.holding.id);
    if (entry === undefined || !reached.roots.has(step.holding)) continue;
    reached.roots.delete(step.holding);
    time = Math.min(time, step.time);
    const { event, pool } = step;
    link(
      reached,
      {
        from: stand,
        to: step.holding,
        kind: 'membership',
        event,
        time: step.time,
        uom: pool.uom,
        atMost: false,
      },
      entry.amounts,
    );
    for (const [base, amount] of entry.amounts) addTo(whole, base, amount);
  }
  reached.roots.add(stand);
  reach(reached, stand, { time, amounts: whole, uom: undefined, atMost: false });
  addTotal(reached, stand, 0, whole);
}
