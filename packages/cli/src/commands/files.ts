import { readFile, stat } from 'node:fs/promises';
import { type Language, say } from '../words.ts';

/** Largest file that is read into memory; the server's own limit on a body is lower. */
export const FILE_BYTES_MAX = 256 * 1024 * 1024;

export type FileBytes =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: string };

/** The bytes of a file, or a sentence why not. */
export async function readBytes(
  language: Language,
  file: string,
  bytesMax = FILE_BYTES_MAX,
): Promise<FileBytes> {
  try {
    const { size } = await stat(file);
    if (size > bytesMax) return { ok: false, reason: say(language, 'fileTooLarge', { file, max: bytesMax }) };
    return { ok: true, bytes: await readFile(file) };
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error);
    return { ok: false, reason: say(language, 'fileUnreadable', { file, detail }) };
  }
}
