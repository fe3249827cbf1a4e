import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { createJobHandlers } from './capture-handlers.ts';
import { type Config, StartFault } from './config.ts';
import type { Context } from './context.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { createHttpServer } from './http/server.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { loadDivisions } from './load-divisions.ts';
import type { Logger } from './log.ts';
import { type PublicSources, registerPublicPages } from './public/pages.ts';
import { readAnswer } from './public/read-answer.ts';
import { registerResolver } from './public/resolver.ts';
import { openDatabase } from './store/database.ts';
import { migrate } from './store/migrate.ts';
import { whyNotListening } from './why-not-listening.ts';

/** A server that listens. Disposing of it ends requests, jobs and the embedded database, in this order. */
export type RunningServer = AsyncDisposable & { readonly url: string; readonly context: Context };

/** How long requests may go on after a stop is asked for, in milliseconds; the whole stop takes at most 10 s. */
const drainMax = 6_000;

/** Opens the database, brings it up to date, starts the jobs and listens. */
export async function startServer(
  config: Config,
  log: Logger,
  { examples = [] }: Pick<PublicSources, 'examples'> = {},
): Promise<RunningServer> {
  await using opened = new AsyncDisposableStack();
  const context = await openContext(config, log, opened);
  await loadDivisions(context.db);
  opened.use(startJobs(context, createJobHandlers(context)));
  const server = createHttpServer(context);
  const answers: PublicSources['readAnswer'] = (candidate, code) => readAnswer(context, candidate, code);
  registerPublicPages(server, { readAnswer: answers, examples });
  registerResolver(server, context, answers);
  opened.defer(() => drain(server, log));
  const url = await listen(server, config);
  const stack = opened.move();
  return { url, context, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

/**
 * Everything but the HTTP server and the jobs: the operator's own database or the embedded one, started for the
 * purpose and ended with `opened`, with the newest tables.
 */
export async function openContext(
  config: Config,
  log: Logger,
  opened: AsyncDisposableStack,
): Promise<Context> {
  const url = config.databaseUrl ?? (await startOwn(config, log, opened));
  try {
    for (const name of await migrate(url)) log.info({ migration: name }, 'the database was migrated');
  } catch (error) {
    if (!isRefused(error)) throw error;
    throw new StartFault(`The database of DATABASE_URL cannot be used: ${(error as Error).message}`);
  }
  const onConnectionError = (error: Error) =>
    log.warn({ error: error.message }, 'a database connection was lost');
  const db = opened.use(openDatabase({ url, poolMax: config.poolMax, onConnectionError }));
  return Object.freeze({ config, db, log, now: () => new Date() });
}

async function startOwn(config: Config, log: Logger, opened: AsyncDisposableStack): Promise<string> {
  const folder = join(config.dataFolder, 'database');
  return opened.use(await startEmbedded({ folder, log })).url;
}

/** A wrong address, role or password, as PostgreSQL (classes 28 and 3D) and Node name them. */
function isRefused(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return /^(28...|3D...|57P03|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENOENT|ETIMEDOUT)$/.test(code);
}

async function listen(server: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw new StartFault(whyNotListening(error as NodeJS.ErrnoException, host, port));
  }
  const address = server.server.address() as AddressInfo;
  const name = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${address.port}`;
}

/** Accepts nothing new, lets requests finish, and cuts what takes too long. */
async function drain(server: FastifyInstance, log: Logger): Promise<void> {
  const closed = server.close();
  const late = new AbortController();
  const cut = sleep(drainMax, undefined, { signal: late.signal }).then(
    () => {
      log.warn('requests that took too long were cut');
      server.server.closeAllConnections();
    },
    () => {},
  );
  await closed;
  late.abort();
  await cut;
}
