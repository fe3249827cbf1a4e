import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { scanWasmPath } from '../../src/public/scan-assets.ts';
import {
  browserFound,
  desk,
  expectOwnOrigin,
  faultsOf,
  givenBrowser,
  givenServer,
  overflowOf,
  phone,
} from './browser.ts';
import { type SymbolKind, svgOf, writeFilm } from './symbols.ts';

/** The page that scans, in Chromium with its false camera, on a real server: what a shopper holds before it lands on the answer. */
const TEST_MS = 120_000;
const FALSE_CAMERA = '--use-fake-device-for-media-stream';
const SAY_YES = '--use-fake-ui-for-media-stream';
const ITEM = '(01)09521234015031(10)PE-2026-01(21)C0117';
const CASE = '(00)095212340400000019';

/** A photo of symbols on a table, as PNG. */
async function photoOf(page: Page, ...svgs: readonly string[]): Promise<Buffer> {
  await page.setViewportSize({ width: 900, height: 600 });
  const symbols = svgs.map((svg) => `<div style="transform:rotate(3deg);width:340px">${svg}</div>`).join('');
  await page.setContent(
    `<body style="margin:0;background:#e8e4da;display:flex;justify-content:space-around;align-items:center;height:600px">${symbols}</body>`,
  );
  return await page.screenshot();
}

const filmOf = (opened: AsyncDisposableStack, kind: SymbolKind, text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'yunsu-film-'));
  opened.defer(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'film.y4m');
  writeFilm(path, kind, text);
  return path;
};

const codeOf = (page: Page) => new URL(page.url()).searchParams.get('code');
const status = (page: Page) => page.getByRole('status');
const png = (buffer: Buffer) => ({ name: 'photo.png', mimeType: 'image/png', buffer });

describe.skipIf(!browserFound)('the camera', { timeout: TEST_MS }, () => {
  test('reads what it sees and lands on the answer, asking nobody but us', async () => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const film = filmOf(opened, 'gs1datamatrix', ITEM);
    const args = [FALSE_CAMERA, SAY_YES, `--use-file-for-fake-video-capture=${film}`];
    const open = await givenBrowser(opened, args);
    const visit = await open({ viewport: phone, locale: 'zh-CN', permissions: ['camera'] });
    const { page, said } = visit;
    await page.goto(`${url}/`);
    await page.getByRole('link', { name: '用相机扫码' }).click();
    await page.waitForURL(/\/q\?/);
    expect(codeOf(page)).toBe(']d20109521234015031' + '10PE-2026-01\u001d21C0117');
    await page.getByText('(01) 09521234015031 (10) PE-2026-01 (21) C0117').waitFor();
    expectOwnOrigin(visit, url);
    expect(visit.asked).toContain(url + scanWasmPath);
    // The answer is a 404, which Chromium says on its console.
    expect(said.filter((line) => !line.includes('404'))).toEqual([]);
  });

  test('is opened only when asked, can be closed, and keeps the language and the large type', async () => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const film = filmOf(opened, 'gs1qrcode', ITEM);
    const open = await givenBrowser(opened, [
      FALSE_CAMERA,
      SAY_YES,
      `--use-file-for-fake-video-capture=${film}`,
    ]);
    const { page } = await open({ viewport: phone, locale: 'zh-CN' });
    await page.goto(`${url}/scan?lang=en&type=large`);
    const allowed = await page.evaluate(async () => {
      const name = 'camera' as PermissionName;
      return (await navigator.permissions.query({ name })).state;
    });
    if (allowed !== 'granted') {
      expect(await status(page).innerText()).toContain('Press “Open the camera”');
      await page.getByRole('button', { name: 'Open the camera' }).click();
    }
    await page.waitForURL(/\/q\?/);
    expect(codeOf(page)).toMatch(/^\]Q3/);
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    expect(new URL(page.url()).searchParams.get('type')).toBe('large');
    await page.getByText('Not on record here').waitFor();
  });

  test('shows its picture and can be closed where nothing is found', async () => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const open = await givenBrowser(opened, [FALSE_CAMERA, SAY_YES]);
    const { page, said } = await open({ viewport: phone, locale: 'zh-CN', permissions: ['camera'] });
    await page.goto(`${url}/scan`);
    await page.getByText('把码放进框里').waitFor();
    await page.locator('#preview').waitFor({ state: 'visible' });
    await page.getByRole('button', { name: '关闭相机' }).click();
    expect(await status(page).innerText()).toBe('相机已关闭。');
    expect(
      await page.evaluate(() => (document.getElementById('preview') as HTMLVideoElement).srcObject),
    ).toBe(null);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('open');
    expect(said).toEqual([]);
  });

  test.each([
    [
      'not allowed',
      [FALSE_CAMERA, `${SAY_YES}=deny`],
      'localhost',
      '没有得到使用相机的许可。',
      '在浏览器打开',
    ],
    ['not there', [], 'localhost', '这台设备上没有找到相机。', undefined],
    [
      'kept from pages without https',
      [FALSE_CAMERA, '--host-resolver-rules=MAP window.test 127.0.0.1'],
      'window.test',
      '这个浏览器不让本页使用相机',
      '在浏览器打开',
    ],
  ] as const)(
    'that is %s is said in words, with what to do instead',
    async (_what, args, host, why, help) => {
      await using opened = new AsyncDisposableStack();
      const { url } = await givenServer(opened);
      const open = await givenBrowser(opened, args);
      const { page, said } = await open({ viewport: phone, locale: 'zh-CN' });
      await page.goto(`${url.replace('localhost', host)}/scan`);
      await page.getByRole('button', { name: '打开相机' }).click();
      await status(page).filter({ hasText: why }).waitFor();
      if (help) expect(await page.locator('[data-help]:visible').innerText()).toContain(help);
      expect(await page.getByLabel('拍照或选一张照片').isVisible()).toBe(true);
      // Chromium also names the headers that it heeds on https alone.
      expect(said.filter((line) => !line.includes('Cross-Origin-Opener-Policy'))).toEqual([]);
    },
  );
});

describe.skipIf(!browserFound)('a photo', { timeout: TEST_MS }, () => {
  test.each([
    ['gs1datamatrix', ITEM, ']d20109521234015031' + '10PE-2026-01\u001d21C0117', '(21) C0117'],
    ['gs1qrcode', ITEM, ']Q30109521234015031' + '10PE-2026-01\u001d21C0117', '(21) C0117'],
    ['gs1-128', CASE, ']C100095212340400000019', '(00) 095212340400000019'],
    ['ean13', '9521234015031', ']E09521234015031', '(01) 09521234015031'],
    [
      'qrcode',
      'https://id.gs1.org/01/09521234015031/21/C0117',
      ']Q1https://id.gs1.org/01/09521234015031/21/C0117',
      '(21) C0117',
    ],
  ] as const)('of %s lands on the page of its code', async (kind, text, code, shown) => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const open = await givenBrowser(opened);
    const visit = await open({ locale: 'zh-CN' });
    const { page, said } = visit;
    const photo = await photoOf(page, svgOf(kind, text));
    await page.goto(`${url}/scan`);
    await page.getByLabel('拍照或选一张照片').setInputFiles(png(photo));
    await page.waitForURL(/\/q\?/);
    expect(codeOf(page)).toBe(code);
    await page.getByText(shown).first().waitFor();
    expectOwnOrigin(visit, url);
    expect(said.filter((line) => !line.includes('404'))).toEqual([]);
  });

  test('of two symbols leaves the choice, by keyboard too', async () => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const open = await givenBrowser(opened);
    const { page } = await open({ locale: 'zh-CN' });
    const photo = await photoOf(page, svgOf('gs1datamatrix', ITEM), svgOf('ean13', '9521234015031'));
    await page.goto(`${url}/scan`);
    await page.getByLabel('拍照或选一张照片').setInputFiles(png(photo));
    await page.getByRole('heading', { name: '请选一个码' }).waitFor();
    const offered = page.locator('#found a');
    expect(await offered.count()).toBe(2);
    expect(await offered.allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('小方码'), expect.stringContaining('商品条码')]),
    );
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/q\?/);
    expect(page.url()).toBe(url + focused);
  });

  test('without a code, or no photo at all, is said so with advice', async () => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const open = await givenBrowser(opened);
    const { page } = await open({ locale: 'zh-CN' });
    const photo = await photoOf(page, '<p>茶</p>');
    await page.goto(`${url}/scan`);
    await page.getByLabel('拍照或选一张照片').setInputFiles(png(photo));
    await status(page).filter({ hasText: '照片里没有找到码。' }).waitFor();
    expect(await page.locator('[data-help]:visible').innerText()).toContain('避开反光');
    await page.getByLabel('拍照或选一张照片').setInputFiles(png(Buffer.from('no picture')));
    await status(page).filter({ hasText: '这不是能打开的图片。' }).waitFor();
  });

  test.each(['drop', 'paste'] as const)('can come by %s', async (way) => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const open = await givenBrowser(opened);
    const { page } = await open({ locale: 'zh-CN' });
    const photo = await photoOf(page, svgOf('gs1datamatrix', ITEM));
    await page.goto(`${url}/scan`);
    await status(page).filter({ hasText: '打开相机' }).waitFor();
    await page.evaluate(
      ([kind, bytes]) => {
        const data = new DataTransfer();
        const content = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
        data.items.add(new File([content], 'photo.png', { type: 'image/png' }));
        const event =
          kind === 'drop'
            ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
            : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
      },
      [way, photo.toString('base64')] as const,
    );
    await page.waitForURL(/\/q\?/);
    expect(codeOf(page)).toContain(']d201');
  });

  test('can not be read where the reader does not arrive, and the page says so', async () => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const open = await givenBrowser(opened);
    const { page, context } = await open({ locale: 'zh-CN' });
    const photo = await photoOf(page, svgOf('gs1datamatrix', ITEM));
    await context.route(`**${scanWasmPath}`, (route) => route.abort());
    await page.goto(`${url}/scan`);
    await page.getByLabel('拍照或选一张照片').setInputFiles(png(photo));
    await status(page).filter({ hasText: '识别程序没有下载成功' }).waitFor();
    await context.unroute(`**${scanWasmPath}`);
    await page.getByLabel('拍照或选一张照片').setInputFiles(png(photo));
    await page.waitForURL(/\/q\?/);
  });
});

describe.skipIf(!browserFound)('typing', { timeout: TEST_MS }, () => {
  test('a scanner that types is taken wherever the focus is, its separator kept, its Enter obeyed', async () => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const open = await givenBrowser(opened);
    const { page } = await open({ viewport: desk, locale: 'zh-CN' });
    await page.goto(`${url}/scan`);
    await status(page).filter({ hasText: '打开相机' }).waitFor();
    await page.getByRole('button', { name: '打开相机' }).focus();
    await page.keyboard.type(']d2010952123401503110L1', { delay: 2 });
    await page.keyboard.press('Control+]');
    await page.keyboard.type('21C0117', { delay: 2 });
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/q\?/);
    expect(codeOf(page)).toBe(']d2010952123401503110L1\u241d21C0117');
    await page.getByText('(01) 09521234015031 (10) L1 (21) C0117').waitFor();
  });

  test('is what a browser without scripts is offered, and told why', async () => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const open = await givenBrowser(opened);
    const { page } = await open({ viewport: phone, locale: 'zh-CN', javaScriptEnabled: false });
    await page.goto(`${url}/scan`);
    const note = page.locator('noscript p');
    await note.waitFor();
    expect(await note.textContent()).toContain('浏览器关闭了脚本');
    expect(await page.getByRole('button', { name: '打开相机' }).isVisible()).toBe(false);
    expect(await page.getByText('拍照或选一张照片').isVisible()).toBe(false);
    await page.getByLabel('输入商品上的码').fill('095212340400000019');
    await page.getByLabel('输入商品上的码').press('Enter');
    await page.waitForURL(/\/q\?code=095212340400000019/);
  });
});

describe.skipIf(!browserFound)('the page that scans', { timeout: TEST_MS }, () => {
  test('has nothing that axe finds wrong and fits its window, in both languages and sizes of type', async () => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const open = await givenBrowser(opened);
    for (const viewport of [phone, desk]) {
      const { page } = await open({ viewport, bypassCSP: true, reducedMotion: 'reduce' });
      for (const query of ['lang=zh', 'lang=en', 'lang=zh&type=large', 'lang=en&type=large']) {
        await page.goto(`${url}/scan?${query}`);
        await status(page)
          .filter({ hasText: /打开相机|Open the camera/ })
          .waitFor();
        expect(await faultsOf(page)).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
      }
    }
  });
});
