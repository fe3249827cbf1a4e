import { randomBytes } from 'node:crypto';
import {
  type Client,
  createClient,
  type Fetch,
  type KeyRequest,
  operationNames,
  Refusal,
  routeOf,
} from '@yunsu/api';
import { completeUscc } from '@yunsu/identifiers';
import type { FastifyInstance } from 'fastify';
import { Compile } from 'typebox/schema';
import { type Config, readConfig } from '../../src/config.ts';
import type { Context } from '../../src/context.ts';
import { createHttpServer } from '../../src/http/server.ts';
import { createLog } from '../../src/log.ts';
import { appendNewKey } from '../../src/operations/create-key.ts';
import { openDatabase } from '../../src/store/database.ts';
import { testDatabase } from '../support/database.ts';

/** Two firms of the tests, with right check characters. */
export const FARM = `urn:yunsu:party:${completeUscc('91530000MA6TE001')}`;
export const MARKET = `urn:yunsu:party:${completeUscc('91530000MA6TE002')}`;
export const AUTHORITY = `urn:yunsu:party:${completeUscc('11530000MA6TE003')}`;

let firms = 100;
/** A firm that no other test of this file knows: one store serves a whole file, since a firm sees only its own. */
export function newFirm(): string {
  firms += 1;
  return `urn:yunsu:party:${completeUscc(`91530000MA6TE${firms}`)}`;
}

/** An empty store of its own behind a server that is asked without a socket. */
export interface Given extends AsyncDisposable {
  readonly app: FastifyInstance;
  readonly context: Context;
  /** A client with a new key. */
  clientOf(request: KeyRequest): Promise<Client>;
  /** A client of a firm. */
  firm(party: string): Promise<Client>;
  readonly anyone: Client;
  /** The key itself, for requests that the client would not send. */
  keyOf(request: KeyRequest): Promise<string>;
}

const shapes = operationNames.map((name) => {
  const route = routeOf(name);
  const path = new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}(\\?|$)`);
  return { route, path, answer: route.answer && !route.media ? Compile(route.answer) : undefined };
});

/** Holds an answer to the shape that the table promises, so that contract, server and client are tested together. */
function checkAnswer(method: string, url: string, status: number, text: string): void {
  const found = shapes.find(({ route, path }) => route.method === method && path.test(url));
  if (!found?.answer || found.route.status !== status) return;
  const [ok, mistakes] = found.answer.Errors(JSON.parse(text));
  if (!ok) throw new Error(`${method} ${url} answers out of shape: ${JSON.stringify(mistakes)}`);
}

/** `fetch` on a server that does not listen. */
export function injected(app: FastifyInstance): Fetch {
  return async (url, { method, headers, body }) => {
    const answer = await app.inject({
      method: method as 'GET' | 'POST',
      url: url.replace('http://yunsu.test', ''),
      headers,
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }),
    });
    checkAnswer(method, url.replace('http://yunsu.test', ''), answer.statusCode, answer.body);
    const given = Object.entries(answer.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    );
    return new Response(answer.rawPayload.length > 0 ? new Uint8Array(answer.rawPayload) : null, {
      status: answer.statusCode,
      headers: given,
    });
  };
}

/** Opens an empty store and a server on it; `limits` replaces parts of the configuration. */
export async function givenServer(limits: Partial<Config> = {}, now = () => new Date()): Promise<Given> {
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await testDatabase());
  const secret = randomBytes(32).toString('base64');
  const config = { ...readConfig({ DATABASE_URL: database.url, SECRET_KEY: secret }), ...limits };
  const log = createLog(process.env.YUNSU_TEST_LOG === undefined ? 'silent' : 'debug');
  const context: Context = {
    config,
    db: opened.use(openDatabase({ url: database.url, poolMax: 4 })),
    log,
    now,
  };
  const app = createHttpServer(context);
  opened.defer(() => app.close());
  await app.ready();
  const fetch = injected(app);
  const keyOf = async (request: KeyRequest) => (await appendNewKey(context, request)).key;
  const clientOf = async (request: KeyRequest) =>
    createClient({ url: 'http://yunsu.test', key: await keyOf(request), fetch });
  const stack = opened.move();
  return {
    app,
    context,
    keyOf,
    clientOf,
    firm: (party) => clientOf({ plane: 'enterprise', party }),
    anyone: createClient({ url: 'http://yunsu.test', fetch }),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** The refusal that a call ends with. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the call was not refused');
}

const CONTEXT = [
  'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
  { yunsu: 'urn:yunsu:voc:' },
];

/** A document with these events. */
export function documentOf(events: readonly object[]): string {
  return JSON.stringify({
    '@context': CONTEXT,
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-03-01T00:00:00Z',
    epcisBody: { eventList: events },
  });
}

/** One event with its own context. */
export const bareEvent = (event: object): string => JSON.stringify({ '@context': CONTEXT, ...event });

/** A harvest of one lot; `changes` replaces or adds members. */
export function harvest(lot: string, changes: object = {}): Record<string, unknown> {
  return {
    eventID: `https://farm.example/events/${lot}`,
    type: 'ObjectEvent',
    eventTime: '2026-03-01T08:00:00+08:00',
    eventTimeZoneOffset: '+08:00',
    action: 'ADD',
    bizStep: 'commissioning',
    quantityList: [
      { epcClass: `https://id.gs1.org/01/09521234015017/10/${lot}`, quantity: 120.5, uom: 'KGM' },
    ],
    bizLocation: { id: 'https://id.gs1.org/414/9521234010012' },
    ...changes,
  };
}

/** An event without some of its members. */
export function without(event: Record<string, unknown>, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(event).filter(([name]) => !names.includes(name)));
}
