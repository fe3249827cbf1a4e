import type { Executor } from './database.ts';

/** From and to which day (YYYY-MM-DD, both included) a version of a register entry holds. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo?: string;
}

/** WGS 84, in degrees. */
export interface Position {
  readonly lat: number;
  readonly lng: number;
}

/** A company, a natural person by token, or an authority. */
export interface Party extends Validity {
  readonly uri: string;
  readonly name: string;
  readonly kind: 'company' | 'person' | 'authority';
  readonly uscc?: string;
  readonly role: string;
  readonly division: string;
  readonly position?: Position;
}

/** A place and who operates it. */
export interface Place extends Validity {
  readonly uri: string;
  readonly name: string;
  readonly operator: string;
  readonly division: string;
  readonly position?: Position;
}

/** A product (GTIN); `netContent` is what one item holds, as an exact decimal. */
export interface Product extends Validity {
  readonly uri: string;
  readonly name: string;
  readonly class: string;
  readonly uom: string;
  readonly netContent?: { readonly quantity: string; readonly uom: string };
}

/** What a party is allowed to do, or for whom it may speak. */
export interface Licence extends Validity {
  readonly party: string;
  readonly type: string;
  readonly number: string;
  readonly scope: string;
}

/** Most URIs in one question to a register. */
export const REGISTER_READ_MAX = 20_000;

interface ValidityColumns {
  valid_from: string;
  valid_to: string | null;
}
type PositionColumns = { lat: number | null; lng: number | null };

/** Without a day the latest version, ended or not: a name is wanted even of what is no more. */
const IN_FORCE = '($2::date is null or (valid_from <= $2 and (valid_to is null or valid_to >= $2)))';

const validity = ({ valid_from, valid_to }: ValidityColumns): Validity => ({
  validFrom: valid_from,
  ...(valid_to === null ? {} : { validTo: valid_to }),
});
const position = ({ lat, lng }: PositionColumns) =>
  lat === null || lng === null ? {} : { position: { lat, lng } };

function checkCount(uris: readonly string[]): void {
  if (uris.length > REGISTER_READ_MAX) throw new Error(`more than ${REGISTER_READ_MAX} URIs to look up`);
}

/** Parties by canonical URI, as in force on a day (YYYY-MM-DD), else their latest version. */
export async function readParties(
  db: Executor,
  uris: readonly string[],
  at?: string,
): Promise<Map<string, Party>> {
  checkCount(uris);
  type Row = ValidityColumns & PositionColumns & Omit<Party, 'uscc'> & { uscc: string | null };
  const rows = await db.query<Row>(
    `select distinct on (uri) uri, name, kind, uscc, role, division, lat, lng, valid_from, valid_to from party
      where uri = any($1::text[]) and ${IN_FORCE} order by uri, valid_from desc`,
    [uris, at ?? null],
  );
  return new Map(
    rows.map((row) => {
      const { uri, name, kind, uscc, role, division } = row;
      const known = { uri, name, kind, ...(uscc === null ? {} : { uscc }), role, division };
      return [uri, { ...known, ...position(row), ...validity(row) }];
    }),
  );
}

/** Places by canonical URI, as in force on a day (YYYY-MM-DD), else their latest version. */
export async function readPlaces(
  db: Executor,
  uris: readonly string[],
  at?: string,
): Promise<Map<string, Place>> {
  checkCount(uris);
  const rows = await db.query<ValidityColumns & PositionColumns & Place>(
    `select distinct on (uri) uri, name, operator, division, lat, lng, valid_from, valid_to from place
      where uri = any($1::text[]) and ${IN_FORCE} order by uri, valid_from desc`,
    [uris, at ?? null],
  );
  return new Map(
    rows.map((row) => {
      const { uri, name, operator, division } = row;
      return [uri, { uri, name, operator, division, ...position(row), ...validity(row) }];
    }),
  );
}

/** Products by canonical class URI, as in force on a day (YYYY-MM-DD), else their latest version. */
export async function readProducts(
  db: Executor,
  uris: readonly string[],
  at?: string,
): Promise<Map<string, Product>> {
  checkCount(uris);
  type Row = ValidityColumns & Product & { net_quantity: string | null; net_uom: string | null };
  const rows = await db.query<Row>(
    `select distinct on (uri) uri, name, class, uom, net_quantity, net_uom, valid_from, valid_to from product
      where uri = any($1::text[]) and ${IN_FORCE} order by uri, valid_from desc`,
    [uris, at ?? null],
  );
  return new Map(
    rows.map((row) => {
      const { uri, name, class: kind, uom, net_quantity: quantity, net_uom: netUom } = row;
      const netContent =
        quantity === null || netUom === null ? {} : { netContent: { quantity, uom: netUom } };
      return [uri, { uri, name, class: kind, uom, ...netContent, ...validity(row) }];
    }),
  );
}

/** The licences of parties: those in force on a day (YYYY-MM-DD), else all. */
export async function readLicences(
  db: Executor,
  parties: readonly string[],
  at?: string,
): Promise<Licence[]> {
  checkCount(parties);
  const rows = await db.query<ValidityColumns & Licence>(
    `select party, type, number, scope, valid_from, valid_to from licence
      where party = any($1::text[]) and ${IN_FORCE} order by party, type, number, valid_from`,
    [parties, at ?? null],
  );
  return rows.map((row) => {
    const { party, type, number, scope } = row;
    return { party, type, number, scope, ...validity(row) };
  });
}
