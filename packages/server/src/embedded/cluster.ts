import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '../config.ts';
import type { Binaries } from './binaries.ts';
import { chooseRunAs, findUser, type RunAs, run, whyNotRunAs } from './run-as.ts';

/** The major version of the binaries that this platform ships. */
const major = '18';

/** A database cluster on disk: `folder` holds `data`, and beside it the password, the way it is run and its log. */
export type Cluster = { folder: string; data: string; password: string; runAs: RunAs; log: string };

/** Opens the cluster in `folder`, making it first where there is none. Takes about a second when new. */
export function openCluster(folder: string, binaries: Binaries): Cluster {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const data = join(folder, 'data');
  if (!existsSync(data)) makeCluster(folder, binaries);
  const runAs = readText(folder, 'run-as') as RunAs;
  const fault = whyNotRunAs(runAs, folder);
  if (fault) throw new StartFault(fault);
  const version = readText(data, 'PG_VERSION');
  if (version !== major)
    throw new StartFault(
      `The database in ${folder} was made by PostgreSQL ${version}; this version of the platform brings ` +
        `PostgreSQL ${major}. Move its content over with the older version, or remove the folder to begin anew.`,
    );
  return { folder, data, password: readText(folder, 'password'), runAs, log: join(folder, 'log') };
}

function readText(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8').trim();
  } catch (error) {
    throw new StartFault(
      `The database in ${folder} cannot be opened: ${(error as Error).message}. ` +
        'Start as the user who made it, or remove the folder to begin anew.',
    );
  }
}

/** Makes the cluster under another name first, so that an interrupted start leaves nothing half-made. */
function makeCluster(folder: string, binaries: Binaries): void {
  const unfinished = join(folder, 'data.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  const runAs = chooseRunAs();
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  writeFileSync(join(folder, 'run-as'), runAs);
  giveTo(runAs, folder);
  const made = run(runAs, [
    binaries.initdb,
    `--pgdata=${unfinished}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--auth=scram-sha-256',
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--data-checksums',
  ]);
  if (!made.ok) {
    const reason = made.output.trim().split('\n').slice(-3).join(' ');
    throw new StartFault(`The embedded database cannot be made in ${folder}: ${reason}`);
  }
  renameSync(unfinished, join(folder, 'data'));
}

/** Gives the folder to the user that PostgreSQL runs as, where that is another one than ours. */
function giveTo(runAs: RunAs, folder: string): void {
  chmodSync(folder, 0o700);
  const user = runAs.startsWith('user:') ? findUser(runAs.slice(5)) : undefined;
  if (!user) return;
  const paths = [folder, ...readdirSync(folder).map((name) => join(folder, name))];
  for (const path of paths) if (!lstatSync(path).isSymbolicLink()) chownSync(path, user.uid, user.gid);
  if (!run(runAs, ['test', '-x', folder]).ok)
    throw new StartFault(
      `PostgreSQL does not run as root, and the user "${runAs.slice(5)}" may not enter ${folder}. ` +
        'Put the platform in a folder that others may enter, or start as an ordinary user.',
    );
}
