import { readConfig, StartFault } from './config.ts';
import { createLog } from './log.ts';
import { openContext } from './start-server.ts';

try {
  const config = readConfig(process.env);
  await using opened = new AsyncDisposableStack();
  await openContext(config, createLog(config.logLevel), opened);
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
