import { Problem, words } from '@yunsu/api';
import type { Key } from '@yunsu/domain';
import { type Candidate, identify, keyOf, type Level } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { readAliases } from '../store/alias.ts';
import { readIssuedKeys } from '../store/issued-codes.ts';
import { readUris } from '../store/read-uris.ts';
import { sha256Hex } from './identities.ts';

/** A unit that a code names. */
export interface FoundUnit {
  readonly uri: string;
  readonly level: Level;
  /** Key of the unit: where the code is an alias, of the unit that it is another name of. */
  readonly key: Key;
  /** Canonical URI of its class (GTIN), where it has one. */
  readonly classUri?: string;
}

/** Longest code that a refusal repeats, in characters. */
const CODE_SHOWN_MAX = 100;
/** Readings with no more confidence than this have a wrong check digit or worse. */
export const CONFIDENCE_MIN = 0.1;

function toUnit(candidate: Candidate, alias?: ReadonlyMap<Key, Key>): FoundUnit {
  const { uri, level, parts } = candidate;
  const own = keyOf(uri, sha256Hex);
  return {
    uri,
    level,
    key: alias?.get(own) ?? own,
    ...(parts.gtin === undefined ? {} : { classUri: `https://id.gs1.org/01/${parts.gtin}` }),
  };
}

/** The unit behind a code in any spelling: of several readings the first that any event has named or that was given out, else the likeliest. */
export async function findUnit(context: Context, code: string): Promise<FoundUnit> {
  const { candidate, aliases } = await findReading(context, code);
  return toUnit(candidate, aliases);
}

/** The reading of a code that `findUnit` takes. */
export async function readCode(context: Context, code: string): Promise<Candidate> {
  return (await findReading(context, code)).candidate;
}

/** The unit behind one reading of a code. */
export async function findUnitOf({ db }: Context, candidate: Candidate): Promise<FoundUnit> {
  return toUnit(candidate, await readAliases(db, [keyOf(candidate.uri, sha256Hex)]));
}

async function findReading(
  context: Context,
  code: string,
): Promise<{ candidate: Candidate; aliases: ReadonlyMap<Key, Key> }> {
  const { candidates, aliases } = await findReadings(context, [code]);
  const [candidate] = candidates;
  if (candidate === undefined) throw unreadable(code);
  return { candidate, aliases };
}

/** The readings of many codes, with one look at the store; undefined for a code that no scheme reads. */
export async function readCodes(
  context: Context,
  codes: readonly string[],
): Promise<readonly (Candidate | undefined)[]> {
  return (await findReadings(context, codes)).candidates;
}

async function findReadings(
  { db }: Context,
  codes: readonly string[],
): Promise<{ candidates: readonly (Candidate | undefined)[]; aliases: ReadonlyMap<Key, Key> }> {
  const readings = codes.map((code) => {
    const candidates = identify(code).filter(({ confidence }) => confidence > CONFIDENCE_MIN);
    return { candidates, keys: candidates.map(({ uri }) => keyOf(uri, sha256Hex)) };
  });
  const keys = [...new Set(readings.flatMap((reading) => reading.keys))];
  if (keys.length === 0) return { candidates: codes.map(() => undefined), aliases: new Map() };
  const [known, aliases, issued] = await Promise.all([
    readUris(db, keys),
    readAliases(db, keys),
    readIssuedKeys(db, keys),
  ]);
  const isKnown = (key: Key) => known.has(key) || aliases.has(key) || issued.has(key);
  const candidates = readings.map(
    ({ candidates, keys }) => candidates[keys.findIndex(isKnown)] ?? candidates[0],
  );
  return { candidates, aliases };
}

/** The refusal of a code that no scheme reads. */
export function unreadable(code: string, pointer?: string): Problem {
  const issue = identify(code)[0]?.issues[0];
  const detail = issue
    ? words(`${issue.en} (character ${issue.at + 1})`, `${issue.zh}（第 ${issue.at + 1} 个字符）`)
    : words('No scheme knows a code of this form.', '没有任何编码规则识别这种形式的编码。');
  const fault = { rule: 'readable', expected: '', got: code.slice(0, CODE_SHOWN_MAX), ...detail };
  return new Problem('unreadable-code', {
    detail,
    ...(pointer === undefined ? {} : { faults: [{ pointer, ...fault }] }),
  });
}
