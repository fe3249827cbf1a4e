import { gtinOfKey, type Key, type Ledger, ledgerOf } from '@yunsu/domain';
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
  const gtins = new Set<string>();
  for (const unit of units) {
    const gtin = gtinOfKey(unit);
    if (gtin !== undefined) gtins.add(gtin);
  }
  const uris = [...gtins].map((gtin) => `https://id.gs1.org/01/${gtin}`);
  const found = await readAll(uris, REGISTER_READ_MAX, (part) => readProducts(db, part));
  const byGtin = new Map([...found].map(([uri, product]) => [uri.slice(-14), product]));
  const classes = new Set([...found.values()].map((product) => product.class));
  return {
    of: (unit) => byGtin.get(gtinOfKey(unit) ?? ''),
    ledgers: [...classes].map(ledgerOf).filter((ledger) => ledger !== undefined),
  };
}
