import { operationNames, routeOf } from '@yunsu/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpServer } from '../../src/http/server.ts';
import { openDatabase } from '../../src/store/database.ts';
import { bareEvent, documentOf, type Given, givenServer, harvest, newFirm, refusalOf } from './given.ts';

let given: Given;
let key: string;
beforeAll(async () => {
  given = await givenServer();
  key = await given.keyOf({ plane: 'enterprise', party: newFirm() });
});
afterAll(() => given[Symbol.asyncDispose]());

/** One request to the capture interface with a good key. */
const post = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  given.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
  });

const text = documentOf([harvest('A')]);
const deep = (depth: number) =>
  harvest('A', { 'yunsu:note': JSON.parse('['.repeat(depth) + ']'.repeat(depth)) });
const poison: [what: string, body: string | Buffer, pointer?: RegExp][] = [
  ['invalid UTF-8', Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0xfe])])],
  ['a byte order mark', `\ufeff${text}`],
  ['nothing', ''],
  ['a number alone', '1'],
  ['half a document', text.slice(0, -9)],
  [
    'a duplicate name',
    text.replace('"action":"ADD"', '"action":"ADD","action":"ADD"'),
    /\/epcisBody\/eventList\/0\/action/,
  ],
  ['NUL in a string', text.replace('kg', 'kg').replace('"KGM"', '"K\\u0000M"'), /quantityList\/0\/uom/],
  ['a lone surrogate', text.replace('"KGM"', '"K\\ud800M"'), /quantityList\/0\/uom/],
  ['nesting beyond 64 levels', documentOf([deep(70)])],
  ['nesting of 200,000 levels', '['.repeat(200_000)],
  ['1e400', text.replace('120.5', '1e400'), /quantity/],
  ['1e100000', text.replace('120.5', '1e100000'), /quantity/],
  ['a number of 40 digits', text.replace('120.5', '1'.repeat(40)), /quantity/],
  ['__proto__', text.replace('"action"', '"__proto__":{"x":1},"action"'), /__proto__/],
  [
    'constructor.prototype',
    text.replace('"action"', '"constructor":{"prototype":{"x":1}},"action"'),
    /constructor/,
  ],
  ['an infinite eventTime', text.replace('2026-03-01T08:00:00+08:00', 'infinity'), /eventTime/],
  ['an eventTime of 24:00', text.replace('T08:00:00', 'T24:00:00'), /eventTime/],
  ['a quantity as text', text.replace('120.5', '"120.5"'), /quantity/],
  ['a wrong check digit', text.replace('09521234015017', '09521234015018'), /epcClass/],
  ['an identifier of a megabyte', text.replace('/10/A', `/10/${'A'.repeat(2 ** 20)}`), /epcClass/],
  ['another kind of document', '{"type":"Collection"}', /type/],
];

test.each(poison)('%s is refused with its place, never with a 500', async (_, body, pointer) => {
  for (const url of ['/epcis/capture', '/api/event-hashes']) {
    const answer = await post(url, body);
    expect(answer.statusCode, answer.body).toBe(
      url === '/epcis/capture' || pointer?.source !== 'epcClass' ? 400 : answer.statusCode,
    );
    expect(answer.statusCode).toBeLessThan(500);
    if (answer.statusCode !== 400) continue;
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = answer.json() as { errors: { pointer: string; detail: string; detailZh: string }[] };
    expect(problem.errors.length).toBeGreaterThan(0);
    if (pointer) expect(problem.errors[0]?.pointer).toMatch(pointer);
    expect(problem.errors[0]?.detail).not.toBe('');
    expect(problem.errors[0]?.detailZh).toMatch(/\p{Script=Han}/u);
  }
});

test.each([
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['NUL in a name', '{"parties":[{"uri":"urn:x","name":"a\\u0000b"}]}'],
  ['a duplicate name', '{"parties":[],"parties":[]}'],
  ['__proto__', '{"__proto__":{"plane":"system"}}'],
  ['half a body', '{"parties":['],
])('a register load with %s is refused', async (_, body) => {
  const keeper = await given.keyOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  const answer = await post('/api/registers', body, { authorization: `Bearer ${keeper}` });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: 'invalid-json' });
});

test('a body in another form is 415, packed as well as of another type', async () => {
  const packed = await post('/epcis/capture', text, { 'content-encoding': 'gzip' });
  const xml = await post('/epcis/capture', '<x/>', { 'content-type': 'application/xml' });
  const named = await post('/epcis/capture', text, { 'content-type': 'application/ld+json; charset=utf-8' });
  expect([packed.statusCode, xml.statusCode, named.statusCode]).toEqual([415, 415, 202]);
  expect(xml.json()).toMatchObject({ type: 'epcisException:UnsupportedMediaTypeException', status: 415 });
});

test('an unknown path is 404, a wrong method 405 with the right ones', async () => {
  const unknown = await given.app.inject({ method: 'GET', url: '/api/nothing' });
  expect(unknown.json()).toMatchObject({
    status: 404,
    code: 'not-found',
    type: 'urn:yunsu:problem:not-found',
  });
  const wrong = await given.app.inject({ method: 'DELETE', url: '/epcis/capture' });
  expect(wrong.statusCode).toBe(405);
  expect(wrong.headers.allow).toBe('OPTIONS, POST, GET');
});

test('an address over the limit is 414 and one at the limit is read', async () => {
  const at = `/api/identify?code=${'1'.repeat(8192)}`.slice(0, 8192);
  const past = `${at}1`;
  const statuses = await Promise.all(
    [at, past].map(async (url) => (await given.app.inject({ method: 'GET', url })).statusCode),
  );
  expect(statuses).toEqual([400, 414]);
});

test('a code at the limit is read and one past it refused with the name of the parameter', async () => {
  await given.anyone.identifyCode({ code: '1'.repeat(2048) });
  const refusal = await refusalOf(given.anyone.identifyCode({ code: '1'.repeat(2049) }));
  expect(refusal.problem).toMatchObject({ code: 'invalid-parameter', errors: [{ pointer: 'code' }] });
});

test.each([
  ['an unknown parameter', '/api/identify?code=1&plane=system', 'plane'],
  ['a repeated parameter', '/api/identify?code=1&code=2', 'code'],
  ['NUL', '/api/identify?code=%00', 'code'],
  ['a missing parameter', '/api/identify', 'code'],
  ['a word for a number', '/api/history?code=1&perPage=many', 'perPage'],
  ['a page over the limit', '/api/history?code=1&perPage=1001', 'perPage'],
  ['a direction that is none', '/api/trace?code=1&direction=up', 'direction'],
])('%s is refused by name', async (_, url, pointer) => {
  const answer = await given.app.inject({ method: 'GET', url });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: 'invalid-parameter', errors: [{ pointer }] });
});

test('an address that cannot be decoded is 400', async () => {
  const answer = await given.app.inject({ method: 'GET', url: '/epcis/events/%zz' });
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toContain('problem+json');
});

test('a caller that accepts no JSON gets 406', async () => {
  const ask = async (accept: string) =>
    (await given.app.inject({ method: 'GET', url: '/epcis', headers: { accept } })).statusCode;
  expect(
    await Promise.all(['application/xml', 'text/html, */*;q=0.1', 'application/ld+json', '*/*;q=0'].map(ask)),
  ).toEqual([406, 200, 200, 406]);
});

test('a caller whose EPCIS or CBV versions exclude ours gets 406', async () => {
  const ask = async (headers: Record<string, string>) =>
    (await given.app.inject({ method: 'GET', url: '/epcis', headers })).statusCode;
  expect(await ask({ 'gs1-epcis-min': '1.2', 'gs1-epcis-max': '2.0.0' })).toBe(200);
  expect(await ask({ 'gs1-epcis-min': '2.1' })).toBe(406);
  expect(await ask({ 'gs1-cbv-max': '1.2' })).toBe(406);
  expect((await post('/epcis/capture', text, { 'gs1-epcis-version': '1.2' })).statusCode).toBe(406);
});

test('the binding lists its resources and tells its limits by OPTIONS', async () => {
  const root = await given.app.inject({ method: 'GET', url: '/epcis/' });
  expect(root.json()).toMatchObject({ type: 'Collection', member: ['capture', 'events'] });
  const options = (url: string) => given.app.inject({ method: 'OPTIONS', url });
  const capture = await options('/epcis/capture');
  expect(capture.statusCode).toBe(204);
  expect(capture.headers).toMatchObject({
    allow: 'OPTIONS, POST, GET',
    'gs1-epcis-version': '2.0',
    'gs1-epcis-min': '2.0',
    'gs1-epcis-max': '2.0',
    'gs1-cbv-version': '2.0',
    'gs1-cbv-min': '2.0',
    'gs1-cbv-max': '2.0',
    'gs1-epc-format': 'Never_Translates',
    'gs1-cbv-xml-format': 'Never_Translates',
    'gs1-extensions': 'yunsu=urn:yunsu:voc:',
    'gs1-vendor-version': expect.any(String),
    'gs1-epcis-capture-limit': '50000',
    'gs1-epcis-capture-file-size-limit': String(64 * 2 ** 20),
    'gs1-capture-error-behaviour': 'all',
  });
  expect((await options('/epcis')).headers.allow).toBe('OPTIONS, GET');
  expect((await options('/epcis/events')).headers.allow).toBe('OPTIONS, POST');
  expect((await options('/epcis/events/urn%3Ax%3Ay')).headers.allow).toBe('OPTIONS, GET');
  expect((await options('/epcis/capture/1')).headers).not.toHaveProperty('gs1-epcis-capture-limit');
});

test('answers carry the headers that a browser is told safety by, and public ones may be read from anywhere', async () => {
  const open = await given.app.inject({ method: 'GET', url: '/api/identify?code=1' });
  expect(open.headers).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
  });
  const own = await given.app.inject({ method: 'GET', url: '/epcis/capture' });
  expect(own.headers).not.toHaveProperty('access-control-allow-origin');
});

test.each(operationNames.filter((name) => routeOf(name).who !== 'anyone'))(
  '%s is refused without a key',
  async (name) => {
    const route = routeOf(name);
    const answer = await given.app.inject({ method: route.method, url: route.path.replace(/\{\w+\}/g, 'x') });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('Bearer');
    expect(answer.json()).toMatchObject({ code: 'key-needed' });
  },
);

test('a wrong key is refused even where none is needed', async () => {
  const ask = async (authorization: string) =>
    (await given.app.inject({ method: 'GET', url: '/api/identify?code=1', headers: { authorization } }))
      .statusCode;
  const other = key.slice(0, -3) + (key.endsWith('AAA') ? 'BBB' : 'AAA');
  const wrong = [
    '',
    'Basic x',
    'Bearer x',
    `Bearer ${other}`,
    `Bearer ${key} `,
    `Bearer ys_000000000000_${'A'.repeat(43)}`,
  ];
  expect(await Promise.all(wrong.map(ask))).toEqual([401, 401, 401, 401, 401, 401]);
});

test('a key is refused from the moment it expires', async () => {
  let at = new Date('2026-01-01T00:00:00Z');
  await using timed = await givenServer({}, () => at);
  const short = await timed.clientOf({
    plane: 'enterprise',
    party: newFirm(),
    expiresAt: '2026-01-01T00:00:01Z',
  });
  await short.listCaptureJobs({});
  at = new Date('2026-01-01T00:00:01Z');
  expect(await refusalOf(short.listCaptureJobs({}))).toMatchObject({
    status: 401,
    problem: { code: 'key-refused' },
  });
});

test('keys are issued by the keeper of the registers, never wider than its own', async () => {
  const party = newFirm();
  const keeper = await given.clientOf({
    plane: 'regulator',
    scopes: ['agriculture:53:*'],
    mayRegister: true,
  });
  const made = await keeper.createKey({ body: { plane: 'enterprise', party } });
  expect(made.key).toMatch(/^ys_[0-9a-z]{12}_[\w-]{43}$/);
  await keeper.createKey({ body: { plane: 'regulator', scopes: ['agriculture:5328:agri'] } });
  const wide = [['agriculture:51:agri'], ['agriculture:*:agri'], ['drug:53:drug'], ['*:53:*']];
  for (const scopes of wide) {
    const refusal = await refusalOf(keeper.createKey({ body: { plane: 'regulator', scopes } }));
    expect(refusal).toMatchObject({ status: 403, problem: { code: 'not-allowed' } });
  }
  const reader = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'] });
  expect((await refusalOf(reader.createKey({ body: { plane: 'enterprise', party } }))).status).toBe(403);
  expect((await refusalOf(reader.loadRegisters({ body: {} }))).status).toBe(403);
  const firm = await given.firm(party);
  expect((await refusalOf(firm.createKey({ body: { plane: 'enterprise', party } }))).status).toBe(403);
});

test('a request for a key may not bring more than it names', async () => {
  const keeper = await given.keyOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  const authorization = `Bearer ${keeper}`;
  const answer = await post('/api/keys', JSON.stringify({ plane: 'system', party: 'x', id: 'me' }), {
    authorization,
  });
  expect(answer.statusCode).toBe(400);
  const { errors } = answer.json() as { errors: { pointer: string }[] };
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/id', '/plane']);
});

test('health, metrics, description and docs answer without a key', async () => {
  expect(await given.anyone.readLiveness()).toEqual({ status: 'live' });
  expect(await given.anyone.readReadiness()).toMatchObject({
    status: 'ready',
    checks: [
      { name: 'database', ok: true },
      { name: 'migrations', ok: true },
      { name: 'sequencer', ok: true },
    ],
  });
  const metrics = await given.anyone.readMetrics();
  expect(metrics).toMatch(/yunsu_http_requests_total\{route="GET \/health\/live",status="200"\} \d+/);
  expect(metrics).toContain('yunsu_event_loop_delay_seconds');
  expect(await given.anyone.readOpenapi()).toMatchObject({ openapi: '3.1.0' });
  const docs = await given.anyone.readDocs();
  expect(docs).toContain('/api/trace');
  expect(docs).not.toContain('<script');
});

test('a database that is away is 503 with a time to try again, and no word of how', async () => {
  await using db = openDatabase({ url: 'postgres://x:y@127.0.0.1:1/none', connectTimeoutMs: 500 });
  await using away = createHttpServer({ ...given.context, db });
  const answer = await away.inject({
    method: 'POST',
    url: '/epcis/events',
    payload: bareEvent(harvest('A')),
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({
    code: 'unavailable',
    type: 'epcisException:ImplementationException',
  });
  expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(3);
  expect(answer.body).not.toMatch(/ECONN|127\.0\.0\.1|node_modules/);
  const ready = await away.inject({ method: 'GET', url: '/health/ready' });
  expect([ready.statusCode, ready.json().status]).toEqual([503, 'not-ready']);
});
