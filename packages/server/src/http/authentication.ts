import { Problem, type Who, words } from '@yunsu/api';
import type { Context } from '../context.ts';
import { ANONYMOUS, authenticate, type Sender } from '../operations/authenticate.ts';

/** Who sends a request: nobody known without the header, else the party behind the key. */
export async function readSender(context: Context, authorization: string | undefined): Promise<Sender> {
  if (authorization === undefined) return ANONYMOUS;
  const key = /^Bearer ([\x21-\x7e]{1,256})$/i.exec(authorization)?.[1];
  if (key === undefined) throw new Problem('key-refused');
  return authenticate(context, key);
}

/** Refuses a sender that the table of operations does not admit. */
export function checkWho(who: Who, sender: Sender): void {
  if (who === 'anyone') return;
  if (sender.plane === 'public') throw new Problem('key-needed');
  if (who === 'party' && sender.party === undefined) {
    throw new Problem('not-allowed', {
      detail: words('This key is bound to no party.', '该密钥未绑定任何主体。'),
    });
  }
  if (who === 'regulator' && sender.plane !== 'regulator' && sender.plane !== 'system') {
    throw new Problem('not-allowed', {
      detail: words('Only a regulator may do that.', '仅监管部门可进行此操作。'),
    });
  }
}
