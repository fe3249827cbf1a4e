import type { RegisterRows } from '@yunsu/api';
import type { Common } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../words.ts';
import { readBytes } from './files.ts';
import { refusalLines } from './refusals.ts';

/** Loads register files in order; a refused file does not stop the next, the exit code remembers it. */
export async function loadRegisters(
  common: Common,
  files: readonly string[],
  terminal: Terminal,
): Promise<Exit> {
  const client = connect(common, 'registers');
  let exit: Exit = Exit.done;
  for (const file of files) {
    const read = await readBytes(common.language, file);
    const rows = read.ok ? parseRows(common, file, read.bytes) : read.reason;
    if (typeof rows === 'string') {
      terminal.err(rows);
      exit = Exit.refused;
      continue;
    }
    try {
      const counts = await client.loadRegisters({ body: rows });
      if (common.json) terminal.out(JSON.stringify({ file, counts }));
      else terminal.out(`${file}  ${say(common.language, 'registersLoaded', counts)}`);
    } catch (error) {
      const lines = refusalLines(common, file, error);
      for (const line of lines) (common.json ? terminal.out : terminal.err)(line);
      exit = Exit.refused;
    }
  }
  return exit;
}

/** The rows of a file, or a sentence. The server judges their shape and lists every fault. */
function parseRows(common: Common, file: string, bytes: Uint8Array): RegisterRows | string {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as RegisterRows;
  } catch (error) {
    return say(common.language, 'notJson', { file, detail: (error as Error).message });
  }
}
