import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '@yunsu/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where the build of the console lies. */
export const consoleFolder = fileURLToPath(new URL('../../../console/dist', import.meta.url));

/** A page runs its own scripts and styles, speaks to this server, and loads nothing else; its address may hold a code. */
const pageHeaders = {
  'cache-control': 'no-cache',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'content-type': 'text/html; charset=utf-8',
} as const;

const absentHeaders = {
  'cache-control': 'no-store',
  'content-type': 'text/plain; charset=utf-8',
  'retry-after': '60',
} as const;

const ABSENT =
  '控制台尚未构建，请在项目目录中运行 npm run build。\n' +
  'The console has not been built: run npm run build in the folder of the project.\n';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Twins that the build writes beside each asset, best first. */
const encodings = [
  ['br', 'br'],
  ['gzip', 'gz'],
] as const;

/** The bytes of a file; undefined where there is none. */
async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Content codings that a request names and does not refuse (RFC 9110 §12.5.3). */
function acceptedOf(request: FastifyRequest): Set<string> {
  const ranges = String(request.headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',');
  const wanted = ranges.filter((range) => !/;\s*q=0(\.0*)?\s*$/.test(range));
  return new Set(wanted.map((range) => range.split(';', 1)[0]?.trim() ?? ''));
}

/** Sends an asset, whose name holds a hash of its content, so that it may be kept for ever. */
async function sendAsset(
  folder: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { name } = request.params as { name: string };
  const [, extension = ''] = /^[A-Za-z0-9_-]+\.([a-z]+)$/.exec(name) ?? [];
  const type = Object.hasOwn(types, extension) ? types[extension] : undefined;
  if (type === undefined) throw new Problem('not-found');
  const accepted = acceptedOf(request);
  const path = join(folder, 'assets', name);
  for (const [encoding, suffix] of encodings) {
    const packed = accepted.has(encoding) ? await readIfThere(`${path}.${suffix}`) : undefined;
    if (packed) return send(reply.header('content-encoding', encoding), type, packed);
  }
  const plain = await readIfThere(path);
  if (!plain) throw new Problem('not-found');
  return send(reply, type, plain);
}

const send = (reply: FastifyReply, type: string, bytes: Buffer): FastifyReply =>
  reply
    .headers({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': type,
      vary: 'accept-encoding',
    })
    .send(bytes);

/**
 * Serves the built console: its assets, and its one page at every other address under `/console`, which the page itself reads.
 * The folder is looked at anew for each request, so that a build needs no restart.
 */
export function registerConsole(app: FastifyInstance, folder: string): void {
  const sendPage = async (_request: FastifyRequest, reply: FastifyReply) => {
    const page = await readIfThere(join(folder, 'index.html'));
    if (!page) return reply.code(503).headers(absentHeaders).send(ABSENT);
    return reply.headers(pageHeaders).send(page);
  };
  app.get('/console', sendPage);
  app.get('/console/*', sendPage);
  app.get('/console/assets/:name', (request, reply) => sendAsset(folder, request, reply));
}
