import type { Common } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { completenessText } from '../output/completeness-text.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';

/** Asks how much of the way of a code the records explain, and prints the score with its working. */
export async function readCompleteness(common: Common, code: string, terminal: Terminal): Promise<Exit> {
  const answer = await connect(common, 'read').readCompleteness({ code });
  if (common.json) terminal.out(JSON.stringify(answer));
  else for (const line of completenessText(common.language, answer)) terminal.out(line);
  return Exit.done;
}
