import { completeProvincial } from '@yunsu/identifiers';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browserFound, desk, faultsOf, givenBrowser, givenServer, overflowOf, phone } from './browser.ts';

/** Codes with no record of a thing, on a real server and in Chromium: each state is a page of its own, in both languages. */
const TEST_MS = 120_000;
const DRUG = '81234567890123456789';
const ZHEJIANG = completeProvincial('33E47K2M9QX');

/** Opens the answer to a code as a shopper does: types it and presses Enter. */
async function lookUp(page: Page, url: string, code: string, language: 'zh' | 'en'): Promise<string> {
  await page.goto(`${url}/?lang=${language}`);
  await page.getByRole('textbox').fill(code);
  await page.getByRole('textbox').press('Enter');
  await page.waitForURL(/\/q\?/);
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
  return await page.locator('main').innerText();
}

describe.skipIf(!browserFound)('a code with no record', { timeout: TEST_MS }, () => {
  test.each([
    ['a phone', phone],
    ['a desk', desk],
  ] as const)('is told by its state, on %s', async (_what, viewport) => {
    await using opened = new AsyncDisposableStack();
    const { url } = await givenServer(opened);
    const open = await givenBrowser(opened);
    const { page } = await open({ viewport, bypassCSP: true });

    const unknown = await lookUp(page, url, DRUG, 'zh');
    expect(unknown).toContain('平台没有这个码的记录');
    expect(unknown).toContain('药品追溯码');
    expect(unknown).toMatch(/药品标识码\s+8123456/);
    expect(unknown).toContain('打开 www.mashangfangxin.com');
    const unknownEnglish = await lookUp(page, url, DRUG, 'en');
    expect(unknownEnglish).toContain('Not on record here');
    expect(unknownEnglish).toMatch(/Drug identifier\s+8123456/);

    const elsewhere = await lookUp(page, url, ZHEJIANG, 'zh');
    expect(elsewhere).toContain('由其他平台管理');
    expect(elsewhere).toContain('发码地：浙江省');
    expect(elsewhere).toContain('12345');
    expect(await lookUp(page, url, ZHEJIANG, 'en')).toContain('Kept elsewhere');
  });
});
