import { randomBytes } from 'node:crypto';
import type { Key } from '@yunsu/domain';
import type { CodeRangeRow } from './code-ranges.ts';
import { arrayOf, type Executor } from './database.ts';

/** A number of a range with the key of its code. */
export interface TakenNumber {
  readonly number: bigint;
  readonly key: Key;
}

/** The key of the code that a number of a range makes. */
export type KeyOfNumber = (number: bigint) => Key;

/** Numbers that no code ever had; fewer than wanted where the range or the patience of one order came to its end. */
export interface TakenNumbers {
  readonly taken: TakenNumber[];
  /** Where the next order in sequence begins. */
  readonly next: bigint;
  /** Numbers that were met and are in use. */
  readonly skipped: number;
  /** True where the search was given up, not where the range had no more. */
  readonly gaveUp: boolean;
}

/** Numbers that one order looks at; a largest order meets four numbers for each that it takes. */
export const LOOKED_MAX = 400_000;
/** Numbers looked up together: making their codes holds up the process for 20 to 40 ms. */
const CHUNK = 2_000;
/** At least so many are looked up together, so that the last few of a full range do not take a question each. */
const CHUNK_MIN = 100;

/** The keys that were ever given out, named by an event, or registered as another name. */
async function readUsedKeys(db: Executor, keys: readonly Key[]): Promise<Set<Key>> {
  const rows = await db.tuples<[Key]>(
    `select f.k from unnest($1::uuid[]) as f (k)
      where exists (select from issued_code c where c.k = f.k) or exists (select from epc e where e.k = f.k)
         or exists (select from alias a where a.k = f.k) or exists (select from alias_record r where r.unit_k = f.k)`,
    [arrayOf(keys)],
  );
  return new Set(rows.map(([key]) => key));
}

/** Takes unused numbers from what `draw` offers, until there are enough or it offers no more. */
async function takeFrom(
  db: Executor,
  count: number,
  draw: () => bigint | undefined,
  keyOf: KeyOfNumber,
): Promise<Omit<TakenNumbers, 'next'>> {
  const taken: TakenNumber[] = [];
  let skipped = 0;
  for (let looked = 0; taken.length < count && looked < LOOKED_MAX; ) {
    const wanted = Math.min(CHUNK, Math.max(count - taken.length, CHUNK_MIN), LOOKED_MAX - looked);
    const drawn: TakenNumber[] = [];
    for (let number = draw(); number !== undefined; number = draw()) {
      drawn.push({ number, key: keyOf(number) });
      if (drawn.length === wanted) break;
    }
    if (drawn.length === 0) return { taken, skipped, gaveUp: false };
    looked += drawn.length;
    const used = await readUsedKeys(
      db,
      drawn.map(({ key }) => key),
    );
    for (const one of drawn) {
      if (taken.length === count) break;
      if (used.has(one.key)) skipped += 1;
      else taken.push(one);
    }
  }
  return { taken, skipped, gaveUp: taken.length < count };
}

/** The next numbers of a range in their order. */
export async function takeInSequence(
  db: Executor,
  range: CodeRangeRow,
  count: number,
  keyOf: KeyOfNumber,
): Promise<TakenNumbers> {
  let at = range.next;
  const draw = () => (at > range.to ? undefined : at++);
  const found = await takeFrom(db, count, draw, keyOf);
  // More may have been looked at than were needed: the pointer stops behind the last that was taken.
  const last = found.taken.at(-1);
  return { ...found, next: found.taken.length === count && last ? last.number + 1n : at };
}

/** Numbers of a range that nobody can foretell, each as likely as any other. */
export async function takeAtRandom(
  db: Executor,
  range: CodeRangeRow,
  count: number,
  keyOf: KeyOfNumber,
): Promise<TakenNumbers> {
  const draw = drawWithoutReturn(range.from, range.to);
  return { ...(await takeFrom(db, count, draw, keyOf)), next: range.next };
}

/**
 * Draws every number of a range once, in random order, as Fisher and Yates shuffle, but keeps only what was moved: the
 * ranges have up to 10^20 numbers.
 */
function drawWithoutReturn(from: bigint, to: bigint): () => bigint | undefined {
  const below = randomBelow();
  const moved = new Map<bigint, bigint>();
  let left = to - from + 1n;
  return () => {
    if (left === 0n) return undefined;
    const at = below(left);
    left -= 1n;
    const number = moved.get(at) ?? at;
    moved.set(at, moved.get(left) ?? left);
    moved.delete(left);
    return from + number;
  };
}

const POOL_BYTES = 65_536;

/** Whole numbers from 0 to below a bound from the cryptographic source, without the bias of a remainder. */
function randomBelow(): (bound: bigint) => bigint {
  let pool = randomBytes(POOL_BYTES);
  let at = 0;
  const take = (bytes: number): bigint => {
    if (at + bytes > pool.length) {
      pool = randomBytes(POOL_BYTES);
      at = 0;
    }
    const hex = pool.toString('hex', at, at + bytes);
    at += bytes;
    return BigInt(`0x${hex}`);
  };
  return (bound) => {
    const bits = (bound - 1n).toString(2).length;
    const bytes = Math.ceil(bits / 8);
    const mask = (1n << BigInt(bits)) - 1n;
    for (;;) {
      const number = take(bytes) & mask;
      if (number < bound) return number;
    }
  };
}
