import { readConfig, StartFault } from './config.ts';
import { createLog } from './log.ts';
import { appendNewKey } from './operations/create-key.ts';
import { openContext } from './start-server.ts';

/** Issues the first key: of a regulator for everything, who keeps the registers and issues the keys of all others. */
try {
  const config = readConfig(process.env);
  await using opened = new AsyncDisposableStack();
  const context = await openContext(config, createLog('warn'), opened);
  const key = await appendNewKey(context, { plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  console.log(key.key);
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
