import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserFound, expectOwnOrigin, phone } from '../../server/test/public/browser.ts';
import { expectClean, givenPerson, givenProvince, type Province } from './given.ts';

/**
 * The life of codes through the console, in a real browser on a real server: a regulator gives a range, a firm reserves codes of it,
 * prints labels, makes two void and accounts for the rest. Every button that sends is pressed twice.
 */
const TEST_MS = 180_000;
const GTIN = '09521234045014';

async function giveRange(page: Page, party: Province['party']): Promise<void> {
  await page.getByRole('link', { name: '编码', exact: true }).click();
  await page.getByRole('button', { name: '分配号段' }).click();
  const form = page.getByRole('dialog', { name: '分配号段' });
  await form.getByLabel('给哪个主体').fill(party.uri);
  await form.getByText(`登记名称：${party.name}`).waitFor();
  await form.getByLabel('前段').fill('09521234045015');
  await form.getByRole('alert').waitFor();
  await form.getByLabel('前段').fill(GTIN);
  await form.getByLabel('流水位数').fill('6');
  await form.getByText(`(01)${GTIN}(21)000000`).waitFor();
  await form.getByText(`(01)${GTIN}(21)999999`).waitFor();
  await expectClean(page);
  await form.getByRole('button', { name: '分配号段' }).dblclick();
  await page.getByText(`已把号段分配给 ${party.name}`).waitFor();
  const rows = page.getByRole('table', { name: '号段' }).getByRole('row');
  expect(await rows.count()).toBe(2);
}

async function orderTen(page: Page): Promise<void> {
  await page.getByRole('link', { name: '编码', exact: true }).click();
  await page.getByRole('button', { name: '领码' }).click();
  const form = page.getByRole('dialog', { name: '领码' });
  await form.getByLabel('数量').fill('1000001');
  expect(await form.getByRole('button', { name: /^领取/ }).isDisabled()).toBe(true);
  await form.getByLabel('数量').fill('10');
  await form.getByText('领后剩余 999990').waitFor();
  await form.getByLabel('批号').fill('VX-0818');
  await form.getByRole('button', { name: '领取 10 个编码' }).dblclick();
  await page.getByRole('heading', { name: /^领码单/ }).waitFor();
  await page.getByText('合计：10 已领 + 0 已印 + 0 激活 + 0 作废 = 10').waitFor();
  await expectClean(page);
}

async function markPrinted(page: Page): Promise<void> {
  await page.getByRole('button', { name: '标为已印' }).click();
  const form = page.getByRole('dialog', { name: '标为已印' });
  await form.getByRole('button', { name: '标为已印 10 个' }).dblclick();
  await page.getByText('已处理 10 个编码').waitFor();
  await page.getByText('合计：0 已领 + 10 已印 + 0 激活 + 0 作废 = 10').waitFor();
}

async function voidTwo(page: Page): Promise<void> {
  await page.getByRole('button', { name: '作废', exact: true }).click();
  const form = page.getByRole('dialog', { name: '作废' });
  await form.getByLabel('从第').fill('3');
  await form.getByLabel('到第').fill('11');
  await form.getByRole('alert').waitFor();
  await form.getByLabel('到第').fill('4');
  await form.getByLabel('备注').fill('卡纸');
  await expectClean(page);
  await form.getByRole('button', { name: '作废 2 个' }).dblclick();
  await page.getByText('已处理 2 个编码').waitFor();
  await page.getByText('合计：0 已领 + 8 已印 + 0 激活 + 2 作废 = 10').waitFor();
}

async function reconcile(page: Page): Promise<void> {
  await page.getByRole('button', { name: '核销' }).click();
  const form = page.getByRole('dialog', { name: '核销' });
  await form.getByLabel('已贴用').fill('6');
  await form.getByLabel('损坏').fill('2');
  await form.getByLabel('剩余').fill('3');
  await form.getByText('清点数比印出数多 1 张').waitFor();
  await form.getByLabel('剩余').fill('1');
  await form.getByText('1 张标签去向不明').waitFor();
  await form.getByText('已印的 8 个编码保留').waitFor();
  await expectClean(page);
  await form.getByRole('button', { name: '确认核销' }).dblclick();
  await page.getByText('已核销：1 张去向不明').waitFor();
}

test.skipIf(!browserFound)(
  'codes of a given range are ordered, printed, made void and accounted for, and nothing is done twice',
  { timeout: TEST_MS },
  async () => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    const regulator = await givenPerson(opened, province, province.regulator);
    await giveRange(regulator.page, province.party);

    const firm = await givenPerson(opened, province, province.firm);
    const { page } = firm;
    await orderTen(page);
    await markPrinted(page);
    await voidTwo(page);
    await reconcile(page);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载全部 CSV' }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(11);

    const { orders } = await province.clientOf(province.firm).listCodeOrders();
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({
      count: 10,
      counts: { reserved: 0, printed: 8, active: 0, void: 2 },
      unexplained: 1,
    });
    expect(orders[0]?.movements.map(({ act }) => act)).toEqual(['reserve', 'print', 'void', 'reconcile']);

    await page.getByLabel('作废 2').click();
    await page.waitForURL(/state=void/);
    await page.getByRole('link', { name: `(01)${GTIN}(21)000002` }).click();
    await page.getByRole('heading', { name: '编码本身' }).waitFor();
    await page.getByText('编码已作废').waitFor();
    await page.getByText('印坏').waitFor();
    expectOwnOrigin(firm, province.url);
    expect([...regulator.said, ...firm.said]).toEqual([]);
  },
);

test.skipIf(!browserFound)(
  'an order whose answer was lost is sent again and reserves its codes once',
  { timeout: TEST_MS },
  async () => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    const range = await province
      .clientOf(province.regulator)
      .createCodeRange({ body: { party: province.party.uri, scheme: 'provincial', stem: '53E' } });
    const { page } = await givenPerson(opened, province, province.firm, phone);
    await page.route(
      '**/api/code-orders',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('link', { name: '编码', exact: true }).click();
    await page.getByRole('button', { name: '领码' }).click();
    const form = page.getByRole('dialog', { name: '领码' });
    await form.getByLabel('数量').fill('7');
    await form.getByLabel('随机').check();
    await form.getByRole('button', { name: '领取 7 个编码' }).click();
    await form.getByText('连不上服务器').waitFor();
    await form.getByRole('button', { name: '领取 7 个编码' }).click();
    await page.getByText('合计：7 已领').waitFor();
    await expectClean(page);
    const { orders } = await province.clientOf(province.firm).listCodeOrders();
    expect(orders.map(({ range: of, count }) => [of, count])).toEqual([[range.id, 7]]);
  },
);

test.skipIf(!browserFound)(
  'a firm cannot give a range, and is told what to do',
  { timeout: TEST_MS },
  async () => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    const { page } = await givenPerson(opened, province, province.firm, phone);
    await page.getByRole('link', { name: '编码', exact: true }).click();
    await page.getByRole('button', { name: '分配号段' }).click();
    const form = page.getByRole('dialog', { name: '分配号段' });
    await form.getByLabel('给哪个主体').fill(province.party.uri);
    await form.getByLabel('码制').selectOption('provincial');
    await form.getByLabel('前段').fill('53B');
    await form.getByRole('button', { name: '分配号段' }).click();
    await form.getByText('该密钥无权进行此操作').waitFor();
    await form.getByText('请向密钥签发方申请相应权限').waitFor();
    await expectClean(page);
  },
);
