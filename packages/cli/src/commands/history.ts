import { type EventView, PER_PAGE_MAX } from '@yunsu/api';
import type { Common } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { historyText } from '../output/history-text.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';

/** Lists every event of a code in order, page after page. With `--json` each page is one line. */
export async function listHistory(common: Common, code: string, terminal: Terminal): Promise<Exit> {
  const client = connect(common, 'read');
  const events: EventView[] = [];
  let nextPageToken: string | undefined;
  do {
    const page = await client.readHistory({
      code,
      perPage: PER_PAGE_MAX,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    if (common.json) terminal.out(JSON.stringify(page));
    else events.push(...page.events);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  if (!common.json) for (const line of historyText(common.language, events)) terminal.out(line);
  return Exit.done;
}
