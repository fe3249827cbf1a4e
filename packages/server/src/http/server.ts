import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { operationNames, Problem, type ProblemCode, routeOf, words } from '@yunsu/api';
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import type { Context } from '../context.ts';
import { ANONYMOUS, type Sender } from '../operations/authenticate.ts';
import { consoleFolder, registerConsole } from './console-files.ts';
import { createHandlers } from './handlers.ts';
import {
  CONNECTIONS_CHECK_MS,
  HEADERS_TIMEOUT_MS,
  KEEP_ALIVE_MS,
  REQUEST_TIMEOUT_MS,
  URL_LENGTH_MAX,
} from './limits.ts';
import { createMetrics } from './metrics.ts';
import { sendProblem, toProblemBody } from './problem-handler.ts';
import { registerOperations } from './register-operations.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends the request; the public until the route has read the key. */
    sender: Sender;
    /** The form of the answer that `Accept` chose. */
    media: string;
  }
}

/** Headers of every answer. An API answer loads nothing and is framed by nobody; pages bring a policy of their own. */
const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** What Node's HTTP parser refuses, before there is a request. */
function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const codes: Readonly<Record<string, ProblemCode>> = {
    HPE_HEADER_OVERFLOW: 'headers-too-large',
    ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  };
  const problem = new Problem(codes[error.code ?? ''] ?? 'invalid-request');
  const body = JSON.stringify(toProblemBody(problem, '', randomUUID()));
  const { status } = problem.row;
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/problem+json\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/** The methods of the table for a path, so that a wrong method is told from a wrong path. */
const patterns = operationNames.map((name) => {
  const { path, method } = routeOf(name);
  return { method, matches: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`) };
});
function methodsAt(path: string): string[] {
  return patterns.filter(({ matches }) => matches.test(path)).map(({ method }) => method);
}

function refuseUnknown(request: FastifyRequest, reply: FastifyReply): void {
  const path = request.url.split('?', 1)[0] ?? '';
  const methods = methodsAt(path);
  const allow = [...new Set(['OPTIONS', ...methods])].join(', ');
  const problem =
    methods.length > 0
      ? new Problem('method-not-allowed', {
          headers: { allow },
          detail: words(`${path} knows ${allow}.`, `${path} 支持 ${allow}。`),
        })
      : new Problem('not-found');
  sendProblem(problem, request, reply);
}

/** The HTTP server of the platform: measured limits, every operation of the table, refusals as RFC 9457. Does not listen yet. */
export function createHttpServer(context: Context): FastifyInstance {
  const { config } = context;
  const app = fastify({
    loggerInstance: context.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    bodyLimit: config.bodyBytesMax,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: CONNECTIONS_CHECK_MS },
    routerOptions: { maxParamLength: URL_LENGTH_MAX, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply),
  }) as unknown as FastifyInstance;
  const metrics = createMetrics();
  app.decorateRequest('sender', null as unknown as Sender);
  app.decorateRequest('media', '');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/json', 'application/ld+json'],
    { parseAs: 'buffer' },
    (_request, bytes, done) => done(null, bytes),
  );
  app.addHook('onRequest', async (request, reply) => {
    request.sender = ANONYMOUS;
    reply.headers({ ...securityHeaders, 'x-request-id': request.id });
    if (request.url.length > URL_LENGTH_MAX) throw new Problem('uri-too-long');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.count(`${request.method} ${route}`, reply.statusCode, reply.elapsedTime / 1000);
    const { plane } = request.sender;
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        plane,
      },
      'request',
    );
  });
  app.addHook('onClose', async () => metrics[Symbol.dispose]());
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler(refuseUnknown);
  registerOperations(app, context, createHandlers(metrics));
  registerConsole(app, consoleFolder);
  return app;
}
