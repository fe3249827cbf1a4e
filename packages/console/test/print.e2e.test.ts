import { readFileSync } from 'node:fs';
import { Refusal } from '@yunsu/api';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserFound } from '../../server/test/public/browser.ts';
import { expectClean, givenPerson, givenProvince, type Province } from './given.ts';

/** Labels of an order on paper, in a real browser on a real server. */
const TEST_MS = 180_000;

/** Whether the server has the operations of labels; without them it says so with a 404, and any other answer is theirs. */
async function drawsLabels({ clientOf, firm }: Province): Promise<boolean> {
  try {
    await clientOf(firm).drawLabel({ code: '09521234045014' });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.status !== 404;
  }
}

async function printLabels(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: '排版打印' }).click();
  const form = page.getByRole('dialog', { name: '排版打印' });
  await form.getByLabel('A4 纸 2 × 5').check({ force: true });
  await form.getByLabel('第 3 张').check();
  await form.getByText('10 张标签，2 页').waitFor();
  const preview = form.getByRole('img', { name: /的标签$/ });
  await expect
    .poll(() => preview.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  await expectClean(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: '下载 PDF' }).dblclick(),
  ]);
  await form.getByText('已下载 1 个文件').waitFor();
  expect(download.suggestedFilename()).toMatch(/^排版打印-领码单-\d+\.pdf$/);
  await form.getByRole('button', { name: '关闭' }).click();
  return readFileSync(await download.path());
}

test.skipIf(!browserFound)(
  'labels of an order are previewed and printed from the third label of a used sheet on',
  { timeout: TEST_MS },
  async ({ skip }) => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    const range = await province
      .clientOf(province.regulator)
      .createCodeRange({ body: { party: province.party.uri, scheme: 'gtin', stem: '09521234045014' } });
    const order = await province.clientOf(province.firm).createCodeOrder({
      body: { range: range.id, count: 10, manner: 'sequential', idempotencyKey: 'print-labels' },
    });
    if (!(await drawsLabels(province))) {
      console.warn('This server does not draw labels: printing from the console is NOT tested.');
      return skip();
    }
    const { page, said } = await givenPerson(opened, province, province.firm);
    await page.goto(`${province.url}/console/codes/orders/${order.id}`);
    expect((await printLabels(page)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(said).toEqual([]);
  },
);
