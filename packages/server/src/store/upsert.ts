import type { Executor } from './database.ts';

/** A register's table: its key, and all its columns with their types. */
export interface RegisterTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * Adds versions of register entries, or corrects one of the same day; answers how many rows changed. An equal row
 * counts for nothing. Of two rows with one key the later wins.
 */
export async function upsertRows(
  tx: Executor,
  table: RegisterTable,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const byKey = new Map(rows.map((row) => [JSON.stringify(table.key.map((column) => row[column])), row]));
  const columns = Object.keys(table.columns);
  const rest = columns.filter((column) => !table.key.includes(column));
  const typed = columns.map((column) => `${column} ${table.columns[column]}`);
  const list = (names: readonly string[], prefix = '') => names.map((name) => `${prefix}${name}`).join(', ');
  return await tx.execute(
    `insert into ${table.name} (${list(columns)})
     select ${list(columns)} from jsonb_to_recordset($1) as r (${typed.join(', ')}) order by ${list(table.key)}
     on conflict (${list(table.key)}) do update set ${rest.map((name) => `${name} = excluded.${name}`).join(', ')}
      where (${list(rest, `${table.name}.`)}) is distinct from (${list(rest, 'excluded.')})`,
    [JSON.stringify([...byKey.values()])],
  );
}
