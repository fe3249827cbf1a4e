import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { settingsForTests } from '../../src/embedded/settings.ts';
import { startEmbedded } from '../../src/embedded/start-embedded.ts';
import { createLog } from '../../src/log.ts';
import { migrate } from '../../src/store/migrate.ts';
import { withDatabase } from './database-url.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's maintenance database, and the name of the migrated database that tests clone. */
    databaseServer: { url: string; template: string };
  }
}

/**
 * Starts one PostgreSQL for the whole run (or uses the one of DATABASE_URL, whose role must be allowed to create
 * databases) and migrates a template in it once.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer(process.env.DATABASE_URL);
  const template = `yunsu_template_${process.pid}`;
  await execute(server.url, `drop database if exists ${template}`);
  await execute(server.url, `create database ${template}`);
  await migrate(withDatabase(server.url, template));
  project.provide('databaseServer', { url: server.url, template });
  return async () => {
    await execute(server.url, `drop database if exists ${template} with (force)`);
    await server.close();
  };
}

async function openServer(url: string | undefined): Promise<{ url: string; close(): Promise<void> }> {
  if (url) return { url, close: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'yunsu-test-'));
  const embedded = await startEmbedded({ folder, log: createLog('warn'), settings: settingsForTests });
  const close = async () => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: embedded.url, close };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
