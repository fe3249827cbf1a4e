import type { EventView, HistoryQuery } from '@yunsu/api';
import { type Caller, mayReadQuantities } from '@yunsu/domain';
import type { Context } from '../context.ts';
import type { Language } from '../files/heads.ts';
import { wordIn } from '../files/heads.ts';
import { eventColumns, openColumns, summaryTable, toTable } from '../files/trace-tables.ts';
import { toWorkbook } from '../files/workbook.ts';
import { readHistory } from './read-history.ts';

/** Most events of one file. */
export const HISTORY_EVENTS_MAX = 200_000;
/** Events read at once. */
const PIECE = 1_000;

/** The history of a unit as a workbook. */
export async function takeHistoryWorkbook(
  context: Context,
  caller: Caller,
  { code, knownAt }: Pick<HistoryQuery, 'code' | 'knownAt'>,
  language: Language,
  eventsMax = HISTORY_EVENTS_MAX,
): Promise<AsyncGenerator<Buffer>> {
  const query = { code, perPage: Math.min(PIECE, eventsMax), ...(knownAt === undefined ? {} : { knownAt }) };
  const first = await readHistory(context, caller, query);
  let cut = false;
  async function* events(): AsyncGenerator<EventView> {
    let page = first;
    for (let left = eventsMax; ; ) {
      yield* page.events.slice(0, left);
      left -= page.events.length;
      const { nextPageToken } = page;
      if (nextPageToken === undefined) return;
      if (left <= 0) {
        cut = true;
        return;
      }
      page = await readHistory(context, caller, { ...query, nextPageToken });
    }
  }
  const columns = openColumns(eventColumns, mayReadQuantities(caller));
  const tables = [toTable('events', columns, events(), language)];
  // What is left out is known when the events are through: the summary comes last.
  const facts = summaryTable(
    [
      ['askedCode', first.uri],
      ['asKnownAt', { time: first.asKnownAt.time }],
    ],
    language,
  );
  const rows = async function* () {
    yield* facts.rows;
    if (cut) yield [wordIn(language, 'truncated'), wordIn(language, 'cutEvents', { max: eventsMax })];
  };
  return toWorkbook([...tables, { ...facts, rows: rows() }]);
}
