import { hash, timingSafeEqual } from 'node:crypto';
import { Problem, words } from '@yunsu/api';
import { type Caller, PUBLIC } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { readApiKey } from '../store/api-keys.ts';

/** Who sends a request: a caller, and what else its key allows. */
export interface Sender extends Caller {
  /** True where the key may keep the registers and issue keys. */
  readonly mayRegister: boolean;
}

/** A request without a key. */
export const ANONYMOUS: Sender = { ...PUBLIC, mayRegister: false };

/** `ys_<id>_<secret>`: the id finds the row, the secret is 256 random bits in base64url, so a plain hash protects it. */
const KEY = /^ys_([0-9a-z]{12})_([A-Za-z0-9_-]{43})$/;

/** SHA-256 of a key's secret, as it is stored. */
export const hashSecret = (secret: string): Buffer => hash('sha256', secret, 'buffer');

const refused = () =>
  new Problem('key-refused', {
    detail: words('The key is unknown, wrong or no longer valid.', '密钥不存在、错误或已失效。'),
  });

/** The sender behind a key. Unknown, wrong and expired keys are refused with the same words and in the same time. */
export async function authenticate(context: Context, key: string): Promise<Sender> {
  const [, id = '', secret = ''] = KEY.exec(key) ?? [];
  if (id === '') throw refused();
  const row = await readApiKey(context.db, id);
  const known = Buffer.from(row?.secretSha256 ?? '0'.repeat(64), 'hex');
  const same = timingSafeEqual(hashSecret(secret), known);
  if (!row || !same) throw refused();
  if (row.expires !== undefined && row.expires <= context.now().getTime() * 1000) throw refused();
  return {
    plane: row.plane,
    scopes: row.scopes,
    mayRegister: row.mayRegister,
    ...(row.party === undefined ? {} : { party: row.party }),
  };
}
