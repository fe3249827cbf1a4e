import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { StartFault } from '../../packages/server/src/config.ts';
import { isAlive, readPostmaster, stopPostmaster } from '../../packages/server/src/embedded/postmaster.ts';
import { whyNotListening } from '../../packages/server/src/why-not-listening.ts';

/** Where the demo keeps its database, its log and its keys. */
export const demoFolder = resolve(import.meta.dirname, '../../var/demo');
const credentialsFile = join(demoFolder, 'credentials.json');
const programFile = join(demoFolder, 'program');

/** What `var/demo/credentials.json` holds, for programs that want to try the API. */
export type Credentials = {
  url: string;
  logins: { role: string; name: string; username: string; password: string }[];
  keys: { integrator: string; regulator: string };
};

/** The keys of a demo that was seeded to its end. */
export function readCredentials(): Credentials | undefined {
  try {
    return JSON.parse(readFileSync(credentialsFile, 'utf8')) as Credentials;
  } catch {
    return undefined;
  }
}

/** Writes the keys where only their owner reads them; their being there says that the seed is complete. */
export function writeCredentials(credentials: Credentials): void {
  writeFileSync(credentialsFile, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
}

/** Refuses a second demo on the same folder, which would take the database from under the first. */
export function checkOnlyOne(): void {
  let pid = Number.NaN;
  try {
    pid = Number(readFileSync(programFile, 'utf8'));
  } catch {
    return;
  }
  if (pid === process.pid || !isAlive(pid) || !isDemo(pid)) return;
  const url = readCredentials()?.url;
  throw new StartFault(
    `The demo runs already${url ? ` at ${url}` : ''} (program ${pid}): stop it with Ctrl-C first.`,
  );
}

/** After a restart of the machine another program may bear the number. */
function isDemo(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('demo.ts');
  } catch {
    return process.platform !== 'linux';
  }
}

/** Notes that this program runs the demo. */
export function noteProgram(): void {
  writeFileSync(programFile, String(process.pid));
}

/** Removes everything the demo ever wrote, and stops a database that a killed demo left running. */
export async function removeDemo(): Promise<void> {
  const data = join(demoFolder, 'database/data');
  const left = readPostmaster(data);
  if (left) await stopPostmaster(data, left.pid);
  rmSync(demoFolder, { recursive: true, force: true });
}

/** Says at once, before anything is installed or made, that the port cannot be had. */
export async function checkPort(host: string, port: number): Promise<void> {
  const fault = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
    const server = createServer();
    server.once('error', done);
    server.listen(port, host, () => server.close(() => done(undefined)));
  });
  if (!fault) return;
  const other =
    fault.code === 'EADDRINUSE'
      ? `, for example: npm run demo -- --port ${port < 65_535 ? port + 1 : 8420}`
      : '';
  throw new StartFault(`${whyNotListening(fault, host, port).replace(/\.$/, '')}${other}.`);
}
