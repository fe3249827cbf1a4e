import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Client, createClient, Refusal } from '@yunsu/api';
import type { Common } from './arguments.ts';

/** Where `npm run demo` writes the keys of the demo that runs on this machine. */
export const CREDENTIALS_PATH = 'var/demo/credentials.json';

/** What a key is wanted for: a demo has one for each. */
export type Purpose = 'capture' | 'read' | 'registers';

interface Credentials {
  readonly url?: string;
  readonly keys?: { readonly integrator?: string; readonly regulator?: string };
}

const projectRoot = resolve(import.meta.dirname, '../../..');

function readCredentials(folder: string): Credentials | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, CREDENTIALS_PATH), 'utf8')) as Credentials;
  } catch {
    return undefined;
  }
}

const originOf = (url: string | undefined) =>
  URL.parse(url ?? '')?.origin.replace('//localhost', '//127.0.0.1');

/** The key to send: the one given, else the demo's own, and that only to the server that the demo wrote down. */
export function keyFor(
  common: Common,
  purpose: Purpose,
  folders = [process.cwd(), projectRoot],
): string | undefined {
  if (common.key !== undefined) return common.key;
  const written = folders.map(readCredentials).find((credentials) => credentials !== undefined);
  if (written === undefined || originOf(written.url) !== originOf(common.url)) return undefined;
  return purpose === 'capture' ? written.keys?.integrator : written.keys?.regulator;
}

/** The typed client of the API with the key that fits the purpose. */
export function connect(common: Common, purpose: Purpose): Client {
  const key = keyFor(common, purpose);
  return createClient({ url: common.url, ...(key === undefined ? {} : { key }) });
}

/** Why no answer came, or undefined where a server did answer. */
export function unreachableReason(error: unknown): string | undefined {
  if (error instanceof Refusal) return [502, 503, 504].includes(error.status) ? error.message : undefined;
  // fetch reports every network failure as a TypeError whose cause says what happened.
  if (!(error instanceof TypeError) || error.cause === undefined) return undefined;
  const cause = error.cause as { code?: string; message?: string };
  return cause.code ?? cause.message ?? error.message;
}
