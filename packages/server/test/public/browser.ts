import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../../../../scripts/browser.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { type RunningServer, startServer } from '../../src/start-server.ts';
import { testDatabase } from '../support/database.ts';

/** The public window in a real browser on a real server. */
export const browserFound = await findBrowser();
if (!browserFound)
  console.warn('No browser was found on this machine: the public window is NOT tested in one.');

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 860 };
const WAIT_MS = 20_000;

/** A server on a port of its own with an empty store. */
export async function givenServer(opened: AsyncDisposableStack): Promise<RunningServer> {
  const database = opened.use(await testDatabase());
  const secret = randomBytes(32).toString('base64');
  const config = readConfig({ DATABASE_URL: database.url, SECRET_KEY: secret, HOST: '127.0.0.1', PORT: '0' });
  return opened.use(await startServer(config, createLog('silent')));
}

/** A browser started with further switches. */
export async function givenBrowser(opened: AsyncDisposableStack, args: readonly string[] = []) {
  const found = browserFound ?? { args: [] };
  const browser = await chromium.launch({ ...found, args: [...found.args, ...args] });
  opened.defer(() => browser.close());
  return async (options: BrowserContextOptions = {}): Promise<Visit> =>
    visit(await browser.newContext(options));
}

/** A page, every address that it asked for, and what it said on the console. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly asked: string[];
  readonly said: string[];
}

async function visit(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const [asked, said]: [string[], string[]] = [[], []];
  context.on('request', (request) => asked.push(request.url()));
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') said.push(line.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  return { context, page, asked, said };
}

/** Nothing was asked of anybody but the server itself. */
export function expectOwnOrigin({ asked }: Visit, url: string): void {
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((address) => new URL(address).origin !== new URL(url).origin)).toEqual([]);
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds wrong with the page that is open. Its visit must have `bypassCSP`, for pages let no foreign script in. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return await page.evaluate(async () => {
    const tool = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    const { violations } = await tool.run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}

/** How far a page reaches beyond its window, in points. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
