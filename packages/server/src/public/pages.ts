import { identify } from '@yunsu/identifiers';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isKnown } from './answer.ts';
import { assets } from './assets.ts';
import { findAnswer, type Sources } from './find-answer.ts';
import { renderAnswer } from './render-answer.ts';
import {
  type Example,
  renderAbout,
  renderAmbiguous,
  renderFront,
  renderPersonal,
  renderTrouble,
  renderUnreadable,
} from './render-pages.ts';
import { renderScan } from './render-scan.ts';
import { scanAssets } from './scan-assets.ts';
import { sendAsset } from './send-asset.ts';
import { languageOf, linkTo, type View } from './view.ts';

/** What the pages show: answers, and codes to try on the front page. */
export interface PublicSources extends Pick<Sources, 'readAnswer'> {
  readonly examples?: readonly Example[];
}

/** A page runs nothing and loads nothing but its own stylesheet and mark. The address holds the code, so no referrer is sent. */
const pageHeaders = {
  'cache-control': 'no-cache',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'content-type': 'text/html; charset=utf-8',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  vary: 'Accept-Language',
  'x-content-type-options': 'nosniff',
} as const;

/** The page that scans runs our own scripts and the reader's wasm and may use the camera; it still loads nothing from elsewhere. */
const scanHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
} as const;

/** One value of a query parameter, the first where it is given more than once. */
export function parameterOf(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as Readonly<Record<string, unknown>>)[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
}

/** The path of a request as it was sent, without the query string. */
export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/';

/** How the sender of a request wants to read. */
export function viewOf(request: FastifyRequest): View {
  const chosen = parameterOf(request, 'lang');
  const code = parameterOf(request, 'code');
  const path = pathOf(request);
  return {
    language: languageOf(chosen, request.headers['accept-language']),
    chosen: chosen === 'zh' || chosen === 'en',
    large: parameterOf(request, 'type') === 'large',
    here: code === undefined ? path : `${path}?code=${encodeURIComponent(code.toWellFormed())}`,
  };
}

/** Sends a page; `own` headers replace those of every page. */
export const send = (
  reply: FastifyReply,
  view: View,
  status: number,
  page: string,
  own: Readonly<Record<string, string>> = {},
): FastifyReply =>
  reply
    .code(status)
    .headers({ ...pageHeaders, ...own, 'content-language': view.language === 'zh' ? 'zh-CN' : 'en' })
    .send(page);

/** Answers a code with its page: 200 known, 404 unknown here, 300 a choice, 400 unreadable, 503 when the store fails. */
export async function sendCode(
  code: string,
  request: FastifyRequest,
  reply: FastifyReply,
  sources: Sources,
  own: Readonly<Record<string, string>> = {},
) {
  const view = viewOf(request);
  try {
    const finding = await findAnswer(code, sources);
    // The number must not stay in the address bar, nor in the links of the page.
    if (finding.kind === 'personal') return reply.redirect(linkTo(view, '/id-card'), 303);
    if (finding.kind === 'unreadable')
      return send(reply, view, 400, renderUnreadable(code.trim(), finding, view), own);
    if (finding.kind === 'ambiguous')
      return send(reply, view, 300, renderAmbiguous(code.trim(), finding.candidates, view), own);
    const { answer, others } = finding;
    return send(reply, view, isKnown(answer) ? 200 : 404, renderAnswer(answer, view, others), own);
  } catch (error) {
    request.log.error({ error }, 'a public page failed');
    return send(reply.header('retry-after', '30'), view, 503, renderTrouble(view), own);
  }
}

/**
 * Registers the public window: the front page, the page that scans, the answer to a code, and the page that
 * explains. Digital Link paths are the resolver's (`resolver.ts`).
 */
export function registerPublicPages(app: FastifyInstance, publicSources: PublicSources): void {
  const sources: Sources = { identify, readAnswer: publicSources.readAnswer };
  const examples = publicSources.examples ?? [];
  app.get('/', (request, reply) => {
    const view = viewOf(request);
    return send(reply, view, 200, renderFront(examples, view));
  });
  app.get('/about', (request, reply) => {
    const view = viewOf(request);
    return send(reply, view, 200, renderAbout(view));
  });
  app.get('/scan', (request, reply) => {
    const view = viewOf(request);
    return send(reply, view, 200, renderScan(view), scanHeaders);
  });
  app.get('/id-card', (request, reply) => {
    const view = viewOf(request);
    return send(reply, view, 200, renderPersonal(view));
  });
  app.get('/q', (request, reply) => sendCode(parameterOf(request, 'code') ?? '', request, reply, sources));
  for (const asset of [...assets, ...scanAssets])
    app.get(asset.path, (request, reply) => sendAsset(asset, request, reply));
}
