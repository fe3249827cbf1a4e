import type { Caller } from '@yunsu/domain';
import type { SecretCut } from './capture-batch.ts';
import type { Cipher } from './cipher.ts';
import type { Executor } from './database.ts';
import { secretLabel } from './event-rows.ts';

interface SecretRow {
  event_id: string;
  byte_offset: number;
  path: string;
  ciphertext: Buffer;
}

/** The secrets of these events that are the caller's own (of `system`: all), by event number. */
export async function readSecrets(
  db: Executor,
  caller: Caller,
  events: readonly string[],
  cipher: Cipher,
): Promise<Map<string, SecretCut[]>> {
  const owner = caller.plane === 'system' ? null : caller.party;
  if (owner === undefined) return new Map();
  const rows = await db.query<SecretRow>(
    `select event_id, byte_offset, path, ciphertext from event_secret
      where event_id = any($1::bigint[]) and ($2::text is null or owner = $2)
      order by event_id, byte_offset`,
    [events, owner],
  );
  const byEvent = new Map<string, SecretCut[]>();
  for (const { event_id, byte_offset, path, ciphertext } of rows) {
    const plaintext = cipher.open(ciphertext, secretLabel(event_id, byte_offset)).toString('utf8');
    const cuts = byEvent.get(event_id) ?? [];
    cuts.push({ path, byteOffset: byte_offset, plaintext });
    byEvent.set(event_id, cuts);
  }
  return byEvent;
}

/** Puts secrets back into the text they were cut out of, byte for byte; all of them or, of one text, none. */
export function restoreSecrets(doc: string, secrets: readonly SecretCut[]): string {
  const rest = Buffer.from(doc);
  const pieces: Buffer[] = [];
  let taken = 0;
  let written = 0;
  for (const { byteOffset, plaintext } of [...secrets].sort((a, b) => a.byteOffset - b.byteOffset)) {
    const upTo = taken + byteOffset - written;
    if (upTo < taken || upTo > rest.length) throw new Error(`no place at byte ${byteOffset} for a secret`);
    const secret = Buffer.from(plaintext);
    pieces.push(rest.subarray(taken, upTo), secret);
    taken = upTo;
    written = byteOffset + secret.length;
  }
  return Buffer.concat([...pieces, rest.subarray(taken)]).toString('utf8');
}
