import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asset } from './assets.ts';

const encoders = {
  // The reader's wasm of 954 kB becomes 363 kB in 73 ms; the best quality takes 2.6 s for 41 kB less (measured).
  br: (content: Buffer) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (content: Buffer) => promisify(gzip)(content),
} as const;
type Encoding = keyof typeof encoders;

/** The best encoding that the browser takes (RFC 9110 §12.5.3); undefined for none. Browsers offer `br` over https only. */
function encodingOf(acceptEncoding: string | string[] | undefined): Encoding | undefined {
  const offered = String(acceptEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';', 1)[0]);
  return (['br', 'gzip'] as const).find((encoding) => offered.includes(encoding));
}

/** Compressed contents by asset and encoding: each is made once, when it is first asked for. */
const compressed = new WeakMap<Asset, Map<Encoding, Promise<Buffer>>>();

function compress(asset: Asset, encoding: Encoding): Promise<Buffer> {
  const known = compressed.get(asset) ?? new Map<Encoding, Promise<Buffer>>();
  compressed.set(asset, known);
  const made = known.get(encoding) ?? encoders[encoding](Buffer.from(asset.content));
  known.set(encoding, made);
  return made;
}

/** Sends a file that may be kept for ever, compressed where the browser takes it. */
export async function sendAsset(
  asset: Asset,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const encoding = encodingOf(request.headers['accept-encoding']);
  reply.headers({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': asset.type,
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
    ...(asset.policy === undefined ? {} : { 'content-security-policy': asset.policy }),
    ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
  });
  return reply.send(encoding === undefined ? asset.content : await compress(asset, encoding));
}
