import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenStale } from '../packages/console/build.ts';
import { readConfig, StartFault } from '../packages/server/src/config.ts';
import { createLog } from '../packages/server/src/log.ts';
import { startServer } from '../packages/server/src/start-server.ts';
import { announcement, printedCodes } from './demo/announce.ts';
import { readDemoArguments, usage } from './demo/arguments.ts';
import {
  checkOnlyOne,
  checkPort,
  demoFolder,
  noteProgram,
  readCredentials,
  removeDemo,
  writeCredentials,
} from './demo/demo-folder.ts';
import { readStories, seed } from './demo/seed.ts';

/** `npm run demo`: a small province on the embedded database, seeded through the API at the first start. */
const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort());

async function runDemo(port: number, reset: boolean): Promise<void> {
  const host = process.env.HOST || '127.0.0.1';
  checkOnlyOne();
  await checkPort(host, port);
  if (reset) await removeDemo();
  mkdirSync(demoFolder, { recursive: true, mode: 0o700 });
  noteProgram();
  const config = readConfig({ DATA_FOLDER: demoFolder, HOST: host, PORT: String(port) });
  const log = createLog('info', createWriteStream(join(demoFolder, 'server.log'), { flags: 'a' }));
  buildWhenStale(console.log);
  console.log('Starting the database and the server / 正在启动数据库与服务…');
  await using server = await startServer(config, log, { examples: printedCodes });

  const known = readCredentials();
  if (!known) console.log('Capturing the stories of a small province / 正在采集示例数据…');
  const seeded = known ?? (await seed(server.context, server.url, readStories(), console.log));
  const credentials = { ...seeded, url: server.url };
  writeCredentials(credentials);
  console.log(announcement(credentials));
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  console.log('Stopping / 正在停止…');
}

const words = readDemoArguments(process.argv.slice(2));
if (typeof words === 'string') {
  console.error(`${words}\n\n${usage}`);
  process.exitCode = 2;
} else if (words.help) {
  console.log(usage);
} else {
  try {
    await runDemo(words.port, words.reset);
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
