/**
 * The resolver (GS1-Conformant Resolver 1.2.0): every Digital Link path and every `/c/` of a provincial code answers with
 * a redirect, a linkset or, for a browser that names no link type, our own page in place, on which links of others stand
 * with the name of their website (a code of ours must not be a door that opens by itself into a foreign site).
 */
import { GS1_VOCABULARY, Problem, toLinkType, words } from '@yunsu/api';
import { PUBLIC } from '@yunsu/domain';
import { identify, type Parsed, parseIdentifier } from '@yunsu/identifiers';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { readLinkHealth } from '../operations/read-link-health.ts';
import { type Resolution, type ResolvedLink, resolveCode } from '../operations/resolve-code.ts';
import { firstSegments, primaryKeys, readLinkPath, toCanonicalLink } from './digital-link-path.ts';
import type { Sources } from './find-answer.ts';
import { LINKSET_CONTEXT, type Linkset, toChoice, toLinkset } from './linkset.ts';
import { type Form, fitting, formOf } from './negotiate.ts';
import { parameterOf, pathOf, send, sendCode, viewOf } from './pages.ts';
import { renderBoard, renderLinks } from './render-links.ts';

const METHODS = 'GET, HEAD, OPTIONS';
/** Anybody may ask from any page (§2.2), and both headers carry meaning. */
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': METHODS,
  'access-control-expose-headers': 'Link, Location',
} as const;
const VARY = 'Accept, Accept-Language';

/** A request that is resolved. */
interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly form: Form;
  /** As the address gave it, with any case of the name. */
  readonly linkType: string | undefined;
}

function linkTypeOf(request: FastifyRequest): string | undefined {
  const names = Object.keys(request.query as Record<string, unknown>);
  const name = names.find((one) => one.toLowerCase() === 'linktype');
  return name === undefined ? undefined : parameterOf(request, name);
}

/** The query string exactly as it came, without the question mark. */
function queryOf({ url }: FastifyRequest): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at + 1);
}

/** The target with the whole query string of the request (§2.12), before a fragment of the target. */
export function withQuery(href: string, query: string): string {
  if (query === '') return href;
  const at = href.indexOf('#');
  const [base, fragment] = at === -1 ? [href, ''] : [href.slice(0, at), href.slice(at)];
  return `${base}${base.includes('?') ? '&' : '?'}${query}${fragment}`;
}

/** Where the linkset of this code is (§2.9). */
const linksetHeader = (request: FastifyRequest): string =>
  `<${pathOf(request)}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`;

function redirect({ request, reply }: Asked, { href }: ResolvedLink): FastifyReply {
  return reply
    .code(307)
    .headers({ location: withQuery(href, queryOf(request)), link: linksetHeader(request), vary: VARY })
    .send();
}

/** A linkset as JSON, with the header that makes JSON-LD of it, or with the context inside for who wants JSON-LD (§2.10). */
function sendLinkset({ reply, form }: Asked, linkset: Linkset, status = 200): FastifyReply {
  const type = { ld: 'application/ld+json', json: 'application/json' } as const;
  const media = form === 'ld' || form === 'json' ? type[form] : 'application/linkset+json';
  const body = form === 'ld' ? { '@context': LINKSET_CONTEXT, ...linkset } : linkset;
  const context = `<${LINKSET_CONTEXT}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`;
  // Without a charset, which JSON has not (RFC 8259 §11), and through bytes, to which no framework adds one.
  return reply
    .code(status)
    .headers({ 'content-type': media, link: context, vary: VARY })
    .send(Buffer.from(JSON.stringify(body)));
}

const notKnown = () =>
  new Problem('not-found', {
    headers: { vary: VARY },
    detail: words('Nothing is known here of this code.', '本平台没有该编码的任何信息。'),
  });

/** The requested type is not there: 404, with those that are (§2.6.2). */
function noSuchLink(linkType: string, { levels }: Resolution): Problem {
  const types = [...new Set(levels.flatMap(({ links }) => links.map((link) => link.linkType)))].join(', ');
  const asked = linkType.slice(0, 200).toWellFormed();
  return new Problem('not-found', {
    headers: { vary: VARY },
    detail: words(
      `No link of the type ${asked} is registered; there are ${types}.`,
      `没有登记类型为 ${asked} 的链接；现有 ${types}。`,
    ),
  });
}

/** Answers what is known of a code by the wish of the request. */
function answer(asked: Asked, resolution: Resolution): FastifyReply {
  const { request, reply, form, linkType } = asked;
  const { levels, defaultLink } = resolution;
  if (linkType === undefined) {
    return form === 'none' ? redirect(asked, defaultLink) : sendLinkset(asked, toLinkset(resolution));
  }
  if (/^(linkset|all)$/i.test(linkType)) {
    if (form !== 'html') return sendLinkset(asked, toLinkset(resolution));
    const links = levels.flatMap((level) => level.links);
    const view = viewOf(request);
    return send(reply, view, 200, renderLinks(links, view, false), pageHeadersOf(request));
  }
  const type = toLinkType(linkType);
  if (type === 'gs1:defaultLink') return redirect(asked, defaultLink);
  // The finest level that has links of the type counts, and that alone.
  const level = levels.find(({ links }) => links.some((link) => link.linkType === type));
  if (level === undefined) throw noSuchLink(linkType, resolution);
  const wanted = { language: request.headers['accept-language'], accept: request.headers.accept };
  const chosen = fitting(
    level.links.filter((link) => link.linkType === type),
    wanted,
  );
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1) return redirect(asked, only);
  if (form !== 'html') return sendLinkset(asked, toChoice(level, chosen), 300);
  const view = viewOf(request);
  return send(reply, view, 300, renderLinks(chosen, view, true), pageHeadersOf(request));
}

const pageHeadersOf = (request: FastifyRequest) => ({ link: linksetHeader(request), vary: VARY });

/** Registers the resolver, its description and the scoreboard of dead links. */
export function registerResolver(
  app: FastifyInstance,
  context: Context,
  readAnswer: Sources['readAnswer'],
): void {
  const sources: Sources = { identify, readAnswer };
  const resolve = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { parsed, code }: { parsed: Parsed; code: string },
  ) => {
    reply.headers(cors);
    const asked: Asked = {
      request,
      reply,
      form: formOf(request.headers.accept),
      linkType: linkTypeOf(request),
    };
    if (!parsed.ok) {
      // A path that is merely a web address would be answered as one; here it is a mistake.
      const strict = { ...sources, identify: readsAsAddress(code) ? () => [] : identify };
      if (asked.form === 'html') return sendCode(code, request, reply, strict, { vary: VARY });
      throw new Problem('unreadable-code', {
        headers: { vary: VARY },
        detail: words(
          `${parsed.reason} (character ${parsed.at + 1} of the path)`,
          `${parsed.reasonZh}（路径第 ${parsed.at + 1} 个字符）`,
        ),
      });
    }
    if (asked.form === 'html' && asked.linkType === undefined)
      return sendCode(code, request, reply, sources, pageHeadersOf(request));
    const resolution = await resolveCode(context, parsed.identifier);
    if (resolution === undefined) throw notKnown();
    return answer(asked, resolution);
  };
  const options = (_request: FastifyRequest, reply: FastifyReply) =>
    reply
      .code(204)
      .headers({ ...cors, allow: METHODS })
      .send();

  for (const segment of firstSegments) {
    const url = `/${segment}/*`;
    app.options(url, options);
    app.get(url, (request, reply) => {
      const path = pathOf(request);
      return resolve(request, reply, { parsed: readLinkPath(path), code: toCanonicalLink(path) });
    });
  }
  app.options('/c/:code', options);
  app.get('/c/:code', (request, reply) => {
    const code = `urn:yunsu:code:provincial:${encodeURIComponent((request.params as { code: string }).code)}`;
    return resolve(request, reply, { parsed: readProvincial(code), code });
  });
  // A compressed Digital Link is one segment of base64url; any other path of one segment is none of ours.
  app.get('/:compressed', (request, reply) => {
    const path = pathOf(request);
    const parsed = readLinkPath(path);
    const isKeyAlone = firstSegments.includes(path.replaceAll('/', ''));
    if (!parsed.ok && !isKeyAlone) return reply.callNotFound();
    return resolve(request, reply, {
      parsed,
      code: parsed.ok ? parsed.identifier.uri : toCanonicalLink(path),
    });
  });
  registerDescription(app, context, options);
  registerBoard(app, context);
}

/** True where a text reads as a web address and as nothing else. */
function readsAsAddress(code: string): boolean {
  const parsed = parseIdentifier(code);
  return parsed.ok && parsed.identifier.scheme === 'uri';
}

function readProvincial(urn: string): Parsed {
  const parsed = parseIdentifier(urn);
  if (parsed.ok && parsed.identifier.scheme === 'provincial') return parsed;
  const { reason = 'This is no provincial code.', reasonZh = '这不是省级追溯码。' } = parsed.ok ? {} : parsed;
  return { ok: false, reason, reasonZh, at: '/c/'.length };
}

/** The resolver description file (§3), made from the tables that the resolver runs on. */
function registerDescription(
  app: FastifyInstance,
  { config }: Context,
  options: (request: FastifyRequest, reply: FastifyReply) => FastifyReply,
): void {
  const description = Buffer.from(
    JSON.stringify({
      name: config.operatorName,
      resolverRoot: config.publicOrigin,
      supportedPrimaryKeys: primaryKeys,
      supportedLinkType: [{ namespace: GS1_VOCABULARY, prefix: 'gs1:' }],
      linkTypeDefaultCanBeLinkset: false,
      contact: { fn: config.operatorName },
      jsonLdContextLocation: LINKSET_CONTEXT,
    }),
  );
  app.options('/.well-known/gs1resolver', options);
  app.get('/.well-known/gs1resolver', (_request, reply) =>
    reply.headers({ ...cors, 'content-type': 'application/json' }).send(description),
  );
}

function registerBoard(app: FastifyInstance, context: Context): void {
  app.get('/links', async (request, reply) => {
    const view = viewOf(request);
    const nextPageToken = parameterOf(request, 'nextPageToken');
    const board = await readLinkHealth(context, PUBLIC, nextPageToken === undefined ? {} : { nextPageToken });
    return send(reply, view, 200, renderBoard(board, view));
  });
}
