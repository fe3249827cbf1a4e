import type { CaptureEvent, EventState } from './capture-batch.ts';
import { arrayOf, type Executor } from './database.ts';
import { digestOf, toUuid } from './sha256.ts';

/** The key of an eventID in `event_key` and `pending_declaration`. */
export const eventIDKey = (eventID: string): string => digestOf(eventID);

/** What an event claims: to be what its actor says under its eventID. */
export interface Claim {
  readonly h: string;
  readonly slot: string;
  readonly content: string;
  /** The number it would have. */
  readonly event: string;
}

/**
 * One slot for the event itself per actor, so that nobody can take another's eventID; one per actor and content for
 * declarations, of which there may be several. The actor is in both: else a stranger could use up the slot of a
 * declaration before its owner makes it. `slots` remembers those of a batch's actors.
 */
export function toClaim(captured: CaptureEvent, event: string, slots: Map<string, string>): Claim {
  const { eventID, actor, content, declaration } = captured;
  const h = eventIDKey(eventID);
  if (declaration) {
    const slot = digestOf(`declaration\n${actor}\n${content}\n${declaration.content}`);
    return { h, slot, content: toUuid(content), event };
  }
  const slot = slots.get(actor) ?? digestOf(`event\n${actor}`);
  slots.set(actor, slot);
  return { h, slot, content: toUuid(content), event };
}

/** What became of a claim; `event` is the number that holds the slot. */
export interface Ruling {
  readonly state: Exclude<EventState, 'refused'>;
  readonly event: string;
}

/** Another event under the eventID of one of these claims: a declaration, or what another actor said. */
export interface Neighbour {
  readonly h: string;
  readonly event: string;
}

interface KeyRow {
  h: string;
  slot: string;
  content: string;
  event_id: string;
}

/**
 * Claims all slots at once, sorted, so that the index itself lets racing senders wait for each other, and tells what
 * became of each claim. No lock per event: a large batch would exhaust the lock table.
 */
export async function claimSlots(
  tx: Executor,
  claims: readonly Claim[],
): Promise<{ rulings: Ruling[]; neighbours: Neighbour[] }> {
  const firsts = new Map<string, Claim>();
  for (const claim of claims) if (!firsts.has(slotOf(claim))) firsts.set(slotOf(claim), claim);
  const distinct = [...firsts.values()].sort((a, b) => (slotOf(a) < slotOf(b) ? -1 : 1));
  if (distinct.length === 0) return { rulings: [], neighbours: [] };
  await insertClaims(tx, distinct);
  const rows = await readOthers(tx, distinct);
  const taken = new Map(rows.map((row) => [slotOf(row), row]));
  const rulings = claims.map((claim): Ruling => {
    const row = taken.get(slotOf(claim));
    const first = firsts.get(slotOf(claim)) ?? claim;
    if (row === undefined && first === claim) return { state: 'stored', event: claim.event };
    const content = row === undefined ? first.content : row.content;
    const event = row === undefined ? first.event : row.event_id;
    return { state: content === claim.content ? 'repeat' : 'conflict', event };
  });
  const neighbours = rows.filter((row) => !firsts.has(slotOf(row)));
  return { rulings, neighbours: neighbours.map((row) => ({ h: row.h, event: row.event_id })) };
}

const slotOf = (claim: { h: string; slot: string }) => `${claim.h}${claim.slot}`;

async function insertClaims(tx: Executor, claims: readonly Claim[]): Promise<void> {
  await tx.execute(
    `insert into event_key (h, slot, content, event_id)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[]) as c (h, slot, content, event_id)
      order by h, slot
     on conflict (h, slot) do nothing`,
    [
      arrayOf(claims.map(({ h }) => h)),
      arrayOf(claims.map(({ slot }) => slot)),
      arrayOf(claims.map(({ content }) => content)),
      arrayOf(claims.map(({ event }) => event)),
    ],
  );
}

/** Rows under the same eventIDs that are not these claims' own. */
function readOthers(tx: Executor, claims: readonly Claim[]): Promise<KeyRow[]> {
  const numbers = claims.map(({ event }) => BigInt(event)).sort((a, b) => (a < b ? -1 : 1));
  return tx.query<KeyRow>(
    `select h, slot, content, event_id from event_key
      where h = any($1::uuid[]) and not event_id between $2 and $3`,
    [arrayOf(claims.map(({ h }) => h)), String(numbers[0]), String(numbers.at(-1))],
  );
}
