import { STOCK_EVENTS_MAX } from '@yunsu/api';
import { type BalanceLine, type BalanceTerm, type EndKind, endKindOf, splitTerm } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { EVENT_FACTS_MAX, type EventFact, readEventFacts } from '../store/read-event-facts.ts';
import { toInstant } from './instant.ts';
import { readAll } from './trace-sources.ts';

/** What the events of a balance did, by their numbers. */
export type TermFacts = ReadonlyMap<string, EventFact>;

/** Reads what the events of all terms did; their postings have been given to the caller already. */
export function readTermFacts(
  { db }: Context,
  lines: readonly BalanceLine<string, string>[],
): Promise<TermFacts> {
  const terms = lines.flatMap(({ cameIn, wentOut }) => [...cameIn, ...wentOut]);
  const events = new Set(terms.flatMap(({ entries }) => entries.flatMap(({ event }) => event || [])));
  return readAll([...events], EVENT_FACTS_MAX, (part) => readEventFacts(db, part));
}

const ends: readonly EndKind[] = ['sold', 'consumed', 'destroyed', 'sampled', 'ended'];

/** A line as answers give it: what ended is told apart by what its events did. */
export function sayLine<In extends string, Out extends string>(
  { uom, cameIn, wentOut, left, leftMax }: BalanceLine<In, Out>,
  events: TermFacts,
) {
  const gone = wentOut.flatMap((term): BalanceTerm<Out | EndKind>[] =>
    term.kind === 'ended' ? splitTerm(term, ends, (event) => endKindOf(events.get(event))) : [term],
  );
  return {
    ...(uom === undefined ? {} : { uom }),
    cameIn: cameIn.map((term) => sayTerm(term, events)),
    wentOut: gone.map((term) => sayTerm(term, events)),
    ...(left === undefined ? {} : { left }),
    ...(leftMax === undefined ? {} : { leftMax }),
  };
}

function sayTerm<Kind extends string>({ kind, quantity, entries }: BalanceTerm<Kind>, events: TermFacts) {
  const real = entries.filter(({ event }) => event !== '');
  return {
    kind,
    ...(quantity === undefined ? {} : { quantity }),
    events: real.slice(0, STOCK_EVENTS_MAX).map(({ event, time, quantity: part }) => ({
      eventID: events.get(event)?.eventID ?? '',
      time: toInstant(time),
      ...(part === undefined ? {} : { quantity: part }),
    })),
    count: real.length,
  };
}
