import { randomBytes } from 'node:crypto';
import { type KeyRequest, type NewKey, Problem, words } from '@yunsu/api';
import { parseInstant } from '@yunsu/epcis';
import { parseIdentifier } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { appendApiKey } from '../store/api-keys.ts';
import { hashSecret, type Sender } from './authenticate.ts';

const SECRET_BYTES = 32;
const ID_BYTES = 6;

/** True where every event of `wanted` is also one of `own`: a division is reached by each of its prefixes. */
function isWithin(wanted: string, own: string): boolean {
  const [department, division, kind] = wanted.split(':');
  const [ownDepartment, ownDivision, ownKind] = own.split(':');
  const prefix = ownDivision === '*' ? '' : (ownDivision ?? '').replace(/^(\d\d)(?:(\d\d)00|0000)$/, '$1$2');
  return (
    (ownDepartment === '*' || ownDepartment === department) &&
    (ownKind === '*' || ownKind === kind) &&
    (prefix === '' || (division !== '*' && (division ?? '').startsWith(prefix)))
  );
}

const refuse = (pointer: string, en: string, zh: string) =>
  new Problem('invalid-request', {
    detail: words(en, zh),
    faults: [{ pointer, rule: 'key', expected: '', got: '', en, zh }],
  });

function canonicalParty(uri: string): string {
  const parsed = parseIdentifier(uri);
  if (!parsed.ok || parsed.identifier.level !== 'party') {
    throw refuse('/party', `${uri} is not the URI of a party.`, `${uri} 不是主体的 URI。`);
  }
  return parsed.identifier.uri;
}

function readExpiry(context: Context, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const micros = parseInstant(text)?.micros;
  if (micros === undefined || micros <= context.now().getTime() * 1000) {
    throw refuse(
      '/expiresAt',
      'expiresAt must be a time to come, as RFC 3339.',
      'expiresAt 应为将来的 RFC 3339 时间。',
    );
  }
  return micros;
}

/** A key that only a regulator who keeps the registers may issue, never wider than the issuer's own. */
export async function createKey(context: Context, sender: Sender, request: KeyRequest): Promise<NewKey> {
  if (sender.plane !== 'system' && !(sender.plane === 'regulator' && sender.mayRegister)) {
    throw new Problem('not-allowed', {
      detail: words('Only the keeper of the registers issues keys.', '仅登记管理部门可签发密钥。'),
    });
  }
  const outside = (request.scopes ?? []).find((scope) => !sender.scopes.some((own) => isWithin(scope, own)));
  if (sender.plane !== 'system' && outside !== undefined) {
    throw new Problem('not-allowed', {
      detail: words(
        `The scope ${outside} is outside the issuer's own.`,
        `范围 ${outside} 超出签发方自身范围。`,
      ),
    });
  }
  return appendNewKey(context, request);
}

/** Makes and stores a key without asking who wants it: for the platform's own start and seed. */
export async function appendNewKey(context: Context, request: KeyRequest): Promise<NewKey> {
  const regulator = request.plane === 'regulator';
  if (!regulator && request.party === undefined) {
    throw refuse('/party', 'An enterprise key needs a party.', '企业密钥必须绑定主体。');
  }
  if (!regulator && (request.mayRegister === true || (request.scopes ?? []).length > 0)) {
    throw refuse(
      '/plane',
      'Scopes and mayRegister belong to regulators.',
      'scopes 与 mayRegister 仅适用于监管密钥。',
    );
  }
  const id = randomBytes(ID_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const expires = readExpiry(context, request.expiresAt);
  await appendApiKey(context.db, {
    id,
    secretSha256: hashSecret(secret).toString('hex'),
    plane: request.plane,
    scopes: request.scopes ?? [],
    mayRegister: request.mayRegister ?? false,
    ...(request.party === undefined ? {} : { party: canonicalParty(request.party) }),
    ...(expires === undefined ? {} : { expires }),
  });
  return {
    id,
    key: `ys_${id}_${secret}`,
    ...(request.expiresAt === undefined ? {} : { expiresAt: request.expiresAt }),
  };
}
