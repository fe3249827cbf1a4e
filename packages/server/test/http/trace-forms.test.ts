import type { TraceAnswer } from '@yunsu/api';
import { expect, test } from 'vitest';
import { toGraphml, toTraceCsv } from '../../src/http/trace-forms.ts';
import { documentOf, FARM, givenServer, harvest } from './given.ts';

const code = 'https://id.gs1.org/01/09521234015017/10/L1';

async function givenLot() {
  const given = await givenServer();
  const farm = await given.firm(FARM);
  await farm.captureEvents({ body: Buffer.from(documentOf([harvest('L1')])) });
  const authorization = `Bearer ${await given.keyOf({ plane: 'enterprise', party: FARM })}`;
  const ask = (accept: string, asked = code) =>
    given.app.inject({
      url: `/api/trace?direction=forward&code=${encodeURIComponent(asked)}`,
      headers: { accept, authorization },
    });
  return { given, ask };
}

test('a trace streams as lines, each an object that says what it is', async () => {
  const { given, ask } = await givenLot();
  await using _ = given;
  const answer = await ask('application/x-ndjson');
  expect(answer.headers['content-type']).toBe('application/x-ndjson');
  const lines = answer.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const kinds = lines.map((line) => Object.keys(line));
  expect(kinds).toEqual([['trace'], ['reached'], ['holders', 'counties'], ['node'], ['end']]);
  expect(lines[0]).toMatchObject({ trace: { uri: code, level: 'lot' } });
  expect(lines[1]).toMatchObject({ reached: { units: 1, holders: [{ units: 1 }] } });
  expect(lines[1]?.reached).toMatchObject({ holders: lines[2]?.holders, counties: lines[2]?.counties });
  expect(lines[3]).toMatchObject({ node: { uri: code, quantity: '120.5', uom: 'KGM' } });
  expect(lines[4]).toMatchObject({ end: { nodes: 1, links: 0, truncated: null } });
});

test('a stream for a code that cannot be read is refused before its first line', async () => {
  const { given, ask } = await givenLot();
  await using _ = given;
  expect((await ask('application/x-ndjson', '§')).statusCode).toBe(400);
});

test('a trace is a table for a spreadsheet and a graph for a graph program', async () => {
  const { given, ask } = await givenLot();
  await using _ = given;
  const table = await ask('text/csv');
  expect(table.body.startsWith('\uFEFF"id","uri","level"')).toBe(true);
  expect(table.body.split('\r\n')).toHaveLength(3);
  expect((await ask('application/graphml+xml')).body).toContain('<node id="f0">');
  expect((await ask('text/html')).statusCode).toBe(406);
});

test('a trace is a picture in the language of the reader, which runs nothing where it is opened', async () => {
  const { given, ask } = await givenLot();
  await using _ = given;
  const answer = await ask('image/svg+xml');
  expect(answer.headers['content-type']).toMatch(/^image\/svg\+xml/);
  expect(answer.headers['content-security-policy']).toContain('sandbox');
  expect(answer.headers.vary).toMatch(/accept-language/i);
  expect(answer.body).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(answer.body).toContain('去向图');
  expect(answer.body).toContain('120.5 千克');
});

const node = (name: string): TraceAnswer['nodes'][number] => ({
  id: 'f0',
  uri: code,
  level: 'lot',
  holder: { name, kind: 'company', masked: false },
  place: { name: '', masked: false },
  inferred: false,
  inTransit: false,
  time: '2026-01-01T00:00:00.000Z',
  depth: 0,
});
const answerWith = (name: string): TraceAnswer => ({
  root: 'f0',
  asKnownAt: { number: '1', time: '2026-01-01T00:00:00.000Z' },
  nodes: [node(name)],
  links: [],
  gaps: [],
  truncated: null,
});

test.each(['=1+1', '+1+1', '-1-1', '@SUM(A1)', '\tx', '＝1'])(
  'a name that a spreadsheet would compute is text: %j',
  (name) => {
    expect(toTraceCsv(answerWith(name))).toContain(`"'${name}"`);
  },
);

test('a name with quotes, commas and line breaks stays one cell, and markup stays text', () => {
  expect(toTraceCsv(answerWith('a "b", c\nd'))).toContain('"a ""b"", c\nd"');
  expect(toGraphml(answerWith('<script>&"\u0001'))).toContain('&lt;script&gt;&amp;&quot;\uFFFD');
});
