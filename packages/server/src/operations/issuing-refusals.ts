import { Problem, type Words, words } from '@yunsu/api';

/** A field of the request that cannot be as it is. */
export const wrongField = (pointer: string, rule: string, { en, zh }: Words, got = ''): Problem =>
  new Problem('invalid-request', {
    detail: { en, zh },
    faults: [{ pointer, rule, expected: '', got, en, zh }],
  });

/** A state of the codes that does not allow what is asked. */
export const conflict = (en: string, zh: string): Problem =>
  new Problem('code-conflict', { detail: words(en, zh) });

/** An idempotency key that has come with another request before. */
export const otherRequest = (idempotencyKey: string): Problem =>
  conflict(
    `The idempotencyKey ${idempotencyKey} came with another request before.`,
    `幂等键 ${idempotencyKey} 此前已用于另一项请求。`,
  );

/** What is not there, or not for the caller: both answer alike. */
export const noSuch = (en: string, zh: string): Problem =>
  new Problem('not-found', { detail: words(en, zh) });
