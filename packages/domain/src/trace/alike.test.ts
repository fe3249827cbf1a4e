import fc from 'fast-check';
import { expect, test } from 'vitest';
import { key } from '../../test/support/memory-store.ts';
import { type ShortStory, Teller, uriOf } from '../../test/support/notation.ts';
import { anything, containers, items, lots } from '../../test/support/random-stories.ts';
import { type TraceSources, traceUnit } from '../index.ts';

/** Every item of a story as several that go the same way. */
function multiplied(story: ShortStory, copies: number): ShortStory {
  const each = (names: readonly string[] = []) =>
    names.flatMap((name) =>
      /^[a-z]+\./.test(name)
        ? Array.from({ length: copies }, (_, n) => (n === 0 ? name : `${name}x${n}`))
        : [name],
    );
  return {
    ...story,
    events: story.events.map((event) => ({
      ...event,
      ...(event.epcList && { epcList: each(event.epcList) }),
      ...(event.childEPCs && { childEPCs: each(event.childEPCs) }),
      ...(event.inputEPCList && { inputEPCList: each(event.inputEPCList) }),
      ...(event.outputEPCList && { outputEPCList: each(event.outputEPCList) }),
    })),
  };
}

/** The same rows, and never a word that some are alike. */
const plain = (store: TraceSources): TraceSources => ({
  ...store,
  postings: (frontier) => store.postings(frontier),
});

test('items that stand for others give the graph of all of them, to the letter', async () => {
  await fc.assert(
    fc.asyncProperty(
      anything,
      fc.constantFrom(...lots, ...items, ...containers),
      fc.integer({ min: 1, max: 4 }),
      async (told, name, copies) => {
        const { store } = new Teller(multiplied(told, copies));
        const request = { root: key(uriOf(name)), direction: 'forward' } as const;
        expect(await traceUnit(store, request)).toEqual(await traceUnit(plain(store), request));
      },
    ),
    { numRuns: 1_000 },
  );
});
