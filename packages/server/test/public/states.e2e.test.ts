import { type Client, createClient, type MovementRequest } from '@yunsu/api';
import { completeProvincial, completeUscc } from '@yunsu/identifiers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appendNewKey } from '../../src/operations/create-key.ts';
import type { RunningServer } from '../../src/start-server.ts';
import { browserFound, desk, faultsOf, givenBrowser, givenServer, overflowOf, phone } from './browser.ts';

/**
 * Codes with no record of a thing, on a real server and in Chromium: each state is a page of its own, in both languages.
 * What a firm does with its codes before their first event is done through the API.
 */
const TEST_MS = 180_000;
const FIRM = `urn:yunsu:party:${completeUscc('91530000MA6TE001')}`;

type Language = 'zh' | 'en';
const languages: readonly Language[] = ['zh', 'en'];

/** Codes by the state that their page has to tell. */
type Codes = Readonly<
  Record<'unknown' | 'elsewhere' | 'printed' | 'reserved' | 'lost' | 'spoiled' | 'active' | 'never', string>
>;

async function clientOf(server: RunningServer, request: Parameters<typeof appendNewKey>[1]): Promise<Client> {
  const { key } = await appendNewKey(server.context, request);
  return createClient({ url: server.url, key });
}

/** A firm with a range of case codes, of which it has reserved five: one stays, one is printed, two are made void, one is activated. */
async function givenCodes(server: RunningServer): Promise<Codes> {
  const regulator = await clientOf(server, { plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  const party = { uri: FIRM, name: '通海示例包装厂', kind: 'company' as const, role: 'food_manufacturer' };
  await regulator.loadRegisters({
    body: { parties: [{ ...party, division: '530423', validFrom: '2026-01-01' }] },
  });
  const range = await regulator.createCodeRange({
    body: { party: FIRM, scheme: 'sscc', stem: '09521234', from: '0', to: '9' },
  });
  const firm = await clientOf(server, { plane: 'enterprise', party: FIRM });
  const order = await firm.createCodeOrder({
    body: { range: range.id, count: 5, manner: 'sequential', idempotencyKey: 'order-0001' },
  });
  const orderID = order.id;
  const listed = await firm.listOrderCodes({ orderID });
  const [reserved = '', printed = '', lost = '', spoiled = '', active = ''] = listed.codes.map(
    ({ code }) => code,
  );
  const move = async (body: Omit<MovementRequest, 'idempotencyKey'>, key: string) =>
    await firm.moveCodes({ orderID, body: { ...body, idempotencyKey: key } });
  await move({ act: 'print', positions: { from: 2, to: 5 } }, 'print-0001');
  await move({ act: 'void', positions: { from: 3, to: 3 }, reason: 'lost' }, 'void-00001');
  await move({ act: 'void', positions: { from: 4, to: 4 }, reason: 'spoiled' }, 'void-00002');
  await move({ act: 'activate', positions: { from: 5, to: 5 } }, 'activate-1');
  return {
    unknown: '81234567890123456789',
    elsewhere: completeProvincial('33E47K2M9QX'),
    printed,
    reserved,
    lost,
    spoiled,
    active,
    never: '095212340000000099',
  };
}

/** What each page says, beside its own heading. */
const told: Readonly<Record<keyof Codes, Readonly<Record<Language, readonly string[]>>>> = {
  unknown: {
    zh: ['平台没有这个码的记录', '药品追溯码', '8123456', '打开 www.mashangfangxin.com'],
    en: ['Not on record here', 'Drug traceability code', '8123456', 'Open www.mashangfangxin.com'],
  },
  elsewhere: {
    zh: ['由其他平台管理', '发码地：浙江省', '12345'],
    en: ['Kept elsewhere', 'Given out in: Zhejiang', '12345'],
  },
  printed: {
    zh: ['尚未激活', '通海示例包装厂', '标签已印制，还没有登记用于商品', '如果它贴在商品上'],
    en: ['Not activated', '通海示例包装厂', 'label printed, not yet recorded on a product'],
  },
  reserved: {
    zh: ['尚未激活', '已领取，还没有登记印制'],
    en: ['Not activated', 'reserved, not yet recorded as printed'],
  },
  lost: {
    zh: ['已作废的码', '标签遗失', '当心：这是一张遗失的标签'],
    en: ['Void code', 'the label was lost', 'Beware: this label was lost'],
  },
  spoiled: {
    zh: ['已作废的码', '标签印坏或损坏'],
    en: ['Void code', 'the label was misprinted or damaged'],
  },
  active: {
    zh: ['已激活', '通海示例包装厂', '还没有这件商品的流转记录'],
    en: ['Activated', '通海示例包装厂', 'nothing else is recorded yet'],
  },
  never: {
    zh: ['未发放的码', '号段属于', '通海示例包装厂', '不应出现在任何商品上'],
    en: ['Never issued', 'Range belongs to', '通海示例包装厂'],
  },
};

/** Opens the answer to a code as a shopper does: types it and presses Enter. */
async function lookUp(page: Page, url: string, code: string, language: Language): Promise<string> {
  await page.goto(`${url}/?lang=${language}`);
  await page.getByRole('textbox').fill(code);
  await page.getByRole('textbox').press('Enter');
  await page.waitForURL(/\/q\?/);
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  return await page.locator('main').innerText();
}

describe.skipIf(!browserFound)('a code with no record', { timeout: TEST_MS }, () => {
  test('has an honest page of its own in each state, in both languages, on a phone and at a desk', async () => {
    await using opened = new AsyncDisposableStack();
    const server = await givenServer(opened);
    const codes = await givenCodes(server);
    const open = await givenBrowser(opened);
    const pages = new Set<string>();
    for (const viewport of [phone, desk]) {
      const { page } = await open({ viewport, bypassCSP: true });
      for (const language of languages) {
        for (const [name, code] of Object.entries(codes) as [keyof Codes, string][]) {
          const text = await lookUp(page, server.url, code, language);
          for (const words of told[name][language]) expect(text, name).toContain(words);
          pages.add(`${language} ${text.replaceAll(code, '')}`);
        }
      }
    }
    expect(pages.size).toBe(Object.keys(codes).length * languages.length);
  });
});
