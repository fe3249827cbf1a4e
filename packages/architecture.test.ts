import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The arrows of the house. A room may import itself and what stands to its right; the first row that matches
 * a file's path decides. `+name` allows a library that no other room may touch.
 */
const rooms: readonly (readonly [room: string, may: readonly string[]])[] = [
  ['identifiers/src', []],
  ['epcis/src', ['identifiers/src']],
  ['domain/src/issuing', []],
  ['domain/src/ledgers', ['identifiers/src', 'epcis/src']],
  ['domain/src/trace', ['identifiers/src', 'epcis/src']],
  ['domain/src/picture', ['domain/src/trace']],
  ['domain/src/completeness', ['domain/src/ledgers', 'domain/src/trace', 'identifiers/src', 'epcis/src']],
  [
    'domain/src/disclosure',
    [
      'domain/src/caller.ts',
      'domain/src/issuing',
      'domain/src/ledgers',
      'domain/src/trace',
      'identifiers/src',
      'epcis/src',
    ],
  ],
  ['domain/src', ['identifiers/src', 'epcis/src']],
  ['api/src', ['domain/src', 'epcis/src', 'identifiers/src']],
  ['server/src/store', ['domain/src', 'epcis/src', 'identifiers/src', '+pg', '+pg-copy-streams']],
  [
    'server/src/labels',
    ['api/src', 'domain/src', 'identifiers/src', '+bwip-js/node', '+fontkit', '+pdfkit', '+@resvg/resvg-js'],
  ],
  [
    'server/src/files',
    [
      'api/src',
      'domain/src',
      'server/src/labels/face.ts',
      'server/src/labels/fit.ts',
      'server/src/labels/modules.ts',
      'server/src/labels/plain-text.ts',
      '+pdfkit',
    ],
  ],
  [
    'server/src/operations',
    [
      'api/src',
      'server/src/files',
      'server/src/labels',
      'server/src/store',
      'domain/src',
      'epcis/src',
      'identifiers/src',
    ],
  ],
  [
    'server/src/http',
    [
      'api/src',
      'server/src/files',
      'server/src/operations',
      'domain/src',
      'epcis/src',
      'identifiers/src',
      '+fastify',
    ],
  ],
  [
    'server/src/public',
    ['api/src', 'server/src/operations', 'domain/src', 'epcis/src', 'identifiers/src', '+fastify'],
  ],
  ['server/src/jobs', ['server/src/operations', 'server/src/store', 'domain/src']],
  ['server/src/embedded', ['server/src/store', '+pg']],
  ['server/src', ['server/src', 'api/src', 'domain/src', 'epcis/src', 'identifiers/src', '+fastify']],
  ['cli/src', ['api/src', 'domain/src', 'epcis/src', 'identifiers/src', 'server/src']],
  ['console/src', ['api/src', 'domain/src', 'epcis/src', 'identifiers/src']],
];

/** Files that every folder of the server may import: the words that all of its rooms share. */
const sharedByServer = ['server/src/config.ts', 'server/src/context.ts', 'server/src/log.ts'];
const guarded = new Set([
  'pg',
  'pg-copy-streams',
  'fastify',
  'bwip-js',
  'bwip-js/node',
  'fontkit',
  'pdfkit',
  '@resvg/resvg-js',
]);
const packagesFolder = import.meta.dirname;

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === 'dist') return [];
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

const pathOf = (file: string) => relative(packagesFolder, file).split(sep).join('/');
const roomOf = (path: string) => rooms.find(([room]) => path.startsWith(`${room}/`));

/** The path inside `packages/` that an import reaches, or the bare name of a library. */
function target(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return pathOf(resolve(dirname(file), specifier));
  const own = /^@yunsu\/([a-z]+)/.exec(specifier);
  if (own) return `${own[1]}/src/index.ts`;
  return specifier.startsWith('node:') ? '' : specifier;
}

function wrongImports(file: string): string[] {
  const path = pathOf(file);
  const row = roomOf(path);
  if (!row) return [`${path} stands in no room`];
  const [room, may] = row;
  const text = readFileSync(file, 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s+'([^']+)'|import\('([^']+)'\)/g)].map(
    (match) => match[1] ?? match[2],
  );
  return imports.flatMap((specifier) => {
    const reached = target(file, specifier ?? '');
    if (reached === '' || reached.startsWith(`${room}/`) || sharedByServer.includes(reached)) return [];
    if (guarded.has(reached)) return may.includes(`+${reached}`) ? [] : [`${path} may not import ${reached}`];
    if (!reached.includes('/src/')) return [];
    return may.some((allowed) => reached === allowed || reached.startsWith(`${allowed}/`))
      ? []
      : [`${path} may not import ${reached}`];
  });
}

const files = ['identifiers', 'epcis', 'domain', 'api', 'server', 'cli', 'console']
  .map((name) => join(packagesFolder, name, 'src'))
  .flatMap(sourceFiles);

test('every import follows the arrows of the house', () => {
  expect(files.length).toBeGreaterThan(5);
  expect(files.flatMap(wrongImports)).toEqual([]);
});

test('no source file is longer than 400 lines', () => {
  const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 401).map(pathOf);
  expect(long).toEqual([]);
});
