import agri from '../../ledgers/agri.json' with { type: 'json' };
import drug from '../../ledgers/drug.json' with { type: 'json' };
import food from '../../ledgers/food.json' with { type: 'json' };
import type { Ledger } from './ledger.ts';

/** Every ledger by its id, which is the product class in the register. */
export const ledgers: ReadonlyMap<string, Ledger> = new Map<string, Ledger>(
  [agri, food, drug].map((ledger) => [ledger.id, ledger]),
);

/** The ledger of a product class; `undefined` for a class that no ledger names. */
export const ledgerOf = (productClass: string | undefined): Ledger | undefined =>
  productClass === undefined ? undefined : ledgers.get(productClass);

/** Every extension name (namespace and local name) that some ledger keeps secret: capture cuts these before storing. */
export const secretNames: ReadonlySet<string> = new Set(
  [...ledgers.values()].flatMap((ledger) => ledger.secretFacts),
);

/** Departments that may read events about these product classes; a class without a ledger is read by the lead department `commerce`. */
export function departmentsOf(productClasses: Iterable<string>): string[] {
  const departments = [...productClasses].flatMap((name) => ledgerOf(name)?.departments ?? ['commerce']);
  return [...new Set(departments)].sort();
}

/** True where the public window may speak of these classes: every one must be published. Unregistered classes are. */
export const isPublished = (productClasses: Iterable<string>): boolean =>
  [...productClasses].every((name) => ledgerOf(name)?.published ?? true);
