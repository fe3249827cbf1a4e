import { type Client, createClient } from '@yunsu/api';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { loadStory } from '../../cli/src/stories/play.ts';
import { readStory } from '../../cli/src/stories/story.ts';
import { appendNewKey } from '../../server/src/operations/create-key.ts';
import { desk, faultsOf, givenBrowser, givenServer, overflowOf } from '../../server/test/public/browser.ts';
import { buildWhenStale } from '../build.ts';

/** A server on a port of its own that holds the story of the vegetables (S04), and a key for each plane. */
export interface Province {
  readonly url: string;
  readonly regulator: string;
  /** Key of the collecting station, and the party that it is bound to. */
  readonly firm: string;
  readonly party: { readonly uri: string; readonly name: string };
  clientOf(key: string): Client;
}

/** Starts the province and builds the console where that is due. */
export async function givenProvince(opened: AsyncDisposableStack): Promise<Province> {
  buildWhenStale(() => {});
  const server = await givenServer(opened);
  const regulator = await appendNewKey(server.context, {
    plane: 'regulator',
    scopes: ['*:*:*'],
    mayRegister: true,
  });
  const story = readStory('S04');
  await loadStory({ url: server.url, key: regulator.key }, story);
  const party = story.registers.parties.find(({ role }) => role === 'collector');
  if (!party) throw new Error('S04 has no collecting station');
  const firm = await appendNewKey(server.context, { plane: 'enterprise', party: party.uri });
  return {
    url: server.url,
    regulator: regulator.key,
    firm: firm.key,
    party: { uri: party.uri, name: party.name },
    clientOf: (key) => createClient({ url: server.url, key }),
  };
}

/** Enters a key as a person does. */
export async function enterKey(page: Page, url: string, key: string): Promise<void> {
  await page.goto(`${url}/console/`);
  await page.getByLabel('访问密钥').fill(key);
  await page.getByRole('button', { name: '进入' }).click();
  await page.getByRole('heading', { name: '查一个码' }).waitFor();
}

/** A page of somebody who has entered a key. */
export async function givenPerson(
  opened: AsyncDisposableStack,
  province: Province,
  key: string,
  viewport = desk,
) {
  const open = await givenBrowser(opened);
  const visit = await open({ locale: 'zh-CN', viewport, bypassCSP: true });
  await enterKey(visit.page, province.url, key);
  return visit;
}

/** Nothing is wrong with the page for axe, and it fits its window. */
export async function expectClean(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
}
