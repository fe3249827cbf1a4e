import { randomBytes } from 'node:crypto';
import { type Caller, PUBLIC, SYSTEM } from '@yunsu/domain';
import { expect, test } from 'vitest';
import { appendEvents } from '../../src/store/append-events.ts';
import { createCipher } from '../../src/store/cipher.ts';
import { readEvents } from '../../src/store/read-events.ts';
import { readSecrets, restoreSecrets } from '../../src/store/secrets.ts';
import { batchOf, GROWER, given, openTestStore, TRADER } from './given.ts';

const cipher = createCipher(randomBytes(32));
const whole = '{"买方":"王某","price":12.50,"note":"云"}';
const cut = '{"note":"云"}';
const secrets = [
  { path: '/买方', byteOffset: 1, plaintext: '"买方":"王某",' },
  { path: '/price', byteOffset: 19, plaintext: '"price":12.50,' },
];

test('the owner gets the text back to the letter; nobody else gets a secret, and the database holds none', async () => {
  await using db = await openTestStore();
  const outcome = await appendEvents(db, batchOf([given('e1', { text: cut, secrets, parties: [TRADER] })]), {
    cipher,
  });
  const number = outcome.events[0]?.event ?? '';
  const [row] = await readEvents(db, SYSTEM, [number]);
  const restore = async (caller: Caller) =>
    restoreSecrets(row?.doc ?? '', (await readSecrets(db, caller, [number], cipher)).get(number) ?? []);
  expect(await restore({ plane: 'enterprise', party: GROWER, scopes: [] })).toBe(whole);
  expect(await restore(SYSTEM)).toBe(whole);
  for (const caller of [PUBLIC, { plane: 'enterprise', party: TRADER, scopes: [] } as const]) {
    expect(await restore(caller)).toBe(cut);
  }
  const stored = await db.query<{ text: string }>('select ciphertext::text as text from event_secret');
  const hex = Buffer.from('王某').toString('hex');
  expect(stored.some(({ text }) => text.includes(hex))).toBe(false);
});

test('secrets without a cipher are a bug and store nothing', async () => {
  await using db = await openTestStore();
  await expect(appendEvents(db, batchOf([given('e1', { text: cut, secrets })]))).rejects.toThrow('cipher');
});
