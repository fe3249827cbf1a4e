import { LINKS_MAX } from '@yunsu/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anchorsOf } from '../../src/operations/link-anchors.ts';
import { readLinkVersions } from '../../src/store/links.ts';
import { documentOf, harvest, newFirm, refusalOf } from '../http/given.ts';
import { canonical, type GivenResolver, givenResolver, LOT, PIP } from './given.ts';

let on: GivenResolver;
beforeAll(async () => {
  on = await givenResolver();
});
afterAll(() => on[Symbol.asyncDispose]());

const lotOf = (lot: string) => `https://id.gs1.org/01/09521234015017/10/${lot}`;

describe('who may say where a code leads', () => {
  test('the party that recorded the first event of a lot may, another party may not, and a regulator may', async () => {
    const [first, second] = [newFirm(), newFirm()];
    const [grower, other] = [await on.given.firm(first), await on.given.firm(second)];
    await grower.captureEvents({ body: documentOf([harvest('MAY-1')]) });
    await other.captureEvents({
      body: documentOf([
        harvest('MAY-1', { eventTime: '2026-01-01T08:00:00+08:00', eventID: 'urn:x:earlier' }),
      ]),
    });
    const body = { code: lotOf('MAY-1'), links: [PIP] };
    expect((await grower.replaceLinks({ body })).links).toHaveLength(1);
    const refusal = await refusalOf(other.replaceLinks({ body }));
    expect(refusal.problem).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(refusal.problem?.detailZh).toContain('首个事件的记录方');
    expect((await on.regulator.replaceLinks({ body })).links).toHaveLength(1);
  });

  test('of a code that nobody recorded anything about only a regulator may', async () => {
    const firm = await on.given.firm(newFirm());
    const body = { code: lotOf('MAY-2'), links: [PIP] };
    expect((await refusalOf(firm.replaceLinks({ body }))).status).toBe(403);
    expect((await refusalOf(on.given.anyone.replaceLinks({ body }))).status).toBe(401);
  });
});

test('replacing keeps every version, with who set what when, also where all links are taken away', async () => {
  const code = lotOf('HISTORY');
  const set = (hrefs: readonly string[]) =>
    on.regulator.replaceLinks({ body: { code, links: hrefs.map((href) => ({ ...PIP, href })) } });
  await set(['https://one.example/', 'https://two.example/']);
  await set([]);
  await set(['https://three.example/']);
  expect((await on.given.anyone.listLinks({ code })).links.map(({ href }) => href)).toEqual([
    'https://three.example/',
  ]);
  const [anchor] = anchorsOf({ uri: code, parts: { gtin: '09521234015017', lot: 'HISTORY' } });
  const versions = await readLinkVersions(on.given.context.db, anchor!.key);
  expect(versions.map(({ version, hrefs }) => [version, hrefs])).toEqual([
    [1, ['https://one.example/', 'https://two.example/']],
    [2, []],
    [3, ['https://three.example/']],
  ]);
  expect(versions[0]!.setAt).toBeLessThanOrEqual(versions[2]!.setAt);
});

test('two who replace at once leave the links of one of them, never of both', async () => {
  const code = lotOf('AT-ONCE');
  const set = (name: string) =>
    on.regulator.replaceLinks({
      body: { code, links: [1, 2].map((n) => ({ ...PIP, href: `https://${name}.example/${n}` })) },
    });
  await Promise.all(['a', 'b', 'c', 'd'].map(set));
  const { links } = await on.given.anyone.listLinks({ code });
  expect(new Set(links.map(({ href }) => new URL(href).host)).size).toBe(1);
  expect(links).toHaveLength(2);
});

test('the links of a code are listed with those of its lot and its class, finest first', async () => {
  await on.link(LOT, [{ href: 'https://lot.example/' }]);
  await on.link('/01/09521234015031', [{ href: 'https://class.example/' }]);
  const { uri, links } = await on.given.anyone.listLinks({ code: canonical(`${LOT}/21/X`) });
  expect(uri).toBe(canonical('/01/09521234015031/21/X'));
  expect(links.map(({ href, anchor }) => [anchor, href])).toEqual([
    [canonical(LOT), 'https://lot.example/'],
    [canonical('/01/09521234015031'), 'https://class.example/'],
  ]);
  expect(links[0]).toMatchObject({
    health: 'unvisited',
    lastVisited: null,
    lastResult: null,
    isDefault: false,
  });
});

describe('a list of links is refused', () => {
  test.each([
    [{ href: 'http://127.0.0.1/' }, 'link-address', '127.0.0.1 is not on the public internet.'],
    [{ href: 'http://2130706433/' }, 'link-address', '127.0.0.1 is not on the public internet.'],
    [{ href: 'https://a:b@maker.example/' }, 'link-address', 'user name or password'],
    [{ linkType: 'gs1:nonsense' }, 'link-type', 'gs1:nonsense is neither'],
    [{ linkType: 'gs1:defaultLink' }, 'link-type', 'gs1:defaultLink is neither'],
    [{ linkType: 'urn:x:y' }, 'link-type', 'urn:x:y is neither'],
    [{ title: ' ' }, 'link-title', 'plain text'],
    [{ title: 'a\u0007b' }, 'link-title', 'plain text'],
  ] as const)('%j: %s', async (wrong, rule, sentence) => {
    const body = { code: lotOf('WRONG'), links: [{ ...PIP, ...wrong }] };
    const { problem } = await refusalOf(on.regulator.replaceLinks({ body }));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(problem?.errors?.[0]?.rule).toBe(rule);
    expect(problem?.errors?.[0]?.detail).toContain(sentence);
    expect(problem?.errors?.[0]?.detailZh).toMatch(/\p{Script=Han}/u);
  });

  test('with two default links, and with the same link twice', async () => {
    const twice = { ...PIP, isDefault: true };
    const defaults = await refusalOf(
      on.regulator.replaceLinks({
        body: { code: lotOf('WRONG'), links: [twice, { ...twice, href: 'https://other.example/' }] },
      }),
    );
    expect(defaults.problem?.detail).toBe('Two links are marked as default; a code has one default link.');
    const twins = await refusalOf(
      on.regulator.replaceLinks({ body: { code: lotOf('WRONG'), links: [PIP, PIP] } }),
    );
    expect(twins.problem?.errors?.map(({ pointer }) => pointer)).toEqual(['/links/1']);
  });

  test('with more than LINKS_MAX links, and not with LINKS_MAX', async () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ ...PIP, href: `https://maker.example/${n}` }));
    const code = lotOf('MANY');
    expect((await on.regulator.replaceLinks({ body: { code, links: links(LINKS_MAX) } })).links).toHaveLength(
      LINKS_MAX,
    );
    const refusal = await refusalOf(
      on.regulator.replaceLinks({ body: { code, links: links(LINKS_MAX + 1) } }),
    );
    expect(refusal.status).toBe(400);
  });

  test('for a text that is no code', async () => {
    expect(
      (await refusalOf(on.regulator.replaceLinks({ body: { code: '??', links: [] } }))).problem?.code,
    ).toBe('unreadable-code');
  });
});
