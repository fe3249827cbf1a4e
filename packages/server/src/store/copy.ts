import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Rows are sent in pieces of about this many characters, so that a large batch is never one buffer. */
const PIECE_CHARACTERS = 256 * 1024;

/** Sends rows in PostgreSQL's text format and waits until the server has them. */
export async function copyInto(client: pg.PoolClient, sql: string, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const stream = client.query(copyFrom(sql));
  const finished = once(stream, 'finish');
  // Without a listener of its own a failure between two writes would be an unhandled rejection.
  finished.catch(() => {});
  let piece: string[] = [];
  let characters = 0;
  for (const row of rows) {
    piece.push(row, '\n');
    characters += row.length;
    if (characters < PIECE_CHARACTERS) continue;
    if (!stream.write(piece.join(''))) await Promise.race([once(stream, 'drain'), finished]);
    piece = [];
    characters = 0;
  }
  stream.end(piece.join(''));
  await finished;
}

const ESCAPED = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as a field of COPY's text format; absent is NULL. */
export function copyText(value: string | undefined): string {
  if (value === undefined) return '\\N';
  return ESCAPED.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? '') : value;
}

/** A value that holds no character to escape: a number, a uuid, a timestamp, a boolean. */
export function copyPlain(value: string | number | boolean | undefined): string {
  return value === undefined ? '\\N' : String(value);
}

/** An array of uuids; absent is NULL. */
export function copyKeys(keys: readonly string[] | undefined): string {
  return keys === undefined ? '\\N' : `{${keys.join(',')}}`;
}

/** An array of texts. */
export function copyTexts(texts: readonly string[]): string {
  const quoted = texts.map((text) => `"${text.replace(/["\\]/g, (character) => `\\${character}`)}"`);
  return copyText(`{${quoted.join(',')}}`);
}
