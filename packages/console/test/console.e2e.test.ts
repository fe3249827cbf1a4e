import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserFound, givenBrowser } from '../../server/test/public/browser.ts';
import { enterKey, givenProvince } from './given.ts';

/**
 * The built console in a real browser, on a real server that holds the story of the vegetables (S04): whatever a person does is
 * done by role and label, and no page may say anything on the browser's console or run against its own policy.
 */
const CRATE = '095212340400000019';
const LOT = 'https://id.gs1.org/01/09521234045014/10/VX-0818';

const TEST_MS = 180_000;

async function lookUpAndTrace(page: Page): Promise<void> {
  await page.getByLabel('编码').fill(CRATE);
  await page.getByRole('link', { name: '查看单元' }).first().click();
  await page.getByRole('heading', { name: '事件历史' }).waitFor();
  await page.getByText('已召回').waitFor();
  expect(await page.getByRole('table', { name: '现存' }).getByRole('cell').first().innerText()).toContain(
    '摊主',
  );
  await page.getByRole('button', { name: '装箱' }).click();
  const sheet = page.getByRole('dialog', { name: '事件' });
  expect(await sheet.innerText()).toContain('"AggregationEvent"');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: '追溯' }).click();
  const graph = page.getByRole('region', { name: '追溯图' });
  for (const place of ['F7 号菜地', '通海收购点', '呈贡批发市场', '农贸市场摊位']) {
    await graph.getByRole('button', { name: place }).first().waitFor();
  }
}

async function exportRows(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出节点 CSV' }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

test.skipIf(!browserFound)(
  'a person with a key finds a crate, sees its way and takes it along as a file',
  { timeout: TEST_MS },
  async () => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    const open = await givenBrowser(opened);
    const { page, said } = await open({ locale: 'zh-CN', viewport: { width: 1280, height: 860 } });

    await enterKey(page, province.url, province.regulator);
    expect(page.url()).not.toContain('ys_');
    await lookUpAndTrace(page);
    await page.getByLabel('来源').click();
    await page.waitForURL(/direction=back/);
    const rows = (await exportRows(page)).trimEnd().split('\r\n');
    expect(rows.length).toBe(6);
    expect(rows[0]).toMatch(/^\uFEFF"编号","时间","持有人"/);
    expect(rows.at(-1)).toContain('F7 号菜地');

    await page.goto(`${province.url}/console/trace?code=${encodeURIComponent(LOT)}&direction=forward`);
    const graph = page.getByRole('region', { name: '追溯图' });
    await graph.getByRole('button', { name: '60 箱' }).click();
    await page.getByRole('button', { name: '在表格中查看这 60 行' }).click();
    await page.getByText('只显示所选的 60 行').waitFor();

    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Export nodes as CSV' }).waitFor();
    expect(said).toEqual([]);
  },
);

test.skipIf(!browserFound)(
  'on a phone, a wrong key is refused in a sentence and a wrong document fault by fault',
  { timeout: TEST_MS },
  async () => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    const open = await givenBrowser(opened);
    const { page } = await open({ locale: 'zh-CN', viewport: { width: 360, height: 740 } });

    await page.goto(`${province.url}/console/`);
    await page.getByLabel('访问密钥').fill('ys_wrong');
    await page.getByRole('button', { name: '进入' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('不对或已失效');
    await enterKey(page, province.url, province.firm);
    await page.getByRole('link', { name: '采集' }).click();
    const story = join(import.meta.dirname, '../../../fixtures/stories/S04/04-packing-pack.jsonld');
    const wrong = readFileSync(story, 'utf8').replace('"action": "ADD"', '"action": "PACK"');
    const file = { name: 'packing.jsonld', mimeType: 'application/ld+json', buffer: Buffer.from(wrong) };
    await page.getByLabel('选择文件').setInputFiles(file);
    const results = page.getByRole('region', { name: '本次提交' });
    await results.getByText('/epcisBody/eventList/0/action').first().waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(360);
  },
);
