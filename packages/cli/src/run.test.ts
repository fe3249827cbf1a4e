import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaptureJob, ProblemBody, TraceAnswer } from '@yunsu/api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readBytes } from './commands/files.ts';
import { Exit } from './exit.ts';
import { run } from './run.ts';

/** A server that gives the answers of a test, in order, and remembers what it was asked. */
let server: Server;
let url = '';
let answers: { status: number; body?: unknown; headers?: Record<string, string> }[] = [];
const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];
const folder = mkdtempSync(join(tmpdir(), 'yunsu-cli-'));
const good = join(folder, 'good.jsonld');
writeFileSync(good, '{"type":"EPCISDocument"}');

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: path = '', headers } = request;
    asked.push({ method, url: path, headers, body: Buffer.concat(chunks).toString() });
    const answer = answers.shift() ?? { status: 500 };
    response.writeHead(answer.status, answer.headers ?? {});
    response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  answers = [];
  asked.length = 0;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function yunsu(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    bytes: () => {},
  };
  const exit = await run([...argv, '--lang', 'en'], { YUNSU_URL: url, YUNSU_KEY: 'k' }, terminal);
  return { exit, out, err };
}

const job = (over: Partial<CaptureJob> = {}): CaptureJob => ({
  captureID: 'j1',
  createdAt: '2026-08-18T00:00:00Z',
  running: false,
  success: true,
  captureErrorBehaviour: 'rollback',
  errors: [],
  counts: { events: 2, stored: 2, repeats: 0, refused: 0 },
  repeats: [],
  warnings: [],
  ...over,
});
const accepted = { status: 202, headers: { location: '/epcis/capture/j1' } };

test('a captured file says what was stored, and its bytes travel as they are', async () => {
  answers = [accepted, { status: 200, body: job({ running: true }) }, { status: 200, body: job() }];
  const { exit, out } = await yunsu('capture', good, '--proceed');
  expect([exit, out]).toEqual([Exit.done, [`${good}  2 events stored`]]);
  expect(asked[0]).toMatchObject({
    method: 'POST',
    url: '/epcis/capture',
    body: '{"type":"EPCISDocument"}',
    headers: { authorization: 'Bearer k', 'gs1-capture-error-behaviour': 'proceed' },
  });
});

test('every fault of a refused document is a line with its pointer, and the next file is still sent', async () => {
  const error = {
    type: 'epcisException:ValidationException',
    title: 't',
    status: 400,
    detail: 'action must be ADD, OBSERVE or DELETE.',
    detailZh: 'action 应为 ADD、OBSERVE 或 DELETE。',
    pointer: '/epcisBody/eventList/0/action',
    rule: 'action',
    expected: 'ADD',
    got: 'add',
  };
  const counts = { events: 1, stored: 0, repeats: 0, refused: 1 };
  answers = [
    accepted,
    { status: 200, body: job({ success: false, errors: [error], counts }) },
    accepted,
    { status: 200, body: job({ counts: { events: 2, stored: 0, repeats: 2, refused: 0 } }) },
  ];
  const { exit, out } = await yunsu('capture', good, good);
  expect(exit).toBe(Exit.refused);
  expect(out).toEqual([
    `[1/2] ${good}  0 events stored, 1 refused, the document is refused as a whole, nothing is stored`,
    `${good}#/epcisBody/eventList/0/action: action must be ADD, OBSERVE or DELETE.`,
    `[2/2] ${good}  0 events stored, 2 known already`,
    '2 files: 0 events stored, 2 known already, 1 refused',
  ]);
});

const problem: ProblemBody = {
  type: 'about:blank',
  title: 'This call needs a key',
  status: 401,
  detail: 'The document came without one.',
  code: 'key-needed',
  titleZh: '此操作需要密钥',
  detailZh: '此操作需要密钥',
  remedy: 'Send a key.',
  remedyZh: '请附上密钥。',
};

test('a refusal by the server is a sentence with the remedy', async () => {
  answers = [{ status: 401, body: problem }];
  const { exit, out } = await yunsu('capture', good);
  expect([exit, out]).toEqual([
    Exit.refused,
    [`${good}: This call needs a key. The document came without one. Send a key.`],
  ]);
});

test('a missing file is a sentence, and JSON lines stay JSON', async () => {
  const missing = join(folder, 'missing.jsonld');
  const plainly = await yunsu('capture', missing);
  expect([plainly.exit, plainly.out[0]]).toEqual([Exit.refused, `${missing}: cannot be read (ENOENT)`]);
  const json = await yunsu('capture', missing, '--json');
  expect(JSON.parse(json.out[0] ?? '')).toMatchObject({ file: missing });
});

test('a file at the limit is read and one byte more is refused', async () => {
  const size = '{"type":"EPCISDocument"}'.length;
  expect((await readBytes('en', good, size)).ok).toBe(true);
  expect((await readBytes('en', good, size - 1)).ok).toBe(false);
});

test('registers are sent as they are and counted', async () => {
  const file = join(folder, 'registers.json');
  writeFileSync(file, '{"parties":[]}');
  answers = [{ status: 200, body: { parties: 0, places: 1, products: 2, licences: 3 } }];
  const { exit, out } = await yunsu('registers', file);
  expect([exit, out]).toEqual([Exit.done, [`${file}  parties 0, places 1, products 2, licences 3`]]);
  expect(asked[0]).toMatchObject({ url: '/api/registers', body: '{"parties":[]}' });
});

test('a register file that is no JSON never leaves the machine', async () => {
  const file = join(folder, 'broken.json');
  writeFileSync(file, '{"parties":');
  const { exit, err } = await yunsu('registers', file);
  expect([exit, asked.length]).toEqual([Exit.refused, 0]);
  expect(err[0]).toContain('not JSON');
});

const trace: TraceAnswer = {
  root: 'a',
  asKnownAt: { number: '1', time: '2026-08-18T00:00:00Z' },
  nodes: [],
  links: [],
  gaps: [],
  truncated: null,
};

test('a trace passes its options on, and --json prints the answer as it came', async () => {
  answers = [{ status: 200, body: trace }];
  const { exit, out } = await yunsu('trace', '0123', '--direction', 'back', '--depth', '3', '--json');
  expect([exit, JSON.parse(out[0] ?? '')]).toEqual([Exit.done, trace]);
  expect(asked[0]?.url).toBe('/api/trace?code=0123&direction=back&depthMax=3');
});

test('a history is read page by page', async () => {
  const event = {
    eventID: 'urn:e',
    eventTime: '2026-08-18T07:30:00+08:00',
    eventTimeZoneOffset: '+08:00',
    recordTime: '2026-08-18T07:31:00Z',
    type: 'ObjectEvent',
    bizStep: 'shipping',
    place: null,
    actor: null,
    voided: false,
  };
  answers = [
    { status: 200, body: { uri: 'u', events: [event], nextPageToken: 'p2' } },
    { status: 200, body: { uri: 'u', events: [event] } },
  ];
  const { exit, out } = await yunsu('history', '0123');
  expect([exit, out]).toEqual([Exit.done, ['2026-08-18 07:30  shipping', '2026-08-18 07:30  shipping']]);
  expect(asked[1]?.url).toContain('nextPageToken=p2');
});

test('a stock says who has what, and a balance that adds up with its events', async () => {
  const unknown = { name: '未知', kind: 'unknown', masked: false };
  const farm = { name: 'Farm', kind: 'company', masked: false };
  const event = (eventID: string) => ({ eventID, time: '2026-08-18T00:00:00Z', quantity: '1' });
  const body = {
    uri: 'https://id.gs1.org/01/09521234045014/10/VX',
    level: 'lot',
    at: '2026-08-18T00:00:00Z',
    asKnownAt: { number: '7', time: '2026-08-20T00:00:00Z' },
    holders: [
      { holder: farm, place: { name: 'Field', masked: false }, inTransit: true, quantity: '8', uom: 'KGM' },
      {
        holder: unknown,
        place: { name: '未知', masked: false },
        inTransit: false,
        quantityMax: '2',
        uom: 'KGM',
      },
    ],
    counties: [],
    balance: [
      {
        uom: 'KGM',
        cameIn: [{ kind: 'commissioned', quantity: '14', events: [event('e1')], count: 1 }],
        wentOut: [{ kind: 'sold', quantity: '4', events: ['e2', 'e3', 'e4', 'e5'].map(event), count: 4 }],
        leftMax: '10',
      },
    ],
    truncated: null,
  };
  const at = '2026-08-18T08:00:00+08:00';
  answers = [{ status: 200, body }];
  const { exit, out } = await yunsu('stock', 'VX', '--at', at, '--known-at', '2026-08-20T00:00:00Z');
  expect(asked[0]?.url).toBe(
    '/api/stock?code=VX&at=2026-08-18T08%3A00%3A00%2B08%3A00&knownAt=2026-08-20T00%3A00%3A00Z',
  );
  expect(exit).toBe(Exit.done);
  expect(out).toEqual([
    '(01)09521234045014(10)VX  2026-08-18 08:00',
    'Farm     Field  in transit        8 kg',
    'unknown  未知               up to 2 kg',
    '',
    '  + began        14 kg  e1',
    '  − sold          4 kg  e2 e3 e4 … 1 more',
    '  = left   up to 10 kg',
    '',
    'As known at 2026-08-20 08:00',
  ]);
  answers = [
    { status: 200, body },
    { status: 200, body },
  ];
  expect((await yunsu('stock', 'VX', '--csv')).out[0]?.split('\r\n')[4]).toBe(
    '"wentOut","sold","","","","","4","","KGM","4","e2 e3 e4 e5"',
  );
  expect(JSON.parse((await yunsu('stock', 'VX', '--json')).out[0] ?? '')).toEqual(body);
});

test('a balance of a party says what it gave too much', async () => {
  const term = (kind: string, quantity: string) => ({ kind, quantity, events: [], count: 0 });
  answers = [
    {
      status: 200,
      body: {
        party: { name: 'Market', kind: 'company', masked: false },
        product: { uri: 'https://id.gs1.org/01/09521234015017', name: 'Leaf' },
        from: '2026-03-01T00:00:00Z',
        to: '2026-04-01T00:00:00Z',
        asKnownAt: { number: '7', time: '2026-08-20T00:00:00Z' },
        balance: [
          {
            uom: 'KGM',
            cameIn: [term('bought', '60'), term('unexplained', '30')],
            wentOut: [term('sold', '90')],
            left: '0',
            excess: '30',
          },
        ],
        units: 1,
        truncated: null,
      },
    },
  ];
  const [from, to] = ['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'];
  const { out } = await yunsu('balance', 'P', 'G', '--from', from, '--to', to);
  expect(asked[0]?.url).toContain('/api/party-balances?party=P&product=G&from=2026');
  expect(out).toEqual([
    'Market  Leaf  2026-03-01 08:00 – 2026-04-01 08:00',
    '',
    '  + received     60 kg',
    '  + unexplained  30 kg',
    '  − sold         90 kg',
    '  = left          0 kg',
    '  30 kg more went out than there was and than the records brought in.',
    '',
    'As known at 2026-08-20 08:00',
  ]);
});

test('a code that nobody can read is refused with the server’s words', async () => {
  answers = [{ status: 400, body: { ...problem, title: 'Unreadable', detail: 'Unreadable', status: 400 } }];
  const { exit, err } = await yunsu('trace', '???');
  expect([exit, err]).toEqual([Exit.refused, ['Unreadable. Send a key.']]);
});

test('identify needs no server', async () => {
  const { exit, out } = await yunsu('identify', '095212340400000019', '--url', 'http://127.0.0.1:9');
  expect(exit).toBe(Exit.done);
  expect(out.join('\n')).toContain('https://id.gs1.org/00/095212340400000019');
  expect(asked).toEqual([]);
});

test('a server that is not there is a sentence and exit code 3', async () => {
  const gone = createServer().listen(0, '127.0.0.1');
  await once(gone, 'listening');
  const address = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`;
  gone.close();
  await once(gone, 'close');
  const { exit, err } = await yunsu('trace', '0123', '--url', address);
  expect([exit, err]).toEqual([Exit.unreachable, [`${address} cannot be reached: ECONNREFUSED`]]);
});

test('a server that cannot work at the moment counts as out of reach', async () => {
  answers = [{ status: 503, body: { ...problem, status: 503, code: 'unavailable' } }];
  expect((await yunsu('capture', good)).exit).toBe(Exit.unreachable);
});

test('wrong usage says what is wrong and how it goes', async () => {
  const { exit, err } = await yunsu('fly');
  expect(exit).toBe(Exit.usage);
  expect(err[0]).toContain('fly');
  expect(err.join('\n')).toContain('Exit codes');
});

test('help is an answer, not a mistake', async () => {
  expect(await yunsu('help')).toMatchObject({ exit: Exit.done, err: [] });
});
