import type { TraceAnswer } from '@yunsu/api';
import { type Key, type Ledger, ledgerOf } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { readLicences } from '../store/registers.ts';
import { readProductsOf } from './products.ts';

/** A legal entity that answers for a product, with what it is licensed to do today. */
export interface ResponsibleParty {
  readonly uri: string;
  readonly name: string;
  readonly role: string;
  readonly licences: readonly {
    readonly type: string;
    readonly number: string;
    readonly scope?: string;
    readonly validTo?: string;
  }[];
}

/** Every business is in the register of companies; that alone says nothing about the product. */
const BUSINESS_LICENCE = '营业执照';

/** Of the holders of a trace those whose role makes them answer for the product, the one nearest to the reader first. */
export async function readResponsible(
  context: Context,
  nodes: TraceAnswer['nodes'],
  units: Iterable<Key>,
): Promise<ResponsibleParty[]> {
  const { ledgers } = await readProductsOf(context, units);
  const roles = rolesOf(ledgers);
  const parties = new Map<string, { uri: string; name: string; role: string }>();
  for (const { holder } of nodes) {
    const { uri, name, role, kind, masked } = holder;
    if (uri === undefined || role === undefined || masked || kind !== 'company' || !roles.has(role)) continue;
    if (!parties.has(uri)) parties.set(uri, { uri, name, role });
  }
  const today = context.now().toISOString().slice(0, 10);
  const licences = Map.groupBy(
    await readLicences(context.db, [...parties.keys()], today),
    ({ party }) => party,
  );
  return [...parties.values()].map((party) => ({
    ...party,
    licences: (licences.get(party.uri) ?? [])
      .filter(({ type }) => type !== BUSINESS_LICENCE)
      .map(({ type, number, scope, validTo }) => ({
        type,
        number,
        scope,
        ...(validTo === undefined ? {} : { validTo }),
      })),
  }));
}

const rolesOf = (ledgers: readonly Ledger[]): Set<string> =>
  new Set(ledgers.flatMap(({ responsibleRoles }) => responsibleRoles));

/** The facts whose values make up a composition claim of a product class, by full name. */
export const claimNamesOf = (productClasses: Iterable<string>): Set<string> =>
  new Set([...productClasses].flatMap((name) => ledgerOf(name)?.claimFacts ?? []));
