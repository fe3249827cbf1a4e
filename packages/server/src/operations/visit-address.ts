/**
 * One visit of one address: HEAD, and where that says anything but yes, GET for the first bytes. Names are resolved
 * here, every address is checked, and the connection goes to the checked one; each redirect is a new address and goes
 * the same way. Nothing of a body is read.
 */
import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import type { VisitResult } from '../store/link-health.ts';
import { addressFault, hostOf, isPublicAddress, portOf } from './public-address.ts';

/** Most redirects of one visit. */
export const REDIRECTS_MAX = 5;
/** Longest time of one visit with all its redirects, in milliseconds. */
export const VISIT_TIMEOUT_MS = 15_000;
/** Longest head of an answer, in bytes. */
const HEAD_BYTES_MAX = 16_384;
/** What of a body is asked for; servers that know no ranges are hung up on after the head. */
const RANGE = 'bytes=0-1023';

/** How names become addresses and addresses connections; a test lends others, so that no check is ever switched off. */
export interface Network {
  /** The addresses of a name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Where to connect to for a checked address. */
  readonly dial: (address: string, port: number) => { readonly host: string; readonly port: number };
}

/** The internet. */
export const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  dial: (host, port) => ({ host, port }),
};

/** What a visit needs beside the address. */
export interface Visitor {
  readonly network: Network;
  readonly userAgent: string;
  /** Ends the visit without a result. */
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

type Method = 'HEAD' | 'GET';
type Hop = { readonly status: number; readonly location?: string } | { readonly fault: string };
type End = { readonly status: number } | { readonly fault: string };

/** Statuses of a server that is there but wants a login, another method or more patience. */
const present = new Set([401, 403, 405, 406, 416, 429]);
/** Statuses by which a server itself says that there is nothing (RFC 9110 §15.5.5, §15.5.11). */
const gone = new Set([404, 410]);
const isAlive = (status: number): boolean => (status >= 200 && status < 300) || present.has(status);

/** Visits an address; undefined where it was ended by the signal. */
export async function visitAddress(url: string, visitor: Visitor): Promise<VisitResult | undefined> {
  const timeout = AbortSignal.timeout(visitor.timeoutMs ?? VISIT_TIMEOUT_MS);
  const limited = { ...visitor, signal: AbortSignal.any([visitor.signal, timeout]) };
  const head = await follow(url, 'HEAD', limited);
  const end = 'status' in head && isAlive(head.status) ? head : await follow(url, 'GET', limited);
  if (visitor.signal.aborted) return undefined;
  if ('fault' in end) return { alive: false, result: timeout.aborted ? 'timeout' : end.fault };
  const { status } = end;
  return { alive: isAlive(status), definitive: gone.has(status), result: String(status) };
}

async function follow(start: string, method: Method, visitor: Visitor): Promise<End> {
  let address = start;
  for (let count = 0; count <= REDIRECTS_MAX; count += 1) {
    const hop = await ask(address, method, visitor);
    if ('fault' in hop) return hop;
    if (hop.status < 300 || hop.status >= 400 || hop.status === 304) return hop;
    if (hop.location === undefined || !URL.canParse(hop.location, address)) {
      return { fault: 'redirect to no address' };
    }
    address = new URL(hop.location, address).href;
  }
  return { fault: 'too many redirects' };
}

async function ask(address: string, method: Method, visitor: Visitor): Promise<Hop> {
  if (addressFault(address)) return { fault: 'address not allowed' };
  const url = new URL(address);
  try {
    const addresses = await unlessAborted(addressesOf(hostOf(url), visitor.network), visitor.signal);
    const [first] = addresses;
    if (first === undefined) return { fault: 'name not found' };
    // One private address among them is enough: which of them is dialled would be chance.
    if (!addresses.every(isPublicAddress)) return { fault: 'private address' };
    const { status, location } = await send(url, method, visitor, first);
    return { status, ...(location === undefined ? {} : { location }) };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

async function addressesOf(host: string, network: Network): Promise<readonly string[]> {
  return isIP(host) === 0 ? await network.resolve(host) : [host];
}

/** A look-up of a name cannot be ended; it can be left alone. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(new Error('aborted'));
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', onAbort));
}

/** Asks the checked address under the name of the URL; answers with the head and hangs up. */
async function send(
  url: URL,
  method: Method,
  { network, userAgent, signal }: Visitor,
  address: string,
): Promise<{ status: number; location: string | undefined }> {
  const host = hostOf(url);
  const dialled = network.dial(address, portOf(url));
  const secure = url.protocol === 'https:';
  const answered = Promise.withResolvers<IncomingMessage>();
  const asked = (secure ? httpsRequest : httpRequest)(
    {
      ...dialled,
      method,
      path: url.pathname + url.search,
      headers: {
        host: url.host,
        'user-agent': userAgent,
        accept: 'text/html, */*;q=0.8',
        'accept-encoding': 'identity',
        ...(method === 'GET' ? { range: RANGE } : {}),
      },
      agent: false,
      maxHeaderSize: HEAD_BYTES_MAX,
      signal,
      ...(secure && isIP(host) === 0 ? { servername: host } : {}),
    },
    answered.resolve,
  );
  asked.on('error', answered.reject);
  asked.end();
  try {
    const { statusCode = 0, headers } = await answered.promise;
    return { status: statusCode, location: headers.location };
  } finally {
    asked.destroy();
  }
}

/** Codes of Node and of OpenSSL as a person can read them. */
const faults: Readonly<Record<string, string>> = {
  ENOTFOUND: 'name not found',
  ENODATA: 'name not found',
  EAI_AGAIN: 'name not resolved',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'connection broken',
  EPIPE: 'connection broken',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timeout',
  CERT_HAS_EXPIRED: 'certificate expired',
  CERT_NOT_YET_VALID: 'certificate not yet valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate of another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate not trusted',
  EPROTO: 'no TLS',
};

/** Every result of a visit that is no status. */
export const faultWords: readonly string[] = [
  ...new Set([
    ...Object.values(faults),
    'address not allowed',
    'private address',
    'redirect to no address',
    'too many redirects',
    'not HTTP',
    'failed',
  ]),
];

/** What went wrong, in words of the table. */
export function faultOf(error: unknown): string {
  const code = String((error as { code?: unknown }).code ?? '');
  if (Object.hasOwn(faults, code)) return faults[code] ?? 'failed';
  if (code.startsWith('ERR_SSL_')) return 'no TLS';
  return code.startsWith('HPE_') ? 'not HTTP' : 'failed';
}
