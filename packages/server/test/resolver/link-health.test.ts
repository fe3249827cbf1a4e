import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import type { Network } from '../../src/operations/visit-address.ts';
import { HOSTS_MAX, visitLinks } from '../../src/operations/visit-links.ts';
import {
  appendVisit,
  asOnlyVisitor,
  listOwnerHealth,
  readVisits,
  takeDueTargets,
  VISITS_KEPT,
} from '../../src/store/link-health.ts';
import { appendTargets, replaceLinks } from '../../src/store/links.ts';
import { digestOf } from '../../src/store/sha256.ts';
import { documentOf, harvest, newFirm } from '../http/given.ts';
import { openTestStore } from '../store/given.ts';
import { type GivenResolver, givenResolver, ORIGIN, PIP } from './given.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-01T04:00:00Z');
const never = new AbortController().signal;

/** A site whose answers are set by path, and a network in which every name leads to it. */
async function site() {
  const answers = new Map<string, number>();
  const asked: { host: string; at: number }[] = [];
  let open = 0;
  const most = { overall: 0, byHost: new Map<string, number>() };
  const openByHost = new Map<string, number>();
  const server = createServer(async ({ url = '/', headers, method }, response) => {
    const host = headers.host ?? '';
    asked.push({ host, at: performance.now() });
    open += 1;
    openByHost.set(host, (openByHost.get(host) ?? 0) + 1);
    most.overall = Math.max(most.overall, open);
    most.byHost.set(host, Math.max(most.byHost.get(host) ?? 0, openByHost.get(host) ?? 0));
    await sleep(method === 'HEAD' ? 10 : 0);
    open -= 1;
    openByHost.set(host, (openByHost.get(host) ?? 0) - 1);
    response.writeHead(answers.get(url) ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const network: Network = {
    resolve: async () => ['93.184.215.14'],
    dial: () => ({ host: '127.0.0.1', port }),
  };
  return { answers, asked, most, network, [Symbol.dispose]: () => server.close() };
}

describe('visits', () => {
  let on: GivenResolver;
  let now = START;
  beforeAll(async () => {
    on = await givenResolver();
  });
  afterAll(() => on[Symbol.asyncDispose]());
  const context = () => ({ ...on.given.context, now: () => new Date(now) });
  const code = 'https://id.gs1.org/01/09521234015017/10/VISITED';
  const healthOf = async () => (await on.given.anyone.listLinks({ code })).links.map(({ health }) => health);
  const set = (hrefs: readonly string[]) =>
    replaceLinks(on.given.context.db, {
      key: '00000000-0000-4000-8000-000000000001',
      anchor: 'urn:x',
      links: hrefs.map((href) => ({ ...PIP, href, hreflang: [], isDefault: false })),
      plane: 'regulator',
      setAt: now * 1000,
    });

  test('an address is visited at most once a day, is dead at 404 or on the third day of failure, and may come back', async () => {
    using shop = await site();
    await on.link('/01/09521234015017/10/VISITED', [
      { href: 'https://shop.example/good' },
      { href: 'https://shop.example/gone' },
      { href: 'https://shop.example/ill' },
    ]);
    const links = () =>
      visitLinks(context(), never, { network: shop.network, hostPauseMs: 0, issuers: [], timeoutMs: 2_000 });
    // The site has no TLS, so that every address fails until the third is asked without it.
    now = Date.now() + 1_000;
    expect(await healthOf()).toEqual(['unvisited', 'unvisited', 'unvisited']);
    await links();
    expect(await healthOf()).toEqual(['failing', 'failing', 'failing']);
    await links();
    now += DAY_MS;
    await links();
    expect(await healthOf()).toEqual(['failing', 'failing', 'failing']);
    const { db } = on.given.context;
    expect(await readVisits(db, 'https://shop.example/good')).toHaveLength(2);
    now += DAY_MS;
    await links();
    expect(await healthOf()).toEqual(['dead', 'dead', 'dead']);
    const { links: views } = await on.given.anyone.listLinks({ code });
    expect(views[0]).toMatchObject({ lastResult: 'no TLS', lastVisited: new Date(now).toISOString() });
    expect(shop.asked).toEqual([]);
  });

  test('of http addresses: alive, dead at once where the server says so, and alive again', async () => {
    using shop = await site();
    shop.answers.set('/gone', 410);
    shop.answers.set('/ill', 503);
    await on.link('/01/09521234015017/10/VISITED', [
      { href: 'http://shop.example/good' },
      { href: 'http://shop.example/gone' },
      { href: 'http://shop.example/ill' },
    ]);
    now = Date.now() + 1_000;
    const links = () => visitLinks(context(), never, { network: shop.network, hostPauseMs: 0, issuers: [] });
    await links();
    expect(await healthOf()).toEqual(['alive', 'dead', 'failing']);
    shop.answers.clear();
    now += DAY_MS;
    await links();
    expect(await healthOf()).toEqual(['alive', 'alive', 'alive']);
  });

  test('what no link in force points to any more is not visited, what an issuer names is', async () => {
    using shop = await site();
    now += 2 * DAY_MS;
    await set(['http://dropped.example/']);
    await set([]);
    await on.link('/01/09521234015017/10/VISITED', []);
    const options = { network: shop.network, hostPauseMs: 0, issuers: ['http://issuer.example/ask'] };
    await visitLinks(context(), never, options);
    await visitLinks(context(), never, options);
    expect(shop.asked.map(({ host }) => host)).toEqual(['issuer.example']);
  });

  test('a host is asked one address after the other with a rest between, several hosts side by side', async () => {
    using shop = await site();
    now += 2 * DAY_MS;
    const hosts = ['a', 'b', 'c', 'd', 'e', 'f'];
    await set(hosts.flatMap((host) => [1, 2, 3].map((n) => `http://${host}.example/${n}`)));
    await visitLinks(context(), never, { network: shop.network, hostPauseMs: 40, issuers: [] });
    expect(shop.asked).toHaveLength(18);
    expect(Math.max(...shop.most.byHost.values())).toBe(1);
    expect(shop.most.overall).toBeGreaterThan(1);
    expect(shop.most.overall).toBeLessThanOrEqual(HOSTS_MAX);
    for (const host of hosts) {
      const times = shop.asked.filter((one) => one.host === `${host}.example`).map(({ at }) => at);
      for (const [at, time] of times.slice(1).entries()) expect(time - times[at]!).toBeGreaterThan(35);
    }
  });

  test('a server that stops gives back the turns that it did not use', async () => {
    using shop = await site();
    now += 2 * DAY_MS;
    await set([1, 2, 3, 4].map((n) => `http://slow.example/${n}`));
    const stop = new AbortController();
    const visited = visitLinks(context(), stop.signal, {
      network: shop.network,
      hostPauseMs: 60_000,
      issuers: [],
    });
    await expect.poll(() => shop.asked.length).toBe(1);
    await sleep(50);
    stop.abort();
    expect(await visited).toBe(false);
    await visitLinks(context(), never, { network: shop.network, hostPauseMs: 0, issuers: [] });
    expect(shop.asked).toHaveLength(4);
  });

  test('the job does it, where the server may go out', async () => {
    let turns = 0;
    const handlers = {
      mayDeclare: () => false,
      computeCompleteness: async () => false,
      captureDocument: () => Promise.reject(new Error('none')),
      giveUpDocument: () => ({ success: false, outcome: '{}' }),
      visitLinks: async () => {
        turns += 1;
        return false;
      },
    };
    {
      await using _ = startJobs(on.given.context, handlers);
      await expect.poll(() => turns).toBe(1);
    }
  });

  test('of two servers on one database one visits at a time', async () => {
    const { db } = on.given.context;
    let other: boolean | undefined;
    const first = await asOnlyVisitor(db, async () => {
      other = await asOnlyVisitor(db, async () => {});
    });
    expect([first, other]).toEqual([true, false]);
    expect(await asOnlyVisitor(db, async () => {})).toBe(true);
    await expect(asOnlyVisitor(db, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await asOnlyVisitor(db, async () => {})).toBe(true);
  });
});

describe('what visits come to', () => {
  const url = 'https://shop.example/';
  const target = { hash: digestOf(url), url };
  const at = (days: number, hours = 0) => (START + days * DAY_MS + hours * 3_600_000) * 1000;
  const failure = { alive: false, result: 'timeout' };
  const success = { alive: true, result: '200' };

  test('failures of one day in China count once, and a success between starts anew', async () => {
    await using db = await openTestStore();
    await appendTargets(db, [url], '2026-11-01T00:00:00Z');
    const visits = [
      [at(0), failure, 'failing'],
      [at(0, 11), failure, 'failing'],
      [at(0, 13), failure, 'failing'],
      [at(1), failure, 'failing'],
      [at(2), success, 'alive'],
      [at(3), failure, 'failing'],
      [at(4), failure, 'failing'],
      [at(5), failure, 'dead'],
      [at(6), failure, 'dead'],
      [at(7), success, 'alive'],
      [at(8), { alive: false, definitive: true, result: '404' }, 'dead'],
      [at(9), failure, 'dead'],
    ] as const;
    for (const [time, found, health] of visits)
      expect(await appendVisit(db, target, time, found)).toBe(health);
  });

  test('the last visits are kept and older ones go', async () => {
    await using db = await openTestStore();
    await appendTargets(db, [url], '2026-11-01T00:00:00Z');
    for (let day = 0; day < VISITS_KEPT + 3; day += 1) await appendVisit(db, target, at(day), success);
    const visits = await readVisits(db, url);
    expect(visits).toHaveLength(VISITS_KEPT);
    expect(visits[0]?.visitedAt).toBe(at(VISITS_KEPT + 2));
  });

  test('an address that is taken up is not due again for a day', async () => {
    await using db = await openTestStore();
    await appendTargets(db, [url], new Date(START).toISOString());
    expect(await takeDueTargets(db, at(0) - 1, [url])).toEqual([]);
    expect(await takeDueTargets(db, at(0), [])).toEqual([]);
    expect(await takeDueTargets(db, at(0), [url])).toEqual([target]);
    expect(await takeDueTargets(db, at(1) - 1, [url])).toEqual([]);
    expect(await takeDueTargets(db, at(1), [url])).toEqual([target]);
  });
});

describe('the scoreboard', () => {
  test('is worst first, page by page, with what has been dead longest', async () => {
    await using db = await openTestStore();
    const owners = ['urn:yunsu:party:a', 'urn:yunsu:party:b', 'urn:yunsu:party:c'];
    const deadOf: Record<string, number> = {
      'urn:yunsu:party:a': 0,
      'urn:yunsu:party:b': 2,
      'urn:yunsu:party:c': 1,
    };
    for (const owner of owners) {
      const hrefs = [0, 1, 2].map((n) => `https://${owner.at(-1)}.example/${n}`);
      const links = hrefs.map((href) => ({ ...PIP, href, hreflang: [], isDefault: false }));
      await replaceLinks(db, {
        key: digestOf(owner),
        anchor: `urn:anchor:${owner.at(-1)}`,
        links,
        owner,
        plane: 'enterprise',
        setAt: START * 1000,
      });
      for (const [n, href] of hrefs.entries()) {
        const dead = n < (deadOf[owner] ?? 0);
        await appendVisit(db, { hash: digestOf(href), url: href }, (START + n * DAY_MS) * 1000, {
          alive: !dead,
          definitive: dead,
          result: dead ? '404' : '200',
        });
      }
    }
    const named = [{ owner: 'scheme-issuer:X', url: 'https://x.example/' }];
    const all = await listOwnerHealth(db, named, { perPage: 10 });
    expect(
      all.ok && all.owners.map(({ owner, dead, alive, unvisited }) => [owner, dead, alive, unvisited]),
    ).toEqual([
      ['urn:yunsu:party:b', 2, 1, 0],
      ['urn:yunsu:party:c', 1, 2, 0],
      ['scheme-issuer:X', 0, 0, 1],
      ['urn:yunsu:party:a', 0, 3, 0],
    ]);
    expect(all.ok && all.owners[0]?.worst).toEqual({
      anchor: 'urn:anchor:b',
      href: 'https://b.example/0',
      since: START * 1000,
      result: '404',
    });
    const paged: (string | null)[] = [];
    for (let token: string | undefined, turns = 0; turns < 5; turns += 1) {
      const page = await listOwnerHealth(db, named, {
        perPage: 1,
        ...(token === undefined ? {} : { token }),
      });
      if (!page.ok) throw new Error('a token of ours is refused');
      paged.push(...page.owners.map(({ owner }) => owner));
      token = page.nextPageToken;
      if (token === undefined) break;
    }
    expect(paged).toEqual(all.ok && all.owners.map(({ owner }) => owner));
    expect(await listOwnerHealth(db, [], { perPage: 1, token: 'x' })).toEqual({
      ok: false,
      reason: 'badToken',
    });
  });

  test('names issuers of schemes to everybody, and a party only as the caller may know it', async () => {
    await using on = await givenResolver();
    const farmer = newFirm();
    const client = await on.given.firm(farmer);
    await client.captureEvents({ body: documentOf([harvest('BOARD')]) });
    const code = 'https://id.gs1.org/01/09521234015017/10/BOARD';
    await client.replaceLinks({ body: { code, links: [PIP] } });
    const seenBy = async (who: typeof client) =>
      (await who.readLinkHealth({})).issuers.find(({ issuer }) => issuer !== null)?.issuer;
    expect(await seenBy(on.given.anyone)).toMatchObject({ masked: true });
    expect(await seenBy(on.regulator)).toMatchObject({ uri: farmer, masked: false });
    const { issuers } = await on.given.anyone.readLinkHealth({});
    expect(issuers.some(({ issuer, name }) => issuer === null && /\p{Script=Han}/u.test(name.zh))).toBe(true);
    const board = await on.get('/links', { accept: 'text/html' });
    expect(board.statusCode).toBe(200);
    expect(board.body).toContain('失效链接统计');
    expect(board.body).not.toContain(farmer);
    expect((await on.get('/links', { accept: 'text/html', 'accept-language': 'en' })).body).toContain(
      'Dead links',
    );
    expect((await on.get('/links?nextPageToken=x')).statusCode).toBe(400);
    expect(ORIGIN).toBe(on.given.context.config.publicOrigin);
  });
});
