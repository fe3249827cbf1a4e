import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../server/src/config.ts';
import { createLog } from '../../../server/src/log.ts';
import { appendNewKey } from '../../../server/src/operations/create-key.ts';
import { startServer } from '../../../server/src/start-server.ts';
import type { Stage } from './play.ts';

/** A server of its own with an empty embedded database, and a regulator's key; all of it is gone afterwards. */
export async function startFresh(): Promise<Stage & AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'yunsu-stories-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const config = readConfig({ DATA_FOLDER: folder, PORT: '0', LOG_LEVEL: 'fatal' });
  const server = opened.use(await startServer(config, createLog(config.logLevel)));
  const { key } = await appendNewKey(server.context, {
    plane: 'regulator',
    scopes: ['*:*:*'],
    mayRegister: true,
  });
  const stack = opened.move();
  return { url: server.url, key, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
