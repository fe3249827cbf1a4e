import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Rows are sent in pieces of this many bytes, so that a large batch is never one buffer. */
const PIECE_BYTES = 256 * 1024;

/** Sends rows in PostgreSQL's text format and waits until the server has them. */
export async function copyInto(client: pg.PoolClient, sql: string, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const stream = client.query(copyFrom(sql));
  const finished = once(stream, 'finish');
  // Without a listener of its own a failure between two writes would be an unhandled rejection.
  finished.catch(() => {});
  for (const piece of toPieces(rows)) {
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), finished]);
  }
  stream.end();
  await finished;
}

/** Rows as bytes, written in place: four times cheaper than joining them to one text first. */
function* toPieces(rows: readonly string[]): Generator<Buffer> {
  let piece = Buffer.allocUnsafe(PIECE_BYTES);
  let written = 0;
  for (const row of rows) {
    // A UTF-16 unit is at most three bytes of UTF-8.
    const room = row.length * 3 + 1;
    if (written + room > piece.length) {
      if (written > 0) yield piece.subarray(0, written);
      piece = Buffer.allocUnsafe(Math.max(PIECE_BYTES, room));
      written = 0;
    }
    written += piece.write(row, written);
    written = piece.writeUInt8(10, written);
  }
  if (written > 0) yield piece.subarray(0, written);
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
