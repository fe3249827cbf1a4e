import type { Truncation } from '../trace/gather.ts';
import type { Key } from '../trace/posting.ts';
import { replayAround, type TraceSources } from '../trace/trace.ts';
import { type Leg, legsOf } from './legs.ts';
import { type Held, heldOf } from './silence.ts';

/** How well the records of one unit explain where it came from and went, one hop each. */
export interface Explained {
  readonly legs: readonly Leg[];
  readonly held: readonly Held[];
  readonly truncated: Truncation | null;
}

/** Replays a unit with what it is packed in, and says what its records explain. A pure function of its events. */
export async function explainUnit(sources: TraceSources, root: Key): Promise<Explained> {
  const { state, truncated, events } = await replayAround(sources, {
    root,
    direction: 'forward',
    packedOnly: true,
  });
  return {
    legs: legsOf(state),
    held: heldOf(state, [...events.values()].flat()),
    truncated: truncated ?? null,
  };
}
