import type { Caller } from '@yunsu/domain';
import type { Database } from './database.ts';
import type { Licence, Party, Place, Product, Validity } from './registers.ts';
import { transaction } from './transaction.ts';
import { type RegisterTable, upsertRows } from './upsert.ts';

/** A load of the registers; a list that is absent changes nothing. */
export interface Registers {
  readonly parties?: readonly Party[];
  readonly places?: readonly Place[];
  readonly products?: readonly Product[];
  readonly licences?: readonly Licence[];
}

/** How many rows of each kind were added or changed. */
export interface RegisterCounts {
  readonly parties: number;
  readonly places: number;
  readonly products: number;
  readonly licences: number;
}

/** Most rows of one kind in one load. */
export const REGISTER_ROWS_MAX = 10_000;

const text = 'text';
const valid = { valid_from: 'date', valid_to: 'date' };
const located = { lat: 'double precision', lng: 'double precision' };
const PARTY: RegisterTable = {
  name: 'party',
  key: ['uri', 'valid_from'],
  columns: {
    uri: text,
    name: text,
    kind: text,
    uscc: text,
    role: text,
    division: text,
    ...located,
    ...valid,
  },
};
const PLACE: RegisterTable = {
  name: 'place',
  key: ['uri', 'valid_from'],
  columns: { uri: text, name: text, operator: text, division: text, ...located, ...valid },
};
const PRODUCT: RegisterTable = {
  name: 'product',
  key: ['uri', 'valid_from'],
  columns: {
    uri: text,
    name: text,
    class: text,
    uom: text,
    net_quantity: 'numeric',
    net_uom: text,
    ...valid,
  },
};
const LICENCE: RegisterTable = {
  name: 'licence',
  key: ['party', 'type', 'number', 'valid_from'],
  columns: { party: text, type: text, number: text, scope: text, ...valid },
};

/** Loads registers in one transaction. Only a keeper of the registers may, which the operation has checked. */
export async function appendRegisters(
  db: Database,
  caller: Caller,
  { parties = [], places = [], products = [], licences = [] }: Registers,
): Promise<RegisterCounts> {
  if (caller.plane !== 'system' && caller.plane !== 'regulator') {
    throw new Error(`a caller of the ${caller.plane} plane cannot keep the registers`);
  }
  for (const list of [parties, places, products, licences]) {
    if (list.length > REGISTER_ROWS_MAX)
      throw new Error(`more than ${REGISTER_ROWS_MAX} rows of one register`);
  }
  const days = ({ validFrom, validTo }: Validity) => ({ valid_from: validFrom, valid_to: validTo });
  return await transaction(db, async (tx) => ({
    parties: await upsertRows(
      tx,
      PARTY,
      parties.map(({ position, ...row }) => ({ ...row, ...position, ...days(row) })),
    ),
    places: await upsertRows(
      tx,
      PLACE,
      places.map(({ position, ...row }) => ({ ...row, ...position, ...days(row) })),
    ),
    products: await upsertRows(
      tx,
      PRODUCT,
      products.map(({ netContent, ...row }) => ({
        ...row,
        net_quantity: netContent?.quantity,
        net_uom: netContent?.uom,
        ...days(row),
      })),
    ),
    licences: await upsertRows(
      tx,
      LICENCE,
      licences.map((row) => ({ ...row, ...days(row) })),
    ),
  }));
}
