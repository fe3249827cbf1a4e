import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './store/database.ts';
import { appendDivisions, type Division } from './store/divisions.ts';

const file = join(import.meta.dirname, '../../../fixtures/divisions/yunnan.json');
const levels = ['province', 'prefecture', 'county', 'township', 'village'];

/** Brings the table of administrative divisions (GB/T 2260) up to the file that comes with this version. */
export async function loadDivisions(db: Database): Promise<number> {
  type Row = Omit<Division, 'level'> & { level: string };
  const { divisions } = JSON.parse(await readFile(file, 'utf8')) as { divisions: Row[] };
  const rows = divisions.map(({ code, name, level, parent, validFrom, validTo }) => ({
    code,
    name,
    level: levels.indexOf(level) + 1,
    validFrom,
    ...(parent === undefined ? {} : { parent }),
    ...(validTo === undefined ? {} : { validTo }),
  }));
  return await appendDivisions(db, rows);
}
