import type { Common, TraceOptions } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { traceText } from '../output/trace-text.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';

/** Asks where a code came from and went, and prints it as trees with quantities. */
export async function traceCode(
  common: Common,
  code: string,
  options: TraceOptions,
  terminal: Terminal,
): Promise<Exit> {
  const direction = options.direction ?? 'both';
  const trace = await connect(common, 'read').traceCode({ code, ...options, direction });
  if (common.json) terminal.out(JSON.stringify(trace));
  else for (const line of traceText(common.language, trace, direction)) terminal.out(line);
  return Exit.done;
}
