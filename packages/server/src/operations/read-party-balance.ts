import { type PartyBalanceAnswer, type PartyBalanceQuery, Problem, words } from '@yunsu/api';
import { type Caller, GATHER_LIMITS, gtinOfKey, partyBalanceOf } from '@yunsu/domain';
import { classKeyRange } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { listPartyUnits } from '../store/list-party-units.ts';
import { type FoundUnit, findUnit } from './find-unit.ts';
import { toInstant } from './instant.ts';
import { readKnownPoint, toAsKnownAt } from './known-point.ts';
import { readNames } from './naming.ts';
import { parseInstant } from './parse-instant.ts';
import { readProductsOf } from './products.ts';
import { readTermFacts, sayLine } from './stock-terms.ts';
import { traceSources } from './trace-sources.ts';

/** Most units of one balance, with the containers and lots that those of the party lead to. */
const BALANCE_UNITS_MAX = 50_000;

/**
 * Whether a party gave more of a product than it had and got in a period, from the events that the caller may see: a party asks
 * for itself, a regulator for whom its scope reaches.
 */
export async function readPartyBalance(
  context: Context,
  caller: Caller,
  query: PartyBalanceQuery,
): Promise<PartyBalanceAnswer> {
  const party = await findUnit(context, query.party);
  if (party.level !== 'party')
    throw wrong('party', words('party must be the code of a party.', 'party 应为主体的编码。'));
  if (caller.plane === 'enterprise' && caller.party !== party.uri)
    throw new Problem('not-allowed', {
      detail: words('A party reads its own balance only.', '主体只能查询本方的进销存。'),
    });
  const product = await findUnit(context, query.product);
  const classUri = classUriOf(product);
  const { from, to } = periodOf(query);
  const known = await readKnownPoint(context, query.knownAt);
  const range = classKeyRange(classUri);
  const { units, limit } = await listPartyUnits(context.db, caller, { party: party.uri, range, to });
  const { lines, truncated } = await partyBalanceOf(traceSources(context, caller, known.bound), {
    party: party.key,
    gtin: gtinOfKey(range.from) ?? '',
    units,
    from,
    to,
    limits: { ...GATHER_LIMITS, unitsMax: BALANCE_UNITS_MAX },
  });
  const [products, events] = await Promise.all([
    readProductsOf(context, [range.from]),
    readTermFacts(context, lines),
  ]);
  const names = await readNames(context, caller, {
    units: truncated === null ? [] : [truncated.at],
    partyUris: [party.uri],
    ledgers: products.ledgers,
  });
  const name = products.of(range.from)?.name;
  return {
    party: names.holderOf(party.uri),
    product: { uri: classUri, ...(name === undefined ? {} : { name }) },
    from: toInstant(from),
    to: toInstant(to),
    asKnownAt: toAsKnownAt(known),
    balance: lines.map((line) => ({
      ...sayLine(line, events),
      ...(line.excess === undefined ? {} : { excess: line.excess }),
    })),
    units: units.length,
    truncated:
      limit !== undefined
        ? { ...limit, at: party.uri }
        : truncated && { ...truncated, at: names.uri(truncated.at) },
  };
}

const wrong = (name: string, detail: ReturnType<typeof words>): Problem =>
  new Problem('invalid-parameter', {
    detail,
    faults: [{ pointer: `/${name}`, rule: name, expected: '', got: '', ...detail }],
  });

/** The class of a product's code, also where a lot or an item of it is named. */
function classUriOf({ classUri, level, uri }: FoundUnit): string {
  if (classUri !== undefined) return classUri;
  const detail = words(
    'product must be a GTIN, or a lot or item of one.',
    'product 应为 GTIN，或其批次、单件的编码。',
  );
  if (level !== 'class' || !uri.startsWith('https://id.gs1.org/01/')) throw wrong('product', detail);
  return uri;
}

function periodOf(query: PartyBalanceQuery): { from: number; to: number } {
  const from = parseInstant('from', query.from) ?? 0;
  const to = parseInstant('to', query.to) ?? 0;
  if (from > to) throw wrong('from', words('from must not be later than to.', 'from 不得晚于 to。'));
  return { from, to };
}
