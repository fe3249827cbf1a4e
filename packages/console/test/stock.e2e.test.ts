import { expect, test } from 'vitest';
import { browserFound, desk, phone } from '../../server/test/public/browser.ts';
import { expectClean, givenPerson, givenProvince } from './given.ts';

/** The lot of vegetables of S04: 600 kg, of which 70 kg are with nobody knows whom. */
const LOT = 'https://id.gs1.org/01/09521234045014/10/VX-0818';

test.skipIf(!browserFound)(
  'an inspector sees that nothing of a lot is missing, now and at an earlier instant, at a desk and on a phone',
  { timeout: 180_000 },
  async () => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    for (const viewport of [desk, phone]) {
      const { page, said } = await givenPerson(opened, province, province.regulator, viewport);
      await page.goto(`${province.url}/console/units?code=${encodeURIComponent(LOT)}`);
      const stock = page.getByRole('region', { name: '现存' });
      const equation = '600 千克 = 售出 37 千克 + 用完 94 千克 + 销毁 398 千克 + 抽样 1 千克 + 结存 70 千克';
      await stock.getByRole('img', { name: equation }).waitFor();
      const balance = stock.getByRole('table', { name: '平衡表' });
      expect(await balance.getByRole('row').count()).toBe(7);
      const destroyed = balance.getByRole('row').filter({ hasText: '销毁' });
      expect(await destroyed.innerText()).toContain('398 千克');
      await destroyed.getByText('条', { exact: false }).first().click();
      await destroyed.getByRole('listitem').first().waitFor();
      expect(await stock.getByRole('table', { name: '现存' }).innerText()).toContain('去向不明');
      await expectClean(page);

      await page.getByLabel('看哪一时刻').fill('2026-08-18T08:00');
      await stock.getByRole('img', { name: '600 千克 = 结存 600 千克' }).waitFor();
      await page.getByLabel('按哪一时刻已登记的记录').fill('2020-01-01T00:00');
      await stock.getByText('截至第 0 号记录').waitFor();
      await page.getByRole('button', { name: '回到现在' }).click();
      await stock.getByRole('img', { name: equation }).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('table', { name: 'Balance' }).waitFor();
      expect(said).toEqual([]);
    }
  },
);
