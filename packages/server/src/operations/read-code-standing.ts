import type { UnitAnswer } from '@yunsu/api';
import { type Caller, type Ledger, ledgers, type StateQuestion } from '@yunsu/domain';
import { keyOf, parseIdentifier } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { readRangeOf } from '../store/code-ranges.ts';
import { type CodeStanding, readIssuedCode } from '../store/issued-codes.ts';
import { rootOf } from './code-space.ts';
import { sha256Hex } from './identities.ts';
import { toInstant } from './instant.ts';
import { readNames } from './naming.ts';

/** A code that was given out, or that lies in a range which was. */
export type Standing =
  | { readonly state: 'unreserved'; readonly party: string }
  | Omit<CodeStanding, 'scheme' | 'stem'>;

/** A code as this platform gave it out; undefined where it did not, and never gave its range to anybody. */
export interface FoundStanding {
  readonly standing: Standing;
  readonly state: NonNullable<StateQuestion['code']>;
  /** Canonical URI of the lot on the label of a GTIN's serial. */
  readonly lotUri?: string;
}

/** What the platform knows of a code by its canonical URI, whatever events say of the thing. */
export async function readCodeStanding({ db }: Context, uri: string): Promise<FoundStanding | undefined> {
  const parsed = parseIdentifier(uri);
  if (!parsed.ok) return undefined;
  const place = rootOf(parsed.identifier);
  // Only what can be made by number is ever given out.
  if (place === undefined) return undefined;
  const issued = await readIssuedCode(db, keyOf(uri, sha256Hex));
  if (issued) {
    const { scheme, stem, lot } = issued;
    const lotUri =
      scheme === 'gtin' && lot !== undefined
        ? `https://id.gs1.org/01/${stem}/10/${encodeLot(lot)}`
        : undefined;
    return { standing: issued, state: issued.state, ...(lotUri === undefined ? {} : { lotUri }) };
  }
  const range = await readRangeOf(db, place.root, place.number);
  return range && { standing: { state: 'unreserved', party: range.party }, state: 'unreserved' };
}

/** Only the unreserved characters of RFC 3986 stand for themselves in a canonical URI. */
const encodeLot = (lot: string): string =>
  encodeURIComponent(lot).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The code in the words of the answer. To the public its holder is named by the ledger of the product; where the product is not
 * known, in the roles that some ledger publishes; natural persons never.
 */
export async function toCodeView(
  context: Context,
  caller: Caller,
  { standing }: FoundStanding,
  ruling: readonly Ledger[],
): Promise<NonNullable<UnitAnswer['code']>> {
  const naming = ruling.length > 0 ? ruling : [...ledgers.values()];
  const names = await readNames(context, caller, { partyUris: [standing.party], ledgers: naming });
  const issuedTo = names.holderOf(standing.party);
  if (standing.state === 'unreserved') return { state: standing.state, since: null, issuedTo };
  const { state, since, reason } = standing;
  return { state, since: toInstant(since), ...(reason === undefined ? {} : { reason }), issuedTo };
}
