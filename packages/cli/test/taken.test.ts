import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formNames, traceForms } from '@yunsu/api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chilli, givenChilli, LOT } from '../../server/test/taken/given.ts';
import { readWorkbook, recordsOf } from '../../server/test/taken/read-workbook.ts';
import { Exit } from '../src/exit.ts';
import { run } from '../src/run.ts';

const opened = new AsyncDisposableStack();
let chilli: Chilli;
let env: { YUNSU_URL: string; YUNSU_KEY: string };
let folder: string;

beforeAll(async () => {
  chilli = opened.use(await givenChilli());
  const url = await chilli.given.app.listen({ host: '127.0.0.1', port: 0 });
  const key = await chilli.given.keyOf({ plane: 'regulator', scopes: ['*:53:*'] });
  env = { YUNSU_URL: url, YUNSU_KEY: key };
});
afterAll(() => opened.disposeAsync());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunsu-taken-'));
  return () => rm(folder, { recursive: true, force: true });
});

async function yunsu(...argv: string[]) {
  const [out, err, bytes]: [string[], string[], Buffer[]] = [[], [], []];
  const terminal = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    bytes: (piece: Uint8Array) => bytes.push(Buffer.from(piece)),
  };
  const exit = await run([...argv, '--lang', 'en'], env, terminal);
  return { exit, out, err, bytes: Buffer.concat(bytes) };
}

test('a trace goes into a file of every form, whole, beside the answer', async () => {
  const files = formNames(traceForms).map((form) => [form, join(folder, `trace.${form}`)] as const);
  const asked = await yunsu('trace', LOT, ...files.flatMap(([form, file]) => [`--${form}`, file]));
  expect(asked.exit).toBe(Exit.done);
  expect(asked.out.slice(-files.length).map((line) => line.split(' (')[0])).toEqual(
    files.map(([, file]) => `Wrote ${file}`),
  );
  expect(asked.out[0]).toContain('Came from');
  expect((await readdir(folder)).sort()).toEqual(files.map(([form]) => `trace.${form}`).sort());
  const bytes = new Map(
    await Promise.all(files.map(async ([form, file]) => [form, await readFile(file)] as const)),
  );
  expect(readWorkbook(bytes.get('xlsx')!).map(({ name }) => name)).toContain('Nodes');
  expect(JSON.parse(String(bytes.get('epcis'))).type).toBe('EPCISDocument');
  expect(String(bytes.get('csv'))).toContain(LOT);
  expect(String(bytes.get('graphml'))).toContain('<graphml');
  expect(String(bytes.get('ndjson')).trimEnd().split('\n').at(-1)).toContain('"end"');
  expect(String(bytes.get('svg'))).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
});

test('- gives the file alone, byte for byte', async () => {
  const file = join(folder, 'a.jsonl');
  await yunsu('trace', LOT, '--ndjson', file);
  const piped = await yunsu('trace', LOT, '--ndjson', '-');
  expect(piped).toMatchObject({ exit: Exit.done, out: [], err: [] });
  expect(piped.bytes.equals(await readFile(file))).toBe(true);
  expect((await readdir(folder)).length).toBe(1);
});

test('a file that is there is left as it is, and nothing of the new one is left', async () => {
  const file = join(folder, 'a.csv');
  await writeFile(file, 'mine');
  expect(await yunsu('trace', LOT, '--csv', file)).toMatchObject({
    exit: Exit.refused,
    err: [expect.stringContaining('was not written over')],
  });
  expect(await readFile(file, 'utf8')).toBe('mine');
  expect(await readdir(folder)).toEqual(['a.csv']);
});

test('what the server refuses leaves no file', async () => {
  const { YUNSU_URL } = env;
  const argv = ['trace', LOT, '--epcis', join(folder, 'a.jsonld'), '--lang', 'en'];
  const err: string[] = [];
  const terminal = { out: () => {}, err: (line: string) => err.push(line), bytes: () => {} };
  expect(await run(argv, { YUNSU_URL }, terminal)).toBe(Exit.refused);
  expect(err.join()).toContain('key');
  expect(await readdir(folder)).toEqual([]);
});

test('a history goes into a workbook with every event, and is told as JSON beside it', async () => {
  const file = join(folder, 'history.xlsx');
  const { exit, out, err } = await yunsu('history', LOT, '--xlsx', file, '--json');
  expect([exit, err[0]]).toEqual([Exit.done, expect.stringContaining(`Wrote ${file}`)]);
  const { events } = JSON.parse(out[0]!) as { events: { eventID: string }[] };
  const [sheet] = readWorkbook(await readFile(file));
  expect(recordsOf(sheet!).map((row) => row.eventID)).toEqual(events.map(({ eventID }) => eventID));
});
