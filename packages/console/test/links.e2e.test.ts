import { codeSpaceOf, composeCode } from '@yunsu/identifiers';
import { expect, test } from 'vitest';
import {
  browserFound,
  desk,
  faultsOf,
  givenBrowser,
  overflowOf,
  phone,
} from '../../server/test/public/browser.ts';
import { enterKey, expectClean, givenPerson, givenProvince } from './given.ts';

/** Where codes lead, what else they are called and how they read, in a real browser on a real server. */
const TEST_MS = 180_000;
const CRATE = '095212340400000019';
const LOT = 'https://id.gs1.org/01/09521234045014/10/VX-0818';

test.skipIf(!browserFound)(
  'links of a lot are added, undone, refused at their field, saved and counted',
  { timeout: TEST_MS },
  async () => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    const open = await givenBrowser(opened);
    const { page } = await open({ locale: 'zh-CN', viewport: phone, bypassCSP: true });
    await enterKey(page, province.url, province.regulator);
    await page.goto(`${province.url}/console/units?code=${encodeURIComponent(LOT)}`);
    const links = page.getByRole('region', { name: '扫码后可去的链接' });
    await links.getByRole('button', { name: '编辑链接' }).click();
    await links.getByRole('button', { name: '添加一条' }).click();
    await links.getByRole('button', { name: '添加一条' }).click();
    await links.getByRole('group', { name: '第 2 条' }).waitFor();
    await links.getByRole('button', { name: '撤销上一步' }).click();
    await links.getByRole('group', { name: '第 2 条' }).waitFor({ state: 'hidden' });

    await links.getByLabel('名称').fill('产品页（示例）');
    await links.getByLabel('网址').fill('https://localhost/pepper');
    await links.getByLabel('语言').fill('zh-CN, en');
    await links.getByRole('button', { name: '设为默认' }).click();
    await links.getByRole('button', { name: '保存 1 条链接' }).dblclick();
    const address = links.getByLabel('网址');
    await expect.poll(() => address.getAttribute('aria-invalid')).toBe('true');
    expect(await faultsOf(page)).toEqual([]);
    await address.fill('https://example.com/pepper');
    await links.getByRole('button', { name: '保存 1 条链接' }).dblclick();
    await links.getByText('链接已保存').waitFor();
    await links.getByRole('link', { name: '产品页（示例）' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole('link', { name: '链接健康' }).click();
    const board = page.getByRole('table', { name: '链接健康' });
    const own = board.getByRole('row').filter({ hasText: '监管部门' });
    await own.getByRole('listitem').filter({ hasText: '未检查 1' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  },
);

test.skipIf(!browserFound)(
  'every reading of a code is shown with its place of fault and how sure it is',
  { timeout: TEST_MS },
  async () => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    const open = await givenBrowser(opened);
    const { page, said } = await open({ locale: 'en-GB', viewport: desk, bypassCSP: true });
    await page.goto(`${province.url}/console/`);
    await page.getByRole('button', { name: 'Go on without a key' }).click();
    await page.getByLabel('Code', { exact: true }).fill('9521234045019');
    const readings = page.getByRole('region', { name: 'It can be read as' });
    await readings.getByText('Character 13').first().waitFor();
    expect(await readings.locator('mark').first().innerText()).toBe('9');
    expect(await readings.getByRole('listitem').count()).toBeGreaterThan(2);
    await page.getByLabel('Code', { exact: true }).fill('9521234045014');
    await readings.getByRole('link', { name: 'Open unit' }).first().waitFor();
    expect(await readings.locator('mark').count()).toBe(0);
    expect(await faultsOf(page)).toEqual([]);
    expect(said).toEqual([]);
  },
);

/** A container code of the province that nobody has used. */
function containerCode(): string {
  const made = codeSpaceOf('provincial', '53C');
  if (!made.ok) throw new Error(made.reason);
  return composeCode(made.space, 7n).code;
}

test.skipIf(!browserFound)(
  'another code of a crate leads to the crate, and a code of a lot is refused at its field',
  { timeout: TEST_MS },
  async () => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    const { page } = await givenPerson(opened, province, province.regulator, phone);
    await page.goto(`${province.url}/console/units?code=${CRATE}`);
    const names = page.getByRole('region', { name: '其他编码' });
    await names.getByRole('button', { name: '登记其他编码' }).click();
    await names.getByLabel('另一个编码').fill(LOT);
    await names.getByRole('button', { name: '登记', exact: true }).click();
    await names.getByRole('alert').getByText('不能作为').waitFor();
    expect(await names.getByLabel('另一个编码').getAttribute('aria-invalid')).toBe('true');
    await expectClean(page);
    const code = containerCode();
    await names.getByLabel('另一个编码').fill(code);
    await names.getByRole('button', { name: '登记', exact: true }).dblclick();
    await names.getByText('已并入').waitFor();
    await expectClean(page);

    await page.goto(`${province.url}/console/units?code=${encodeURIComponent(code)}`);
    await page.getByText('已召回').waitFor();
    await page.getByRole('heading', { name: '辣椒' }).waitFor();
  },
);
