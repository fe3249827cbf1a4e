import { classOfKey, gtinOfKey, type Key, type Ledger, ledgerOf } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { type Product, REGISTER_READ_MAX, readProducts } from '../store/registers.ts';
import { readAll } from './trace-sources.ts';

/** The products of units by their keys, and the ledgers that rule them. */
export interface Products {
  of(unit: Key): Product | undefined;
  readonly ledgers: readonly Ledger[];
}

/** The class of a unit stands in its key, so that no name has to be read to find its product. */
export async function readProductsOf({ db }: Context, units: Iterable<Key>): Promise<Products> {
  const classes = new Map<string, Key>();
  // Units of one class come in long runs: most are done with one comparison.
  let last = '-';
  for (const unit of units) {
    if (unit.startsWith(last)) continue;
    last = classOfKey(unit);
    classes.set(last, unit);
  }
  const gtins = new Set([...classes.values()].map(gtinOfKey).filter((gtin) => gtin !== undefined));
  const uris = [...gtins].map((gtin) => `https://id.gs1.org/01/${gtin}`);
  const found = await readAll(uris, REGISTER_READ_MAX, (part) => readProducts(db, part));
  const byGtin = new Map([...found].map(([uri, product]) => [uri.slice(-14), product]));
  const productClasses = new Set([...found.values()].map((product) => product.class));
  const ofClass = new Map<string, Product | undefined>();
  return {
    of: (unit) => {
      const unitClass = classOfKey(unit);
      if (!ofClass.has(unitClass)) ofClass.set(unitClass, byGtin.get(gtinOfKey(unit) ?? ''));
      return ofClass.get(unitClass);
    },
    ledgers: [...productClasses].map(ledgerOf).filter((ledger) => ledger !== undefined),
  };
}
