import type { Truncation } from '../trace/gather.ts';
import type { Key } from '../trace/posting.ts';
import { replayAround, type TraceSources } from '../trace/trace.ts';
import { LEG_LINKS_MAX, type Leg, legsOf } from './legs.ts';
import { type Held, heldOf } from './silence.ts';

/** How well the records of one unit explain where it came from and went, one hop each. */
export interface Explained {
  readonly legs: readonly Leg[];
  readonly held: readonly Held[];
  readonly truncated: Truncation | null;
}

/**
 * Replays a unit with what it is packed in, and says what its records explain. A pure function of its events. A limit that was
 * reached is in `truncated`: that of the walk, or `linksMax`.
 */
export async function explainUnit(
  sources: TraceSources,
  root: Key,
  linksMax: number = LEG_LINKS_MAX,
): Promise<Explained> {
  const { state, truncated, events } = await replayAround(sources, {
    root,
    direction: 'forward',
    packedOnly: true,
    // So that what is kept of a unit depends on no event that neither names it nor what it moves with.
    nodes: false,
  });
  const { legs, truncated: cut } = legsOf(state, linksMax);
  return {
    legs,
    held: heldOf(state, [...events.values()].flat()),
    truncated: truncated ?? (cut ? { limit: 'linksMax', max: linksMax, at: root } : null),
  };
}
