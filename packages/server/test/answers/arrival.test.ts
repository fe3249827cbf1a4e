import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Client, TraceAnswer } from '@yunsu/api';
import { completeUscc } from '@yunsu/identifiers';
import { expect, test } from 'vitest';
import { createRandom } from '../../bench/random.ts';
import { type Given, givenServer } from '../http/given.ts';

const stories = resolve(import.meta.dirname, '../../../../fixtures/stories');
const PLATFORM = `urn:yunsu:party:${completeUscc('91530000MA6TE009')}`;

interface Registers {
  readonly parties: { uri: string }[];
  readonly licences: object[];
}

function readDocuments(story: string): Buffer[] {
  const folder = join(stories, story);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonld'))
    .sort();
  return names.map((name) => readFileSync(join(folder, name)));
}

/** A server that knows the registers of a story and a platform that speaks for all of its firms. */
async function givenStory(story: string): Promise<{ given: Given; regulator: Client; sender: Client }> {
  const given = await givenServer();
  const regulator = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  const registers = JSON.parse(readFileSync(join(stories, story, 'registers.json'), 'utf8')) as Registers;
  const validFrom = '2020-01-01';
  const delegations = registers.parties.map(({ uri }, n) => ({
    party: PLATFORM,
    type: 'delegation',
    number: `TEST-${n}`,
    scope: uri,
    validFrom,
  }));
  const body = { ...registers, licences: [...registers.licences, ...delegations] };
  await regulator.loadRegisters({ body: body as never });
  return { given, regulator, sender: await given.firm(PLATFORM) };
}

function shuffled<T>(all: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  const rest = [...all];
  return all.map(() => rest.splice(random.below(rest.length), 1)[0] as T);
}

/** What is asked of every arrival; event numbers, record times and "known at" may differ, nothing else. */
async function answersOf(client: Client, codes: readonly string[]): Promise<unknown> {
  const answers: unknown[] = [];
  for (const code of codes) {
    for (const direction of ['back', 'forward'] as const) {
      const { asKnownAt: _, ...trace }: TraceAnswer = await client.traceCode({ code, direction });
      answers.push(trace);
    }
    const { lastEvent, ...unit } = await client.readUnit({ code });
    answers.push({ ...unit, lastEvent: lastEvent?.eventID });
  }
  return answers;
}

const cases = [
  {
    story: 'S01',
    codes: ['https://id.gs1.org/01/09521234015031/21/C0117', 'https://id.gs1.org/01/09521234015017/10/FL1'],
  },
  {
    story: 'S04',
    codes: ['https://id.gs1.org/00/095212340400000019', 'https://id.gs1.org/01/09521234045014/10/VX-0818'],
  },
  { story: 'S02', codes: ['https://id.gs1.org/00/095212340200000011'] },
  { story: 'S03', codes: ['https://id.gs1.org/01/09521234035046/10/CU1'] },
  { story: 'S05', codes: ['https://id.gs1.org/01/09521234055013/21/85905050000000000013'] },
  { story: 'S06', codes: ['https://id.gs1.org/01/09521234065043/21/Q0088'] },
  { story: 'S07', codes: ['https://id.gs1.org/01/09521234075011/21/B0001'] },
  {
    story: 'S09',
    codes: [
      'https://id.gs1.org/00/095212340900000038',
      'https://id.gs1.org/01/09521234095019/21/9260320A00147',
    ],
  },
  {
    story: 'S12',
    codes: [
      'https://id.gs1.org/01/09521234125013/10/CB-2026-01',
      'https://id.gs1.org/01/09521234125051/10/NM-2026-05',
    ],
  },
  {
    story: 'S13',
    codes: [
      'https://id.gs1.org/01/09521234135012/10/HS-0905-07',
      'https://id.gs1.org/01/09521234135029/10/KN-1',
    ],
  },
];

test.each(cases)(
  '$story gives the same answers in whatever order its documents arrive, and however often',
  async ({ story, codes }) => {
    const documents = readDocuments(story);
    let expected: unknown;
    for (const order of [
      documents,
      documents.toReversed(),
      [...shuffled(documents, 1), ...shuffled(documents, 2)],
    ]) {
      const { given, regulator, sender } = await givenStory(story);
      await using _ = given;
      for (const document of order) await sender.captureEvents({ body: document });
      const answers = await answersOf(regulator, codes);
      expected ??= answers;
      expect(answers).toEqual(expected);
    }
  },
  120_000,
);
