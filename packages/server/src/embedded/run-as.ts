import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartFault } from '../config.ts';

/**
 * The way past PostgreSQL's refusal to run as root: `self` for an ordinary user, `namespace` inside a user
 * namespace in which root bears another number (the files stay root's own, so it works in a folder that only root
 * may enter), `user:NAME` as another user who then owns the files.
 */
export type RunAs = 'self' | 'namespace' | `user:${string}`;

/** The number of the user nobody inside the namespace; any number but 0 would do. */
const nobody = 65534;
const namespaceArguments = ['-U', `--map-user=${nobody}`, `--map-group=${nobody}`];

/** PostgreSQL is spared the variables of our own environment: PGPORT, PGOPTIONS and LANG would change what it does. */
const environment =
  process.platform === 'win32' ? undefined : { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

/** Chooses the way for a new data directory. */
export function chooseRunAs(): RunAs {
  if (process.getuid?.() !== 0) return 'self';
  if (canUnshare()) return 'namespace';
  const user = ['postgres', 'nobody'].find((name) => findUser(name) !== undefined);
  if (user) return `user:${user}`;
  throw new StartFault(
    'PostgreSQL does not run as root, this machine allows no user namespaces, and it has neither a user ' +
      '"postgres" nor "nobody". Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** Says in a sentence why a data directory that was made one way cannot be run the same way now. */
export function whyNotRunAs(way: RunAs, folder: string): string | undefined {
  const root = process.getuid?.() === 0;
  if (way === 'self' && root)
    return `The database in ${folder} was made by an ordinary user: start as that user, not as root.`;
  if (way !== 'self' && !root)
    return `The database in ${folder} was made by root: start as root, or remove that folder to begin anew.`;
  if (way === 'namespace' && !canUnshare())
    return `The database in ${folder} was made inside a user namespace, and this machine allows none now.`;
  return undefined;
}

function canUnshare(): boolean {
  const tried = spawnSync('unshare', [...namespaceArguments, 'true'], { env: environment, stdio: 'ignore' });
  return tried.status === 0;
}

/** The numbers of a user of this machine. */
export function findUser(name: string): { uid: number; gid: number } | undefined {
  const row = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[0] === name);
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : undefined;
}

/** The program and arguments that run `command` the given way. */
function wrap(way: RunAs, command: readonly string[]): { file: string; args: string[]; identity: object } {
  const [file = '', ...args] = way === 'namespace' ? ['unshare', ...namespaceArguments, ...command] : command;
  return { file, args, identity: way.startsWith('user:') ? (findUser(way.slice(5)) ?? {}) : {} };
}

/** Runs a program to its end and returns whether it succeeded and all that it printed. */
export function run(way: RunAs, command: readonly string[]): { ok: boolean; output: string } {
  const { file, args, identity } = wrap(way, command);
  const done = spawnSync(file, args, { ...identity, env: environment, encoding: 'utf8' });
  const output = `${done.error?.message ?? ''}${done.stdout ?? ''}${done.stderr ?? ''}`;
  return { ok: done.status === 0, output };
}

/**
 * Starts a program in a session of its own, so that Ctrl-C at the terminal reaches us alone and the database
 * outlives the last request. What it prints goes to the open file `log`.
 */
export function start(way: RunAs, command: readonly string[], log: number) {
  const { file, args, identity } = wrap(way, command);
  const child = spawn(file, args, {
    ...identity,
    env: environment,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  return child;
}
