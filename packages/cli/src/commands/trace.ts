import type { TraceForm } from '@yunsu/api';
import type { Common, TraceOptions } from '../arguments.ts';
import type { Exit } from '../exit.ts';
import { traceText } from '../output/trace-text.ts';
import { connect } from '../remote.ts';
import type { TakenFile } from '../taken-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { isPiped, takeFiles } from './keep-file.ts';

export interface TraceAsked {
  readonly code: string;
  readonly options: TraceOptions;
  readonly files: readonly TakenFile<TraceForm>[];
}

/** Asks where a code came from and went, prints it as trees with quantities, and takes it away in the forms that are named. */
export async function traceCode(
  common: Common,
  { code, options, files }: TraceAsked,
  terminal: Terminal,
): Promise<Exit> {
  const direction = options.direction ?? 'both';
  const query = { code, ...options, direction };
  const client = connect(common, 'read');
  if (!isPiped(files)) {
    const trace = await client.traceCode(query);
    if (common.json) terminal.out(JSON.stringify(trace));
    else for (const line of traceText(common.language, trace, direction)) terminal.out(line);
  }
  const ask = (form: TraceForm) => client.takeTrace({ ...query, form, lang: common.language });
  return await takeFiles(common, files, ask, terminal);
}
