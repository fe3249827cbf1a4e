import { Problem, type TraceQuery, words } from '@yunsu/api';
import { type Caller, GATHER_LIMITS, type Truncation, type UsedEvent } from '@yunsu/domain';
import { STANDARD_CONTEXT, toBareEvent } from '@yunsu/epcis';
import type { Context } from '../context.ts';
import { readEvents } from '../store/read-events.ts';
import { toAnswerText } from './event-text.ts';
import { findUnit } from './find-unit.ts';
import { toInstant } from './instant.ts';
import { readKnownPoint } from './known-point.ts';
import { listUsedEvents } from './list-used-events.ts';
import { keyNeeded } from './open-trace.ts';
import { parseInstant } from './parse-instant.ts';
import { chunks } from './trace-sources.ts';
import { withActor } from './with-actor.ts';

/** Events read and written at once. */
const PIECE = 1_000;

/**
 * An EPCISDocument with the events that a trace was computed from, in order of time, as the caller may see them: secrets are
 * left out, also the caller's own, for the file is given on. An event that was captured without `yunsu:party` says whose it
 * is, so that whoever captures the document again gets the same hands. A walk that meets a limit is refused: half of its events
 * would give another trace.
 */
export async function takeTraceDocument(
  context: Context,
  caller: Caller,
  query: TraceQuery,
  limits = GATHER_LIMITS,
): Promise<AsyncGenerator<string>> {
  if (caller.plane === 'public') throw keyNeeded();
  const unit = await findUnit(context, query.code);
  parseInstant('from', query.from);
  parseInstant('to', query.to);
  const known = await readKnownPoint(context, query.knownAt);
  const { events, truncated } = await listUsedEvents(context, caller, unit, { ...query, known, limits });
  if (truncated) throw tooLarge(truncated);
  return pieces(context, caller, events);
}

const tooLarge = ({ limit, max }: Truncation): Problem =>
  new Problem('too-many-events', {
    detail: words(
      `The trace meets the limit ${limit} (${max}). Ask for one direction, or for what happened until an earlier time (to).`,
      `追溯达到上限 ${limit}（${max}）。请只查询一个方向，或用 to 指定更早的截止时间。`,
    ),
  });

async function* pieces(
  context: Context,
  caller: Caller,
  events: readonly UsedEvent[],
): AsyncGenerator<string> {
  const standard = JSON.stringify([STANDARD_CONTEXT]);
  const created = JSON.stringify(context.now().toISOString());
  yield `{"@context":${standard},"type":"EPCISDocument","schemaVersion":"2.0","creationDate":${created},"epcisBody":{"eventList":[`;
  let isFirst = true;
  for (const part of chunks(events, PIECE)) {
    const numbers = part.map(({ event }) => event);
    const rows = new Map((await readEvents(context.db, caller, numbers)).map((row) => [row.event, row]));
    const texts = numbers.flatMap((number) => {
      const row = rows.get(number);
      if (row === undefined) return [];
      const { doc, contextText, eventID, recordTime, actor } = row;
      const text = toAnswerText(doc, { eventID, recordTime: toInstant(recordTime) });
      const whole = withActor(text, contextText, actor);
      return contextText === standard ? whole : toBareEvent(whole, contextText);
    });
    if (texts.length === 0) continue;
    yield (isFirst ? '' : ',') + texts.join(',');
    isFirst = false;
  }
  yield ']}}';
}
