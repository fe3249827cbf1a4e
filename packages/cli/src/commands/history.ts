import { type Client, type EventView, PER_PAGE_MAX } from '@yunsu/api';
import type { Common } from '../arguments.ts';
import type { Exit } from '../exit.ts';
import { historyText } from '../output/history-text.ts';
import { connect } from '../remote.ts';
import type { TakenFile } from '../taken-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { isPiped, takeFiles } from './keep-file.ts';

export interface HistoryAsked {
  readonly code: string;
  readonly files: readonly TakenFile<'xlsx'>[];
}

/** Lists every event of a code in order and takes them away as a workbook where a file is named. */
export async function listHistory(
  common: Common,
  { code, files }: HistoryAsked,
  terminal: Terminal,
): Promise<Exit> {
  const client = connect(common, 'read');
  if (!isPiped(files)) await printHistory(common, client, code, terminal);
  return await takeFiles(common, files, () => client.takeHistory({ code, lang: common.language }), terminal);
}

/** Page after page. With `--json` each page is one line. */
async function printHistory(common: Common, client: Client, code: string, terminal: Terminal): Promise<void> {
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
}
