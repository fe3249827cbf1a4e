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
  renderTrouble,
  renderUnreadable,
} from './render-pages.ts';
import { languageOf, type View } from './view.ts';

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
  'referrer-policy': 'no-referrer',
  vary: 'Accept-Language',
  'x-content-type-options': 'nosniff',
} as const;

/** GS1 keys that open a Digital Link path (GS1 Digital Link URI Syntax 1.6, §4.4). */
const primaryKeys = [
  '00',
  '01',
  '253',
  '255',
  '401',
  '402',
  '414',
  '417',
  '8003',
  '8004',
  '8006',
  '8010',
  '8017',
  '8018',
] as const;
const STEM = 'https://id.gs1.org';

/** One value of a query parameter, the first where it is given more than once. */
function parameterOf(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as Readonly<Record<string, unknown>>)[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/';

function viewOf(request: FastifyRequest): View {
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

const send = (reply: FastifyReply, view: View, status: number, page: string): FastifyReply =>
  reply
    .code(status)
    .headers({ ...pageHeaders, 'content-language': view.language === 'zh' ? 'zh-CN' : 'en' })
    .send(page);

/** Answers a code with its page: 200 known, 404 unknown here, 300 a choice, 400 unreadable, 503 when the store fails. */
async function sendCode(code: string, request: FastifyRequest, reply: FastifyReply, sources: Sources) {
  const view = viewOf(request);
  try {
    const finding = await findAnswer(code, sources);
    if (finding.kind === 'unreadable')
      return send(reply, view, 400, renderUnreadable(code.trim(), finding.faults, view));
    if (finding.kind === 'ambiguous')
      return send(reply, view, 300, renderAmbiguous(code.trim(), finding.candidates, view));
    return send(reply, view, isKnown(finding.answer) ? 200 : 404, renderAnswer(finding.answer, view));
  } catch (error) {
    request.log.error({ error }, 'a public page failed');
    return send(reply.header('retry-after', '30'), view, 503, renderTrouble(view));
  }
}

/** Registers the public window: the front page, the answer to a code, its Digital Link paths, and the page that explains. */
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
  app.get('/q', (request, reply) => sendCode(parameterOf(request, 'code') ?? '', request, reply, sources));
  for (const key of primaryKeys) {
    app.get(`/${key}/*`, (request, reply) =>
      sendCode(`${STEM}${pathOf(request).replace(/\/+$/, '')}`, request, reply, sources),
    );
  }
  for (const { path, type, content } of assets) {
    app.get(path, (_request, reply) =>
      reply
        .headers({
          'cache-control': 'public, max-age=31536000, immutable',
          'content-type': type,
          'x-content-type-options': 'nosniff',
        })
        .send(content),
    );
  }
}
