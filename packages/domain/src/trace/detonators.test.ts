import { checkDigit } from '@yunsu/identifiers';
import { beforeAll, expect, test } from 'vitest';
import { key, MemoryStore, readStory } from '../../test/support/memory-store.ts';
import { partyBalanceOf, stockOf } from '../index.ts';
import { gtinOfKey } from './trace.ts';

const item = (n: number) =>
  key(`https://id.gs1.org/01/09521234095019/21/9260320A${String(n).padStart(5, '0')}`);
const unit = key('urn:yunsu:party:91530402MAY090032Y');
const magazine = 'https://id.gs1.org/414/9521234090038';
const site = 'https://id.gs1.org/414/9521234090045';
const all = Array.from({ length: 1000 }, (_, n) => item(n + 1));
const at = (text: string) => Date.parse(`2026-04-08T${text}:00+08:00`) * 1000;

let store: MemoryStore;
beforeAll(() => {
  const { events, registers } = readStory('S09');
  store = new MemoryStore(events, registers);
});

/** How many of the 1,000 lie where, and how many have ended. */
async function whereAt(time: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const root of all) {
    const { holdings } = await stockOf(store, root, time);
    const place = holdings.length === 0 ? 'ended' : store.uri(holdings[0]!.place);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

test('the day: 200 issued = 186 fired + 13 returned + 1 destroyed; 1,000 = 813 left + 187 ended', async () => {
  expect(await whereAt(at('07:35'))).toEqual({ [magazine]: 1000 });
  expect(await whereAt(at('13:00'))).toEqual({ [magazine]: 800, [site]: 200 });
  // 00147 is the one that is missing from the count of the evening.
  expect(await whereAt(at('18:00'))).toEqual({ [magazine]: 813, [site]: 1, ended: 186 });
  expect(await whereAt(at('20:00'))).toEqual({ [magazine]: 813, ended: 187 });
});

test.each([
  ['18:00', '186', '814'],
  ['20:00', '187', '813'],
])('the unit’s balance of the day at %s: 1,000 before = %s ended + %s left', async (time, ended, left) => {
  const boxes = Array.from({ length: 10 }, (_, n) => {
    const body = `09521234090000${String(n + 1).padStart(3, '0')}`;
    return key(`https://id.gs1.org/00/${body}${checkDigit(body)}`);
  });
  const { lines } = await partyBalanceOf(store, {
    party: unit,
    gtin: gtinOfKey(item(1))!,
    units: [...all, ...boxes],
    from: at('00:00'),
    to: at(time),
  });
  const terms = (list: readonly { kind: string; quantity?: string }[]) =>
    list.map(({ kind, quantity }) => [kind, quantity]);
  expect(lines).toHaveLength(1);
  const [line] = lines;
  expect(terms(line!.cameIn)).toEqual([['opening', '1000']]);
  expect(terms(line!.wentOut).map(([, quantity]) => quantity)).toEqual([ended]);
  expect(line!.left).toBe(left);
});
