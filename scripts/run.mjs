// The first step of every command of the root: plain JavaScript for Node 20 without a dependency. It installs the
// packages where they are missing or of another version, and then runs a TypeScript file on the Node that npm brought:
// node scripts/run.mjs FILE ARGUMENT…
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (Number.parseInt(process.versions.node, 10) < 20)
  fail(`Node 20 or newer is needed; this is ${process.version}.`);
if (!isInstalled()) install();
if (spawnSync(node, ['--version']).status !== 0) npm(['rebuild', 'node', '--ignore-scripts=false']);
if (spawnSync(node, ['--version']).status !== 0)
  fail('npm did not install its Node 24: allow the install script of the package "node" and run "npm ci".');
runScript(process.argv.slice(2));

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Whether every package that the lock file wants is there in that version; optional ones are for other machines. */
function isInstalled() {
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json')).every(
    ([path, { version, optional, link }]) =>
      path === '' ||
      optional ||
      link ||
      !path.includes('node_modules/') ||
      installed[path]?.version === version,
  );
}

/** @param {string} file @returns {Record<string, { version?: string; optional?: boolean; link?: boolean }>} */
function readPackages(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

function install() {
  console.error('Installing packages (about half a minute, once) / 正在安装依赖（仅首次，约半分钟）…');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Runs npm and shows what it says only where it fails. @param {string[]} words */
function npm(words) {
  const cli = process.env.npm_execpath;
  const [file, first] = cli ? [process.execPath, [cli]] : ['npm', []];
  const done = spawnSync(file, [...first, ...words], {
    cwd: root,
    encoding: 'utf8',
    shell: !cli && process.platform === 'win32',
  });
  if (done.status !== 0)
    fail(`"npm ${words.join(' ')}" failed:\n${done.stdout ?? ''}${done.stderr ?? done.error ?? ''}`);
}

/**
 * Ctrl-C reaches the program from the terminal; what another program sends to us alone is passed on. npm may be ended
 * without us, and the shell between npm and us takes a signal to its grave: then our ancestors change, and the program
 * is asked to stop.
 * @param {string[]} words
 */
function runScript([file, ...words]) {
  // A capture makes much that is gone at once: with the default young generation the
  // collector took a tenth of a capturing server's time (measured).
  // Node 24 calls the taking away of types, by which the scripts of a page are made, an experiment, each time.
  const flags = ['--max-semi-space-size=64', '--disable-warning=ExperimentalWarning'];
  const child = spawn(node, [...flags, join(root, file), ...words], {
    stdio: 'inherit',
    env: environment(),
  });
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  if (!process.env.npm_lifecycle_event) clearInterval(watch);
  process.on('SIGINT', () => {});
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

/** Our Node comes first on the path; with a cache of compiled files the second start takes half the time. */
function environment() {
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  const cache = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node');
  return { ...process.env, PATH: path, NODE_COMPILE_CACHE: cache };
}

/** Our parent, a shell, and where Linux tells it the parent of that, npm. */
function ancestors() {
  const status = `/proc/${process.ppid}/status`;
  const grandparent = existsSync(status) ? /^PPid:\s*(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] : '';
  return `${process.ppid} ${grandparent}`;
}
