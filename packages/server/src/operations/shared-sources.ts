import { setImmediate } from 'node:timers/promises';
import type { FrontierUnit, Key, Posting, TraceSources } from '@yunsu/domain';

type Answer = Awaited<ReturnType<TraceSources['postings']>>;

const earliest = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : Math.min(one, other);
const latest = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : Math.max(one, other);

/** Gathers what is asked for in one turn and asks once. */
function joined<Q, A>(ask: (questions: readonly Q[]) => Promise<A>): (question: Q) => Promise<A> {
  let open: { questions: Q[]; answer: Promise<A> } | undefined;
  return (question) => {
    if (open === undefined) {
      const questions: Q[] = [];
      const answer = setImmediate().then(() => {
        open = undefined;
        return ask(questions);
      });
      open = { questions, answer };
    }
    open.questions.push(question);
    return open.answer;
  };
}

/** Asks for a list of keys, with all who ask in the same turn; each reads its own out of the answer. */
const joinedKeys = <V>(ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>) =>
  joined((lists: readonly (readonly string[])[]) => ask([...new Set(lists.flat())]));

/**
 * The same sources for many walks at once: what they ask for side by side goes to the store in one question. A unit that
 * several ask for with different bounds is read between the widest, and each gets the rows between its own.
 */
export function sharedSources(sources: TraceSources): TraceSources {
  const postings = joined(async (frontiers: readonly (readonly FrontierUnit[])[]) => {
    const widest = new Map<Key, FrontierUnit>();
    for (const { unit, from, to } of frontiers.flat()) {
      const known = widest.get(unit);
      const since = known === undefined ? from : earliest(known.from, from);
      const until = known === undefined ? to : latest(known.to, to);
      widest.set(unit, {
        unit,
        ...(since === undefined ? {} : { from: since }),
        ...(until === undefined ? {} : { to: until }),
      });
    }
    const { postings, truncatedUnits } = await sources.postings([...widest.values()]);
    return { byUnit: Map.groupBy(postings, ({ unit }) => unit), cut: new Set(truncatedUnits), widest };
  });
  return {
    postings: async (frontier) => {
      const { byUnit, cut, widest } = await postings(frontier);
      // Of a unit that was cut between wider bounds, its own bounds may hold everything.
      const again = frontier.filter(({ unit, from, to }) => {
        const bounds = widest.get(unit);
        return cut.has(unit) && (bounds?.from !== from || bounds?.to !== to);
      });
      const own = again.length === 0 ? undefined : await sources.postings(again);
      const anew = new Set(again.map(({ unit }) => unit));
      const rest = frontier.filter(({ unit }) => !anew.has(unit));
      return together(rest, byUnit, cut, own);
    },
    eventIDs: joinedKeys(sources.eventIDs),
    documents: joinedKeys(sources.documents),
    operators: joinedKeys(sources.operators),
    products: joinedKeys(sources.products),
  };
}

function together(
  frontier: readonly FrontierUnit[],
  byUnit: ReadonlyMap<Key, readonly Posting[]>,
  cut: ReadonlySet<Key>,
  own: Answer | undefined,
): Answer {
  const postings = frontier.flatMap(({ unit, from = -Infinity, to = Infinity }) =>
    (byUnit.get(unit) ?? []).filter(({ eventTime }) => eventTime >= from && eventTime <= to),
  );
  return {
    postings: [...postings, ...(own?.postings ?? [])],
    truncatedUnits: [
      ...frontier.map(({ unit }) => unit).filter((unit) => cut.has(unit)),
      ...(own?.truncatedUnits ?? []),
    ],
  };
}
