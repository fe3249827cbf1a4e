import { CODE_LENGTH_MAX } from '@yunsu/api';
import { keyOf } from '@yunsu/identifiers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../../src/operations/identities.ts';
import { documentOf, harvest, newFirm } from '../http/given.ts';
import { CLASS, canonical, type GivenResolver, givenResolver, ITEM, LOT, ORIGIN, product } from './given.ts';

/*
 * GS1-Conformant Resolver 1.2.0 against the real server on a real database. The numbers are those of its clauses;
 * docs/conformance.md names these tests.
 */

const HTML = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const LINKSET = { accept: 'application/linkset+json' };
const VOC = 'https://ref.gs1.org/voc/';

let on: GivenResolver;
beforeAll(async () => {
  on = await givenResolver();
  await on.regulator.loadRegisters({ body: product });
  const firm = await on.given.firm(newFirm());
  await firm.captureEvents({ body: documentOf([harvest('KNOWN')]) });
  await on.link(CLASS, [
    { href: 'https://maker.example/zh', title: '普洱茶饼', hreflang: ['zh-CN'], type: 'text/html' },
    { href: 'https://maker.example/en', title: 'Cake of tea', hreflang: ['en'], type: 'text/html' },
    { href: 'https://maker.example/en.pdf', title: 'Cake', hreflang: ['en'], type: 'application/pdf' },
    { linkType: 'gs1:certificationInfo', href: 'https://cert.example/1', title: 'Certificate 1' },
    { linkType: 'gs1:certificationInfo', href: 'https://cert.example/2', title: 'Certificate 2' },
    {
      linkType: 'https://relations.example/passport',
      href: 'https://maker.example/passport?a=1#top',
      title: 'P',
    },
  ]);
});
afterAll(() => on[Symbol.asyncDispose]());

const body = (text: string) => JSON.parse(text) as { linkset: Record<string, unknown>[] };

describe('§2.2 methods and origins', () => {
  test.each([CLASS, LOT, ITEM, '/c/53B4-7K2M-9QXR', '/.well-known/gs1resolver'])(
    'OPTIONS %s names GET, HEAD and OPTIONS for every origin',
    async (url) => {
      const { statusCode, headers } = await on.app.inject({ method: 'OPTIONS', url });
      expect(statusCode).toBe(204);
      expect(headers).toMatchObject({
        allow: 'GET, HEAD, OPTIONS',
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      });
    },
  );

  test('HEAD has the headers of GET and no body', async () => {
    const get = await on.get(CLASS);
    const head = await on.app.inject({ method: 'HEAD', url: CLASS, headers: { accept: '*/*' } });
    expect(head.statusCode).toBe(get.statusCode);
    expect(head.headers.location).toBe(get.headers.location);
    expect(head.body).toBe('');
    const linkset = await on.app.inject({ method: 'HEAD', url: CLASS, headers: LINKSET });
    expect([linkset.statusCode, linkset.body]).toEqual([200, '']);
  });

  test('every answer may be read from any origin, refusals too', async () => {
    for (const [url, status] of [
      [CLASS, 307],
      [`${CLASS}/foo`, 400],
      ['/01/09521234045991', 404],
    ] as const) {
      const { statusCode, headers } = await on.get(url);
      expect([url, statusCode]).toEqual([url, status]);
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-expose-headers']).toBe('Link, Location');
      expect(headers.vary).toBe('Accept, Accept-Language');
    }
  });
});

describe('§2.4 a path that is no Digital Link is refused with 400, never answered with 200', () => {
  test.each([
    `${CLASS}/foo`,
    '/01/09521234015032',
    '/00/12',
    '/01/',
    `${CLASS}/21/S1/10/L1`,
    `${CLASS}/17/261231`,
    `${CLASS}/99/ABC`,
    `${CLASS}/10/${'x'.repeat(21)}`,
    '/c/HELLO',
  ])('%s', async (url) => {
    const program = await on.get(url);
    expect(program.statusCode).toBe(400);
    expect(program.headers['content-type']).toContain('application/problem+json');
    expect(program.json()).toMatchObject({ code: 'unreadable-code', status: 400 });
    expect(program.json().detailZh).toMatch(/\p{Script=Han}/u);
    const person = await on.get(url, HTML);
    expect(person.statusCode).toBe(400);
    expect(person.headers['content-type']).toContain('text/html');
  });

  test('as is one whose percent signs are wrong', async () => {
    expect((await on.get(`${CLASS}/10/A%ZZ`)).statusCode).toBe(400);
  });

  test('as is one that is too long', async () => {
    expect((await on.get(`${CLASS}/10/${'x'.repeat(CODE_LENGTH_MAX)}`)).statusCode).toBe(400);
  });

  test('a single segment that is no compressed link is no path of ours at all', async () => {
    expect((await on.get('/foo')).statusCode).toBe(404);
    expect((await on.get('/favicon.ico')).json()).toMatchObject({ code: 'not-found' });
  });
});

describe('§2.4.1 a valid link of which nothing is known is 404, for its linkset too', () => {
  test.each([{}, LINKSET, HTML])('%j', async (headers: Record<string, string>) => {
    expect((await on.get('/01/09521234045991', headers)).statusCode).toBe(404);
    expect((await on.get('/01/09521234045991?linkType=linkset', headers)).statusCode).toBe(404);
  });
});

describe('§2.5.9 every key with all its qualifiers, walking up', () => {
  test.each([
    '/00/095212340400000019',
    '/253/9521234040026X1',
    '/255/9521234040026',
    '/401/9521234A',
    '/402/09521234040000008',
    '/414/9521234040026',
    '/414/9521234040026/254/D5',
    '/417/9521234040026',
    '/8003/09521234012344AB',
    '/8004/9521234A1',
    '/8006/095212340150310102',
    '/8006/095212340150310102/10/L/21/S',
    '/8010/9521234A',
    '/8010/9521234A/8011/12',
    '/8018/952123404000000008',
    '/01/09521234015031/22/V/10/L/21/S',
    '/01/09521234015031/235/TPX',
  ])('%s can have links and is led by its own', async (path) => {
    const href = `https://own.example${path}`;
    await on.link(path, [{ href, isDefault: true }]);
    const { statusCode, headers } = await on.get(path);
    expect([statusCode, headers.location]).toEqual([307, href]);
    await on.link(path, []);
  });

  test.each([
    ['a serial', `${CLASS}/21/NEVER-SEEN`],
    ['a lot', `${CLASS}/10/NEVER-SEEN`],
    ['a variant', `${CLASS}/22/NEVER-SEEN`],
  ])('%s that nobody has seen is led by its class', async (_, url) => {
    const { statusCode, headers } = await on.get(`${url}?linkType=gs1:pip`, { 'accept-language': 'zh-CN' });
    expect([statusCode, headers.location?.split('?')[0]]).toEqual([307, 'https://maker.example/zh']);
  });

  test('the finest level that has links of a type counts alone, for each type', async () => {
    await on.link(`${CLASS}/21/FINE`, [{ href: 'https://item.example/' }]);
    await on.link(`${CLASS}/10/L9`, [{ linkType: 'gs1:recallStatus', href: 'https://lot.example/' }]);
    const led = async (type: string) =>
      (await on.get(`${CLASS}/10/L9/21/FINE?linkType=${type}`)).headers.location?.split('?')[0];
    expect(await led('gs1:pip')).toBe('https://item.example/');
    expect(await led('gs1:recallStatus')).toBe('https://lot.example/');
    expect(await led('https://relations.example/passport')).toBe('https://maker.example/passport');
  });

  test('a serial outranks a lot for the default (rule 4), and a lot its class', async () => {
    await on.link(`${CLASS}/10/L10`, [{ href: 'https://lot.example/', isDefault: true }]);
    expect((await on.get(`${CLASS}/10/L10/21/S10`)).headers.location).toBe('https://lot.example/');
    await on.link(`${CLASS}/21/S10`, [{ href: 'https://item.example/', isDefault: true }]);
    expect((await on.get(`${CLASS}/10/L10/21/S10`)).headers.location).toBe('https://item.example/');
    expect((await on.get(`${CLASS}/10/L10/21/S11`)).headers.location).toBe('https://lot.example/');
  });

  test('alphabetic names of keys and qualifiers, which old labels hold, are read', async () => {
    const { headers } = await on.get('/gtin/09521234015031/lot/L10/ser/S10');
    expect(headers.location).toBe('https://item.example/');
    expect((await on.get('/gtin/09521234015032')).statusCode).toBe(400);
  });
});

describe('§2.5.8 exactly one default link', () => {
  test('where none is registered it is our answer page', async () => {
    const { statusCode, headers } = await on.get(CLASS);
    expect(statusCode).toBe(307);
    expect(headers.location).toBe(`${ORIGIN}/q?code=${encodeURIComponent(canonical(CLASS))}`);
    expect(
      (await on.get(new URL(headers.location!).pathname + new URL(headers.location!).search)).statusCode,
    ).toBe(200);
  });

  test('it can be asked for by its name, and stands in the linkset with an address and a title only', async () => {
    const { headers } = await on.get(`${CLASS}?linkType=gs1:defaultLink`);
    expect(headers.location).toContain(`${ORIGIN}/q?code=`);
    const { linkset } = body((await on.get(CLASS, LINKSET)).body);
    expect(linkset.flatMap((context) => context[`${VOC}defaultLink`] ?? [])).toEqual([
      { href: `${ORIGIN}/q?code=${encodeURIComponent(canonical(CLASS))}`, title: expect.any(String) },
    ]);
  });
});

describe('§2.6 a link type', () => {
  test.each([
    ['zh-CN,zh;q=0.9', '*/*', 'https://maker.example/zh'],
    ['zh', '*/*', 'https://maker.example/zh'],
    ['de,en;q=0.5,zh;q=0.8', '*/*', 'https://maker.example/zh'],
    ['en-GB', 'application/pdf', 'https://maker.example/en.pdf'],
    ['en', 'text/*', 'https://maker.example/en'],
    ['en', 'application/pdf;q=0.1,text/html', 'https://maker.example/en'],
  ])('language %s and media %s lead to %s', async (language, accept, href) => {
    const url = `${CLASS}?linkType=gs1:pip`;
    const { statusCode, headers } = await on.get(url, { 'accept-language': language, accept });
    expect([statusCode, headers.location]).toEqual([307, `${href}?linkType=gs1:pip`]);
  });

  test.each(['gs1:pip', `${VOC}pip`, 'https://gs1.org/voc/pip', 'https%3A%2F%2Fwww.gs1.org%2Fvoc%2Fpip'])(
    'is the same under its spelling %s (§2.14)',
    async (type) => {
      const { headers } = await on.get(`${CLASS}?linkType=${type}`, { 'accept-language': 'zh' });
      expect(headers.location?.split('?')[0]).toBe('https://maker.example/zh');
    },
  );

  test.each(['gs1:recipeInfo', 'gs1:nonsense', 'nonsense', ''])(
    '%s is not there: 404 with those that are',
    async (type) => {
      const { statusCode, headers, body } = await on.get(`${CLASS}?linkType=${type}`);
      expect(statusCode).toBe(404);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(JSON.parse(body).detail).toContain('gs1:pip, gs1:certificationInfo');
    },
  );

  test('several that nothing tells apart are a choice: 300 with a linkset of them, or a page for a person', async () => {
    const url = `${CLASS}?linkType=gs1:certificationInfo`;
    const program = await on.get(url);
    expect(program.statusCode).toBe(300);
    expect(program.headers['content-type']).toBe('application/linkset+json');
    expect(body(program.body).linkset).toEqual([
      {
        anchor: `${ORIGIN}${CLASS}`,
        description: '普洱茶饼',
        [`${VOC}certificationInfo`]: [
          { href: 'https://cert.example/1', title: 'Certificate 1' },
          { href: 'https://cert.example/2', title: 'Certificate 2' },
        ],
      },
    ]);
    const person = await on.get(url, HTML);
    expect(person.statusCode).toBe(300);
    expect(person.body).toContain('href="https://cert.example/2"');
    expect(person.body).toContain('cert.example</span>');
  });

  test('a browser that names a link type is redirected', async () => {
    const { statusCode, headers } = await on.get(`${CLASS}?linkType=gs1:pip`, {
      ...HTML,
      'accept-language': 'en',
    });
    expect([statusCode, headers.location?.split('?')[0]]).toEqual([307, 'https://maker.example/en']);
  });

  test('traceability and epcis are there without being registered', async () => {
    const led = async (type: string) => (await on.get(`${CLASS}?linkType=${type}`)).headers.location;
    expect(await led('gs1:traceability')).toContain(`${ORIGIN}/q?code=`);
    expect(await led('gs1:epcis')).toBe(`${ORIGIN}/epcis?linkType=gs1:epcis`);
  });
});

describe('§2.9, §2.10 the linkset', () => {
  test.each([
    [`${CLASS}?linkType=linkset`, '*/*', 'application/linkset+json'],
    [`${CLASS}?linkType=all`, '*/*', 'application/linkset+json'],
    [`${CLASS}?linktype=LINKSET`, '*/*', 'application/linkset+json'],
    [CLASS, 'application/linkset+json', 'application/linkset+json'],
    [CLASS, 'application/json', 'application/json'],
    [CLASS, 'text/html;q=0.1, application/linkset+json', 'application/linkset+json'],
  ])('%s for %s is 200 as %s, without a redirect', async (url, accept, type) => {
    const { statusCode, headers, body: text } = await on.get(url, { accept });
    expect([statusCode, headers['content-type']]).toEqual([200, type]);
    expect(headers.link).toBe(
      '<https://ref.gs1.org/standards/resolver/linkset-context>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"',
    );
    const [context] = body(text).linkset;
    expect(context).toMatchObject({
      anchor: `${ORIGIN}${CLASS}`,
      description: '普洱茶饼',
      [`${VOC}pip`]: [
        { href: 'https://maker.example/zh', title: '普洱茶饼', type: 'text/html', hreflang: ['zh-CN'] },
        { href: 'https://maker.example/en', title: 'Cake of tea', type: 'text/html', hreflang: ['en'] },
        { href: 'https://maker.example/en.pdf', title: 'Cake', type: 'application/pdf', hreflang: ['en'] },
      ],
      'https://relations.example/passport': [{ href: 'https://maker.example/passport?a=1#top', title: 'P' }],
      [`${VOC}traceability`]: [expect.objectContaining({ hreflang: ['zh', 'en'], type: 'text/html' })],
      [`${VOC}epcis`]: [expect.objectContaining({ href: `${ORIGIN}/epcis` })],
    });
  });

  test('as JSON-LD it holds its context', async () => {
    const { headers, body: text } = await on.get(CLASS, { accept: 'application/ld+json' });
    expect(headers['content-type']).toBe('application/ld+json');
    expect(JSON.parse(text)['@context']).toBe('https://ref.gs1.org/standards/resolver/linkset-context');
  });

  test('is the union of the levels, each with its anchor (§2.5.9 rule 4)', async () => {
    const path = `${CLASS}/22/V7/10/L7/21/S7`;
    const ends = ['/21/S7', '/22/V7/10/L7', '/10/L7', '/22/V7'];
    for (const end of ends) await on.link(CLASS + end, [{ href: `https://level.example${end}` }]);
    const { linkset } = body((await on.get(path, LINKSET)).body);
    expect(linkset.map(({ anchor }) => anchor)).toEqual(
      [...ends, ''].map((end) => `${ORIGIN}${CLASS}${end}`),
    );
  });

  test('is a page for a person', async () => {
    const { statusCode, body: page } = await on.get(`${CLASS}?linkType=linkset`, HTML);
    expect(statusCode).toBe(200);
    expect(page).toContain('href="https://maker.example/zh"');
    expect(page).toContain('maker.example</span>');
  });

  test('is named by a header of redirects and pages', async () => {
    const named = `<${CLASS}?linkType=linkset>; rel="linkset"; type="application/linkset+json"`;
    for (const headers of [{}, HTML]) expect((await on.get(CLASS, headers)).headers.link).toBe(named);
  });
});

describe('§2.12 the query string is passed on as it came', () => {
  test.each([
    ['gs1:pip', '17=261231;3103=000189', 'https://maker.example/zh'],
    ['gs1:pip', 'flag&a=%2F&b=%E4%BA%91', 'https://maker.example/zh'],
  ])('%s with %s', async (type, query, href) => {
    const asked = `${query}&linkType=${type}`;
    const { headers } = await on.get(`${CLASS}?${asked}`, { 'accept-language': 'zh' });
    expect(headers.location).toBe(`${href}?${asked}`);
  });

  test('after the query and before the fragment of the target', async () => {
    const type = 'linkType=https://relations.example/passport&x=1';
    expect((await on.get(`${CLASS}?${type}`)).headers.location).toBe(
      `https://maker.example/passport?a=1&${type}#top`,
    );
  });

  test('and can not break out of the header', async () => {
    const { headers } = await on.get(`${CLASS}?linkType=gs1:pip&x=%0d%0aset-cookie:%20a=b`, {
      'accept-language': 'zh',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });
});

describe('§2.13 a slash at the end changes nothing', () => {
  test.each([CLASS, LOT])('%s/', async (path) => {
    for (const headers of [{}, LINKSET]) {
      const [plain, slashed] = [await on.get(path, headers), await on.get(`${path}/`, headers)];
      expect([slashed.statusCode, slashed.headers.location, slashed.body]).toEqual([
        plain.statusCode,
        plain.headers.location,
        plain.body,
      ]);
    }
  });
});

describe('a browser that names no link type (no open redirect)', () => {
  test('is answered in place, with the website of every link in plain sight', async () => {
    await on.link(`${CLASS}/10/DEFAULT`, [
      { href: 'https://trap.example/x', title: 'Maker', isDefault: true },
    ]);
    const { statusCode, headers, body: page } = await on.get(`${CLASS}/10/DEFAULT`, HTML);
    expect([statusCode, headers.location]).toEqual([200, undefined]);
    expect(page).toContain('trap.example</span>');
    expect(page).toContain('rel="noopener noreferrer nofollow external"');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('is told with 404 that a serial is unknown, and still shown where its class leads', async () => {
    const { statusCode, body: page } = await on.get(`${CLASS}/21/NEVER`, HTML);
    expect(statusCode).toBe(404);
    expect(page).toContain('maker.example</span>');
  });
});

test('§3 the description of the resolver is made from its tables', async () => {
  const { statusCode, headers, body: text } = await on.get('/.well-known/gs1resolver');
  expect([statusCode, headers['content-type'], headers['access-control-allow-origin']]).toEqual([
    200,
    'application/json',
    '*',
  ]);
  const description = JSON.parse(text);
  expect(description).toMatchObject({
    name: '示例平台',
    resolverRoot: ORIGIN,
    supportedLinkType: [{ namespace: VOC, prefix: 'gs1:' }],
    linkTypeDefaultCanBeLinkset: false,
    contact: { fn: '示例平台' },
    jsonLdContextLocation: 'https://ref.gs1.org/standards/resolver/linkset-context',
  });
  // Keys that the schema of the description file knows (ref.gs1.org/standards/resolver/1.2.0/description-file-schema).
  const known = '01 8006 8013 8010 410 411 412 413 414 415 417 8017 8018 255 00 253 401 402 8003 8004'.split(
    ' ',
  );
  expect(description.supportedPrimaryKeys.length).toBeGreaterThanOrEqual(14);
  for (const key of description.supportedPrimaryKeys) expect(known).toContain(key);
});

test('what is on record without any link is led to its page', async () => {
  const { statusCode, headers } = await on.get('/01/09521234015017/10/KNOWN');
  const code = encodeURIComponent('https://id.gs1.org/01/09521234015017/10/KNOWN');
  expect([statusCode, headers.location]).toEqual([307, `${ORIGIN}/q?code=${code}`]);
});

test('a code that is another name of a lot is known where the lot is, and leads where the lot leads', async () => {
  const label = '/00/095212340400000019';
  const lot = '/01/09521234015017/10/KNOWN';
  expect((await on.get(label)).statusCode).toBe(404);
  const [k, unit] = [label, lot].map((path) => keyOf(canonical(path), sha256Hex));
  await on.given.context.db.execute('insert into alias (k, unit_k) values ($1, $2)', [k, unit]);
  expect((await on.get(label)).headers.location).toContain(`${ORIGIN}/q?code=`);
  await on.link(lot, [{ href: 'https://lot.example/' }]);
  expect((await on.get(`${label}?linkType=gs1:pip`)).headers.location?.split('?')[0]).toBe(
    'https://lot.example/',
  );
  await on.link(lot, []);
});
