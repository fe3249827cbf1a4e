import type { CallOf, ResultOf } from './calls.ts';
import type { Route } from './route.ts';
import { type OperationName, operationNames, routeOf } from './routes.ts';
import type { ProblemBody } from './shapes/problem.ts';

/** The part of the standard `fetch` that the client uses, so that a test or a script can lend another. */
export type Fetch = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string | Uint8Array<ArrayBuffer>;
    signal?: AbortSignal;
  },
) => Promise<Pick<Response, 'status' | 'headers' | 'text' | 'arrayBuffer'>>;

export interface ClientOptions {
  /** Where the server is, e.g. `http://localhost:8420`. */
  readonly url: string;
  /** Sent as `Authorization: Bearer …`. */
  readonly key?: string;
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal;
}

/** A refusal by the server, as the client throws it. */
export class Refusal extends Error {
  readonly status: number;
  /** Absent where something other than the platform answered. */
  readonly problem: ProblemBody | undefined;

  constructor(status: number, problem: ProblemBody | undefined, text: string) {
    super(problem ? `${problem.title}: ${problem.detail}` : `HTTP ${status}: ${text.slice(0, 200)}`);
    this.name = 'Refusal';
    this.status = status;
    this.problem = problem;
  }
}

type Method<N extends OperationName> =
  Record<string, never> extends CallOf<N>
    ? (call?: CallOf<N>) => Promise<ResultOf<N>>
    : (call: CallOf<N>) => Promise<ResultOf<N>>;

/** One method for each operation of the table, by the operation's name. */
export type Client = { readonly [N in OperationName]: Method<N> };

type LooseCall = { readonly body?: unknown; readonly headers?: Record<string, unknown> } & Record<
  string,
  unknown
>;

function addressOf(route: Route, call: LooseCall): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(call[name])));
  const query = new URLSearchParams();
  for (const name of Object.keys(route.query?.properties ?? {})) {
    if (call[name] !== undefined) query.set(name, String(call[name]));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

function bodyOf(route: Route, body: unknown): string | Uint8Array<ArrayBuffer> {
  return route.bodyIs === 'document' ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body);
}

function headersOf(route: Route, call: LooseCall, key: string | undefined): Record<string, string> {
  const headers: Record<string, string> = { accept: route.media ?? 'application/json' };
  if (key !== undefined) headers.authorization = `Bearer ${key}`;
  if (route.body) {
    headers['content-type'] = route.bodyIs === 'document' ? 'application/ld+json' : 'application/json';
  }
  for (const [name, value] of Object.entries(call.headers ?? {})) {
    if (value !== undefined) headers[name] = String(value);
  }
  return headers;
}

function readProblem(text: string): ProblemBody | undefined {
  try {
    const body = JSON.parse(text) as Partial<ProblemBody> | null;
    return typeof body?.code === 'string' ? (body as ProblemBody) : undefined;
  } catch {
    return undefined;
  }
}

async function readAnswer(route: Route, response: Awaited<ReturnType<Fetch>>): Promise<unknown> {
  if (route.binary) return new Uint8Array(await response.arrayBuffer());
  const text = await response.text();
  if (route.answer === undefined) return undefined;
  return route.media ? text : JSON.parse(text);
}

async function send(options: ClientOptions, route: Route, call: LooseCall): Promise<unknown> {
  const ask: Fetch = options.fetch ?? fetch;
  const response = await ask(options.url.replace(/\/+$/, '') + addressOf(route, call), {
    method: route.method,
    headers: headersOf(route, call, options.key),
    ...(route.body ? { body: bodyOf(route, call.body) } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (response.status !== route.status) {
    const text = await response.text();
    throw new Refusal(response.status, readProblem(text), text);
  }
  const body = await readAnswer(route, response);
  if (!route.answerHeaders) return body;
  const named = route.answerHeaders.map((name) => [name, response.headers.get(name) ?? undefined]);
  return { body, headers: Object.fromEntries(named.filter(([, value]) => value !== undefined)) };
}

/** A client whose methods and types come from the table of operations; for Node and the browser. */
export function createClient(options: ClientOptions): Client {
  const methods = operationNames.map((name) => [
    name,
    (call: LooseCall = {}) => send(options, routeOf(name), call),
  ]);
  return Object.fromEntries(methods) as Client;
}

/** The id of a capture job from the `Location` of a 202. */
export function captureIDOf(location: string | undefined): string {
  const id = /\/capture\/([^/?#]+)$/.exec(location ?? '')?.[1];
  if (id === undefined) throw new Error(`no capture job in Location ${location}`);
  return decodeURIComponent(id);
}

/** The token of the next page from a `Link` header, or undefined on the last page (EPCIS 2.0 REST binding). */
export function nextPageTokenOf(link: string | undefined): string | undefined {
  const url = /<([^>]+)>\s*;\s*rel="next"/.exec(link ?? '')?.[1];
  return url === undefined
    ? undefined
    : (new URL(url, 'http://x').searchParams.get('nextPageToken') ?? undefined);
}
