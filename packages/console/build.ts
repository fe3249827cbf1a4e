import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `npm run build`, and the same on demand for the demo and the tests, which want the console as its sources are. */
const folder = import.meta.dirname;
const page = join(folder, 'dist/index.html');
/** What the build is made from; the typed client comes from the next room. */
const sources = [
  'src',
  'index.html',
  'package.json',
  'vite.config.ts',
  '../api/src',
  '../../package-lock.json',
];

function latestChange(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => latestChange(join(path, name))));
}

/** Whether there is no build, or one of something older. */
export function isStale(): boolean {
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  return sources.some((name) => latestChange(join(folder, name)) > built);
}

/** Builds the console into `dist`; throws with the words of the build where it fails. */
export function buildConsole(): void {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const words = [vite, 'build', folder, '--config', join(folder, 'vite.config.ts'), '--logLevel', 'warn'];
  // A test runner says NODE_ENV=test, and that would build the development half of React.
  const env = { ...process.env, NODE_ENV: 'production' };
  const built = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', env });
  if (built.status !== 0) throw new Error(`the console was not built:\n${built.stdout}${built.stderr}`);
}

/** Builds the console where that is due. */
export function buildWhenStale(say: (line: string) => void): void {
  if (!isStale()) return;
  say('Building the console / 正在构建控制台…');
  buildConsole();
}

if (import.meta.main) buildConsole();
