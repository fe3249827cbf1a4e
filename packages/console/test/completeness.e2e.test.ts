import { expect, test } from 'vitest';
import { documentOf, newFirm } from '../../server/test/http/given.ts';
import { browserFound, desk, phone } from '../../server/test/public/browser.ts';
import { expectClean, givenPerson, givenProvince, type Province } from './given.ts';

const LOT = 'https://id.gs1.org/01/09521234015017/10/OPEN-1';
const at = (place: string) => ({ bizLocation: { id: `https://id.gs1.org/414/952123401${place}` } });

/** An event about some kilograms of the lot on a day long ago. */
const said = (n: number, step: string, quantity: number, more: object) => ({
  eventID: `urn:uuid:00000000-0000-4000-8000-00000000000${n}`,
  type: 'ObjectEvent',
  eventTime: `2025-03-0${n}T08:00:00+08:00`,
  eventTimeZoneOffset: '+08:00',
  action: 'OBSERVE',
  bizStep: step,
  quantityList: [{ epcClass: LOT, quantity, uom: 'KGM' }],
  ...more,
});

/** A makes 100 kg and ships 60 of them to B, who receives 50 and sells 30; D receives 5 that nobody shipped. */
async function givenOpenLot(province: Province) {
  const [A, B, D] = [newFirm(), newFirm(), newFirm()];
  const tell = async (party: string, ...events: object[]) => {
    const { key } = await province
      .clientOf(province.regulator)
      .createKey({ body: { plane: 'enterprise', party } });
    await province.clientOf(key).captureEvents({ body: Buffer.from(documentOf(events)) });
  };
  const toB = { destinationList: [{ type: 'possessing_party', destination: B }] };
  const fromA = { sourceList: [{ type: 'possessing_party', source: A }] };
  await tell(
    A,
    said(1, 'commissioning', 100, { action: 'ADD', ...at('0012') }),
    said(2, 'shipping', 60, { readPoint: at('0012').bizLocation, ...toB }),
  );
  await tell(
    B,
    said(3, 'receiving', 50, { ...at('0029'), ...fromA }),
    said(4, 'retail_selling', 30, { action: 'DELETE', disposition: 'retail_sold', ...at('0029') }),
  );
  await tell(D, said(5, 'receiving', 5, at('0036')));
  const codeOf = (party: string) => party.split(':').at(-1) ?? '';
  return { receiver: codeOf(B), other: codeOf(D) };
}

test.skipIf(!browserFound)(
  'an inspector sees what the records of a lot explain, what is open, and whom to ask, at a desk and on a phone',
  { timeout: 180_000 },
  async () => {
    await using opened = new AsyncDisposableStack();
    const province = await givenProvince(opened);
    const { receiver, other } = await givenOpenLot(province);
    const inspector = province.clientOf(province.regulator);
    const computed = async () => (await inspector.readCompleteness({ code: LOT })).legsCount;
    await expect.poll(computed, { timeout: 60_000 }).toBe(4);
    for (const viewport of [desk, phone]) {
      const { page, said: complaints } = await givenPerson(opened, province, province.regulator, viewport);
      await page.goto(`${province.url}/console/units?code=${encodeURIComponent(LOT)}`);
      const panel = page.getByRole('region', { name: '记录完整度' });
      // On: (50 + 30) of (50 + 30 + 10); back: 50 of (50 + 5); both 130 of 145. Cut, never rounded up.
      await panel.getByRole('img', { name: '去向一步 88.8 % = 已说明 80 ÷ 全部 90 千克' }).waitFor();
      await panel.getByRole('img', { name: '来源一步 90.9 % = 已说明 50 ÷ 全部 55 千克' }).waitFor();
      await panel.getByRole('img', { name: '合计 89.6 % = 已说明 130 ÷ 全部 145 千克' }).waitFor();
      const on = panel.getByRole('table', { name: '去向一步' }).getByRole('row');
      const amounts = (await on.allInnerTexts()).map((text) => /(\d+) 千克/.exec(text)?.[1]);
      expect(amounts.slice(1).map(Number).sort()).toEqual([10, 30, 50]);
      const open = panel.getByRole('table', { name: '未闭合的交接' });
      expect(await open.getByRole('row').count()).toBe(3);
      const unreceived = await open.getByRole('row').filter({ hasText: '没有收货记录' }).innerText();
      expect(unreceived).toContain('10 千克');
      expect(unreceived).toContain('2025-03-02 08:00');
      expect(unreceived).toContain(`${receiver}：是否收到？`);
      const unshipped = await open.getByRole('row').filter({ hasText: '没有发货记录' }).innerText();
      expect(unshipped).toContain('5 千克');
      expect(unshipped).toContain(`${other}：由谁发来？`);
      const silent = panel.getByRole('table', { name: '久无记录的持有人' });
      expect(await silent.getByRole('row').count()).toBe(4);
      expect(await silent.innerText()).toContain('货还在吗？');
      await expectClean(page);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('table', { name: 'Open hops' }).waitFor();
      expect(complaints).toEqual([]);
    }
    // Who gives no key sees no panel: completeness is not for the public.
    const { page } = await givenPerson(opened, province, province.regulator);
    await page.getByRole('button', { name: '更换密钥' }).click();
    await page.getByRole('button', { name: '不用密钥，只看公开内容' }).click();
    await page.goto(`${province.url}/console/units?code=${encodeURIComponent(LOT)}`);
    await page.getByRole('region', { name: '现存' }).waitFor();
    expect(await page.getByRole('region', { name: '记录完整度' }).count()).toBe(0);
  },
);
