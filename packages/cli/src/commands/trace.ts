import { writeFile } from 'node:fs/promises';
import { pictureGraphOf, type TraceAnswer } from '@yunsu/api';
import { drawPicture, toPictureSvg } from '@yunsu/domain';
import type { Common, TraceOptions } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { traceText } from '../output/trace-text.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../words.ts';

/** Asks where a code came from and went, prints it as trees with quantities, and draws it where a file is named. */
export async function traceCode(
  common: Common,
  code: string,
  { svg, ...options }: TraceOptions,
  terminal: Terminal,
): Promise<Exit> {
  const direction = options.direction ?? 'both';
  const trace = await connect(common, 'read').traceCode({ code, ...options, direction });
  if (common.json) terminal.out(JSON.stringify(trace));
  else for (const line of traceText(common.language, trace, direction)) terminal.out(line);
  return svg === undefined ? Exit.done : await draw(common, { trace, direction, file: svg }, terminal);
}

interface Drawn {
  readonly trace: TraceAnswer;
  readonly direction: 'back' | 'forward' | 'both';
  readonly file: string;
}

/** Draws an answer here, without asking the server again: the picture is about the very lines that were printed. */
async function draw(
  { language, json }: Common,
  { trace, direction, file }: Drawn,
  terminal: Terminal,
): Promise<Exit> {
  const graph = pictureGraphOf(trace, language);
  const text = toPictureSvg(drawPicture(graph, { language, flow: 'right', direction }));
  try {
    await writeFile(file, text);
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    terminal.err(say(language, 'fileUnwritable', { file, detail }));
    return Exit.refused;
  }
  // Standard output is the answer alone where a program reads it.
  const told = say(language, 'fileWritten', { file, bytes: Buffer.byteLength(text) });
  if (json) terminal.err(told);
  else terminal.out(told);
  return Exit.done;
}
