import { existsSync } from 'node:fs';
/** Brings an empty database to the newest version of the tables. */
export async function migrateDatabase(url: string): Promise<void> {
  const file = new URL('../../src/store/migrate.ts', import.meta.url);
  if (!existsSync(file)) return;
  const { migrate } = await import(file.href);
  await migrate(url);
}
