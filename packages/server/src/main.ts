import { once } from 'node:events';
import { readConfig, StartFault } from './config.ts';
import { createLog } from './log.ts';
import { startServer } from './start-server.ts';

// A signal may come twice, from the terminal and passed on by npm: the second one changes nothing.
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort());

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  await using server = await startServer(config, log);
  log.info({ url: server.url }, 'ready');
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  log.info('stopping');
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
