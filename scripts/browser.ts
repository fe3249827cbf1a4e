import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** What playwright's `chromium.launch` wants to know. */
export type Browser = { executablePath: string; args: string[]; env: Record<string, string> };

const root = resolve(import.meta.dirname, '..');

/** Without a sandbox, because tests run as root in containers; without any call to a server that is not ours. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Without a locale of UTF-8 Chromium calls every file whose name is Chinese `download`. */
const locale = { LC_ALL: 'C.UTF-8' };

/** Browsers of the machine come first: they have its fonts, Chinese ones among them. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A Chromium that starts on this machine: one that is installed, else the one npm brought; undefined without either. */
export async function findBrowser(): Promise<Browser | undefined> {
  const own = installed.find((path) => existsSync(path) && starts(path, {}));
  if (own) return { executablePath: own, args, env: locale };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { executablePath, libraries } = await unpack();
  if (starts(executablePath, {})) return { executablePath, args: [...args, '--headless=shell'], env: locale };
  const env = { ...locale, LD_LIBRARY_PATH: await libraries() };
  return starts(executablePath, env)
    ? { executablePath, args: [...args, '--headless=shell'], env }
    : undefined;
}

function starts(path: string, env: Record<string, string>): boolean {
  const tried = spawnSync(path, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...env },
    timeout: 30_000,
  });
  return tried.status === 0;
}

/** `@sparticuz/chromium` packs with Brotli. Unpacked once into a folder beside the packages, which `npm ci` clears. */
async function unpack(): Promise<{ executablePath: string; libraries: () => Promise<string> }> {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
  const { version } = JSON.parse(readFileSync(join(packed, '../package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(root, 'node_modules/.cache/chromium', version);
  mkdirSync(folder, { recursive: true });
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) await decompress(join(packed, 'chromium.br'), executablePath);
  const libraries = async () => {
    const archive = join(folder, 'al2023.tar');
    if (!existsSync(archive)) await decompress(join(packed, 'al2023.tar.br'), archive);
    spawnSync('tar', ['-xf', archive, '-C', folder]);
    return join(folder, 'lib');
  };
  return { executablePath, libraries };
}

async function decompress(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${process.pid}`;
  const file = createWriteStream(unfinished, { mode: 0o755 });
  await pipeline(createReadStream(from), createBrotliDecompress(), file);
  renameSync(unfinished, to);
}

if (import.meta.main) console.log((await findBrowser())?.executablePath ?? '');
