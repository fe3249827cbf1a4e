import type { Key } from '@yunsu/domain';
import type { CaptureEvent } from './capture-batch.ts';
import type { Cipher } from './cipher.ts';
import { copyKeys, copyPlain, copyText, copyTexts } from './copy.ts';
import type { Claim } from './event-key.ts';
import type { Transaction } from './transaction.ts';

/** An event that is about to be stored, with all that the store adds. */
export interface AcceptedEvent {
  readonly captured: CaptureEvent;
  readonly event: string;
  /** eventTime as PostgreSQL reads it. */
  readonly time: string;
  readonly claim: Claim;
  readonly rights: number;
  readonly context: string;
}

/** Copies events, postings, paths and secrets. `aliases` leads from another name of a unit to the unit. */
export async function copyEvents(
  tx: Transaction,
  events: readonly AcceptedEvent[],
  aliases: ReadonlyMap<Key, Key>,
  cipher: Cipher | undefined,
): Promise<void> {
  const unitOf = (key: Key) => aliases.get(key) ?? key;
  await tx.copy(
    `copy event (event_id, event_uri, event_time, zone_offset, type, action, biz_step, process, disposition,
       persistent_set, persistent_unset, read_point, biz_location, actor, declared, rights, context, units, doc, ext)
     from stdin`,
    events.map((event) => eventRow(event, unitOf)),
  );
  await tx.copy(
    `copy epc_event (k, event_time, event_id, role, peer, peers, quantity, uom, place, party, void_from, rights)
     from stdin`,
    events.flatMap((event) => postingRows(event, unitOf)),
  );
  await tx.copy('copy event_party (party, event_time, event_id) from stdin', events.flatMap(partyRows));
  await tx.copy('copy event_scope (scope, event_time, event_id) from stdin', events.flatMap(scopeRows));
  await tx.copy(
    'copy event_secret (event_id, byte_offset, path, owner, ciphertext) from stdin',
    events.flatMap((event) => secretRows(event, cipher)),
  );
}

function eventRow(
  { captured, event, time, rights, context }: AcceptedEvent,
  unitOf: (key: Key) => Key,
): string {
  const { event: said } = captured;
  const fields = [
    event,
    copyText(captured.eventID),
    time,
    copyText(said.eventTimeZoneOffset),
    said.type,
    copyPlain(said.action),
    copyText(said.bizStep),
    copyText(captured.process),
    copyText(said.disposition),
    copyTexts(said.persistentDisposition?.set ?? []),
    copyTexts(said.persistentDisposition?.unset ?? []),
    copyPlain(captured.readPoint),
    copyPlain(captured.bizLocation),
    copyText(captured.actor),
    captured.declaration ? 't' : 'f',
    rights,
    context,
    copyKeys([...new Set(captured.postings.map((posting) => unitOf(posting.unit)))]),
    copyText(captured.text),
    captured.ext === '{}' || captured.ext === '' ? '\\N' : copyText(captured.ext),
  ];
  return fields.join('\t');
}

/** A declaration is about an event and is none itself: its postings are void from the start. */
function postingRows({ captured, event, time, rights }: AcceptedEvent, unitOf: (key: Key) => Key): string[] {
  const voidFrom = captured.declaration ? event : '\\N';
  return captured.postings.map((posting) => {
    const { unit, role, peer, peers, quantity, uom, place, party } = posting;
    const start = `${unitOf(unit)}\t${time}\t${event}\t${role}\t`;
    const peerFields = `${peer ? unitOf(peer) : '\\N'}\t${copyKeys(peers?.map(unitOf))}\t`;
    const rest = `${copyPlain(quantity)}\t${uom === undefined ? '\\N' : copyText(uom)}\t`;
    return `${start}${peerFields}${rest}${copyPlain(place)}\t${copyPlain(party)}\t${voidFrom}\t${rights}`;
  });
}

function partyRows({ captured, event, time }: AcceptedEvent): string[] {
  const parties = new Set([captured.actor, ...captured.parties]);
  return [...parties].map((party) => `${copyText(party)}\t${time}\t${event}`);
}

function scopeRows({ captured, event, time }: AcceptedEvent): string[] {
  return [...new Set(captured.scopes)].map((scope) => `${copyText(scope)}\t${time}\t${event}`);
}

function secretRows({ captured, event }: AcceptedEvent, cipher: Cipher | undefined): string[] {
  if (captured.secrets.length === 0) return [];
  if (!cipher) throw new Error('an event with secrets needs a cipher to store them');
  return captured.secrets.map(({ path, byteOffset, plaintext }) => {
    const sealed = cipher.seal(Buffer.from(plaintext), secretLabel(event, byteOffset));
    const bytes = `\\\\x${sealed.toString('hex')}`;
    return `${event}\t${byteOffset}\t${copyText(path)}\t${copyText(captured.actor)}\t${bytes}`;
  });
}

/** Binds a ciphertext to its place, so that one row's secret cannot be put into another. */
export const secretLabel = (event: string, byteOffset: number): string => `${event}:${byteOffset}`;
