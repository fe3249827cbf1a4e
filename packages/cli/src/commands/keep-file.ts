import { access, link, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Common } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { STANDARD_OUTPUT, type TakenFile } from '../taken-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../words.ts';

/** True where the answer goes to standard output as a file, which nothing else may be mixed with. */
export const isPiped = (files: readonly TakenFile<string>[]): boolean =>
  files.some(({ file }) => file === STANDARD_OUTPUT);

/** Asks for each file in turn and keeps it; what is in the way of one is said before the server is asked. */
export async function takeFiles<F extends string>(
  common: Common,
  files: readonly TakenFile<F>[],
  ask: (form: F) => Promise<Uint8Array>,
  terminal: Terminal,
): Promise<Exit> {
  for (const { form, file } of files) {
    const ended =
      (file !== STANDARD_OUTPUT && (await isThere(file)) && refuseFile(common, file, 'EEXIST', terminal)) ||
      (await keepFile(common, file, await ask(form), terminal));
    if (ended !== Exit.done) return ended;
  }
  return Exit.done;
}

/** Writes a file whole or not at all, and never over one that is there. */
async function keepFile(common: Common, file: string, bytes: Uint8Array, terminal: Terminal): Promise<Exit> {
  if (file === STANDARD_OUTPUT) {
    terminal.bytes(bytes);
    return Exit.done;
  }
  try {
    await writeWhole(file, bytes);
  } catch (error) {
    return refuseFile(common, file, (error as NodeJS.ErrnoException).code ?? String(error), terminal);
  }
  // Standard output is the answer alone where a program reads it.
  const told = say(common.language, 'fileWritten', { file, bytes: bytes.length });
  if (common.json) terminal.err(told);
  else terminal.out(told);
  return Exit.done;
}

function refuseFile({ language }: Common, file: string, detail: string, terminal: Terminal): Exit {
  terminal.err(
    detail === 'EEXIST'
      ? say(language, 'fileThere', { file })
      : say(language, 'fileUnwritable', { file, detail }),
  );
  return Exit.refused;
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** The name is given when all bytes are on the disk; a second name is refused where the first is taken, even by a file of this instant. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    await writeFile(part, bytes, { flag: 'wx', flush: true });
    await link(part, file).catch(async (error: NodeJS.ErrnoException) => {
      // File systems without second names: FAT, some of the network's.
      if (error.code === 'EEXIST' || (await isThere(file))) throw Object.assign(error, { code: 'EEXIST' });
      await rename(part, file);
    });
  } finally {
    await rm(part, { force: true });
  }
}
