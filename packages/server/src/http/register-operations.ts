import { Readable } from 'node:stream';
import { type OperationName, operationNames, Problem, type Route, routeOf } from '@yunsu/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { captureLimitHeaders } from '../operations/document-limits.ts';
import { checkWho, readSender } from './authentication.ts';
import type { Call, Handlers, Reply } from './call.ts';
import { checkVersions, chooseMedia, discoveryHeaders, versionHeaders } from './epcis-headers.ts';
import { readJsonBody } from './json-body.ts';
import { JSON_BYTES_MAX } from './limits.ts';
import { bodyCheck, parameterCheck } from './shape-check.ts';
import { guardSlowBody } from './slow-body.ts';

const isEpcis = (path: string) => path === '/epcis' || path.startsWith('/epcis/');
/** `{name}` of the table as the router writes it. */
const routerPath = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

/** The checks of one operation, compiled once. */
function checksOf(route: Route) {
  return {
    params: route.params && parameterCheck(route.params, 'invalid-parameter'),
    query: route.query && parameterCheck(route.query, 'invalid-parameter'),
    headers: route.headers && parameterCheck(route.headers, 'invalid-request'),
    body: route.body && route.bodyIs !== 'document' ? bodyCheck(route.body) : undefined,
  };
}

/** A body must be there, unpacked, and within the limit of its kind. */
function readBody(route: Route, body: unknown): unknown {
  if (!route.body) return undefined;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return route.bodyIs === 'document' ? bytes : readJsonBody(bytes);
}

function callOf(
  context: Context,
  route: Route,
  checks: ReturnType<typeof checksOf>,
  request: FastifyRequest,
) {
  const body = readBody(route, request.body);
  checks.body?.(body);
  return {
    context,
    sender: request.sender,
    parameters: {
      ...checks.params?.(request.params as Record<string, unknown>),
      ...checks.query?.(request.query as Record<string, unknown>),
    },
    headers: checks.headers?.(request.headers) ?? {},
    media: request.media,
    body,
  };
}

const formsOf = (route: Route): readonly string[] => [
  route.media ?? 'application/json; charset=utf-8',
  ...(route.alsoMedia ?? []),
];

function sendReply(route: Route, outcome: Reply<OperationName>, reply: FastifyReply, media: string): void {
  reply.code(outcome.status ?? route.status);
  if (outcome.headers) reply.headers(outcome.headers);
  if (route.answer === undefined) {
    reply.send();
    return;
  }
  reply.type(outcome.media ?? media);
  if (route.alsoMedia && !outcome.headers?.vary) reply.header('vary', 'accept');
  if (outcome.pieces) reply.send(Readable.from(outcome.pieces));
  else reply.send(outcome.bytes ?? outcome.text ?? JSON.stringify(outcome.body));
}

/** Everything that can be refused before a byte of the body is read. */
function earlyChecks(context: Context, route: Route) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    request.sender = await readSender(context, request.headers.authorization);
    checkWho(route.who, request.sender);
    request.media = chooseMedia(request.headers.accept, formsOf(route));
    if (isEpcis(route.path)) {
      reply.headers(versionHeaders);
      checkVersions(request.headers as Parameters<typeof checkVersions>[0]);
    } else if (route.method === 'GET' && route.who === 'anyone') {
      reply.header('access-control-allow-origin', '*');
    }
    const packing = request.headers['content-encoding'];
    if (route.body && packing !== undefined && packing !== 'identity') {
      throw new Problem('unsupported-media-type', {
        detail: {
          en: 'Send the body without content-encoding.',
          zh: '请求内容不得使用 content-encoding 压缩。',
        },
      });
    }
  };
}

function addOptions(app: FastifyInstance, context: Context, path: string, routes: readonly Route[]): void {
  const allow = ['OPTIONS', ...routes.map((route) => route.method)].join(', ');
  const open = routes.some((route) => route.method === 'GET' && route.who === 'anyone');
  app.options(routerPath(path), async (_request, reply) => {
    reply.code(204);
    if (isEpcis(path)) reply.headers(discoveryHeaders(context.config, path, allow));
    else reply.header('allow', allow);
    if (open) {
      reply.headers({ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET' });
    }
    return reply.send();
  });
}

/** Gives every operation of the table its route, its checks and its handler, and every path its OPTIONS. */
export function registerOperations(app: FastifyInstance, context: Context, handlers: Handlers): void {
  const byPath = new Map<string, Route[]>();
  for (const name of operationNames) {
    const route = routeOf(name);
    const checks = checksOf(route);
    const handler = handlers[name] as (call: Call<never>) => Promise<Reply<OperationName>>;
    byPath.set(route.path, [...(byPath.get(route.path) ?? []), route]);
    app.route({
      method: route.method,
      url: routerPath(route.path),
      bodyLimit:
        route.bodyIs === 'document'
          ? context.config.bodyBytesMax
          : Math.min(JSON_BYTES_MAX, context.config.bodyBytesMax),
      onRequest: earlyChecks(context, route),
      ...(route.body ? { preParsing: async (_request, _reply, payload) => guardSlowBody(payload) } : {}),
      ...(isEpcis(route.path)
        ? {
            onError: async (_request, reply, error) => {
              if ((error as { code?: string }).code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
                reply.headers(captureLimitHeaders(context.config));
              }
            },
          }
        : {}),
      handler: async (request, reply) => {
        const call = callOf(context, route, checks, request) as unknown as Call<never>;
        sendReply(route, await handler(call), reply, request.media);
        return reply;
      },
    });
  }
  for (const [path, routes] of byPath) addOptions(app, context, path, routes);
}
