import type { Database, Executor } from './database.ts';
import type { Validity } from './registers.ts';
import { transaction } from './transaction.ts';
import { upsertRows } from './upsert.ts';

/** An administrative division (GB/T 2260). `level`: 1 province, 2 prefecture, 3 county, 4 township, 5 village. */
export interface Division extends Validity {
  readonly code: string;
  /** Chinese name. */
  readonly name: string;
  readonly level: number;
  readonly parent?: string;
}

/** Most divisions in one load. */
export const DIVISIONS_MAX = 20_000;

/** Loads divisions; answers how many rows were added or changed. */
export async function appendDivisions(db: Database, divisions: readonly Division[]): Promise<number> {
  if (divisions.length > DIVISIONS_MAX) throw new Error(`more than ${DIVISIONS_MAX} divisions in a load`);
  const columns = {
    code: 'text',
    valid_from: 'date',
    valid_to: 'date',
    name: 'text',
    level: 'smallint',
    parent: 'text',
  };
  const rows = divisions.map(({ validFrom, validTo, ...row }) => ({
    ...row,
    valid_from: validFrom,
    valid_to: validTo,
  }));
  const table = { name: 'division', key: ['code', 'valid_from'], columns };
  return await transaction(db, (tx) => upsertRows(tx, table, rows));
}

/** Divisions by code, as in force on a day (YYYY-MM-DD), else their latest version. */
export async function readDivisions(
  db: Executor,
  codes: readonly string[],
  at?: string,
): Promise<Map<string, Division>> {
  type Row = { code: string; name: string; level: number; parent: string | null } & {
    valid_from: string;
    valid_to: string | null;
  };
  const rows = await db.query<Row>(
    `select distinct on (code) code, name, level, parent, valid_from, valid_to from division
      where code = any($1::text[])
        and ($2::date is null or (valid_from <= $2 and (valid_to is null or valid_to >= $2)))
      order by code, valid_from desc`,
    [codes, at ?? null],
  );
  return new Map(
    rows.map(({ code, name, level, parent, valid_from, valid_to }) => [
      code,
      {
        code,
        name,
        level,
        ...(parent === null ? {} : { parent }),
        validFrom: valid_from,
        ...(valid_to === null ? {} : { validTo: valid_to }),
      },
    ]),
  );
}
