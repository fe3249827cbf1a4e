import { identify } from '@yunsu/identifiers';
import { describe, expect, test } from 'vitest';
import { unknownAnswer } from '../../test/public/answer-parts.ts';
import { CODE_LENGTH_MAX, findAnswer, READINGS_MAX, type Sources } from './find-answer.ts';

/** Sources that know the given URIs and count what they are asked. */
function sourcesOf(...known: readonly string[]) {
  const asked: string[] = [];
  const sources: Sources = {
    identify,
    readAnswer: async (candidate, code) => {
      asked.push(candidate.uri);
      const answer = unknownAnswer(candidate.uri);
      const state = known.includes(candidate.uri) ? ('active' as const) : ('unknown' as const);
      return { ...answer, code, candidate, unit: { ...answer.unit, state } };
    },
  };
  return { sources, asked };
}

const digits = '9521234040019';
const gtin = 'https://id.gs1.org/01/09521234040019';
const gln = 'https://id.gs1.org/414/9521234040019';

describe('digits that fit several schemes', () => {
  test('are answered in the one reading that is known', async () => {
    const finding = await findAnswer(digits, sourcesOf(gln).sources);
    expect(finding).toMatchObject({ kind: 'answer', answer: { candidate: { uri: gln } } });
  });

  test('are a choice where several readings are known', async () => {
    const finding = await findAnswer(digits, sourcesOf(gtin, gln).sources);
    expect(finding).toMatchObject({ kind: 'ambiguous', candidates: [{ uri: gtin }, { uri: gln }] });
  });

  test('are unknown in the likeliest reading where none is', async () => {
    const finding = await findAnswer(digits, sourcesOf().sources);
    expect(finding).toMatchObject({
      kind: 'answer',
      answer: { candidate: { uri: gtin }, unit: { state: 'unknown' } },
    });
  });

  test('are said with every other reading that was looked up in vain, and with none beside a record', async () => {
    const unknown = await findAnswer(digits, sourcesOf().sources);
    const others = unknown.kind === 'answer' ? unknown.others.map(({ uri }) => uri) : [];
    expect(others).toContain(gln);
    expect(others).not.toContain(gtin);
    expect(await findAnswer(digits, sourcesOf(gln).sources)).toMatchObject({ others: [] });
  });

  test.each([
    ['not_issued', 'elsewhere'],
    ['not_activated', 'not_issued'],
    ['code_void', 'unknown'],
  ] as const)('are answered as %s rather than as %s', async (more, less) => {
    const sources: Sources = {
      identify,
      readAnswer: async (candidate, code) => {
        const answer = unknownAnswer(candidate.uri);
        const state = candidate.uri === gln ? more : less;
        return { ...answer, code, candidate, unit: { ...answer.unit, state } };
      },
    };
    const finding = await findAnswer(digits, sources);
    expect(finding).toMatchObject({
      kind: 'answer',
      answer: { candidate: { uri: gln }, unit: { state: more } },
    });
  });
});

test('a code is of elsewhere only where its likeliest reading is', async () => {
  const find = async (foreign: string) => {
    const { sources } = sourcesOf();
    const finding = await findAnswer(digits, {
      ...sources,
      readAnswer: async (candidate, code) => {
        const answer = await sources.readAnswer(candidate, code);
        const state = candidate.uri === foreign ? ('elsewhere' as const) : ('unknown' as const);
        return { ...answer, unit: { ...answer.unit, state } };
      },
    });
    return finding.kind === 'answer' && finding.answer.unit.state;
  };
  expect(await find(gtin)).toBe('elsewhere');
  expect(await find(gln)).toBe('unknown');
});

describe('the number of a person', () => {
  test.each([
    '110101199003074477',
    '110101199003074475',
    '11010119900307447X',
    '身份证号：110101199003074477',
  ])('%s is not looked up', async (number) => {
    const { sources, asked } = sourcesOf();
    expect(await findAnswer(number, sources)).toEqual({ kind: 'personal' });
    expect(asked).toEqual([]);
  });

  const reading = (scheme: string, confidence: number) => {
    const [candidate] = identify('095212340400000019');
    if (!candidate) throw new Error('an SSCC is read');
    return { ...candidate, scheme, confidence };
  };
  const find = async (...candidates: readonly ReturnType<typeof reading>[]) => {
    const { sources, asked } = sourcesOf();
    const finding = await findAnswer('1', { ...sources, identify: () => candidates });
    return { kind: finding.kind, asked: asked.length };
  };

  test('is not looked up, not even beside another reading or with a mistake in it', async () => {
    expect(await find(reading('citizen-id', 0.9))).toEqual({ kind: 'personal', asked: 0 });
    expect(await find(reading('sscc', 0.9), reading('citizen-id', 0.5))).toEqual({
      kind: 'personal',
      asked: 0,
    });
    expect(await find(reading('citizen-id', 0.05), reading('sscc', 0.01))).toEqual({
      kind: 'personal',
      asked: 0,
    });
    const mistyped = await find(reading('uscc', 0.095), reading('citizen-id', 0.09));
    expect(mistyped).toEqual({ kind: 'personal', asked: 0 });
  });

  test('is not seen in a sound code that would be a mistyped one', async () => {
    expect(await find(reading('sscc', 0.9), reading('citizen-id', 0.05))).toEqual({
      kind: 'answer',
      asked: 1,
    });
  });
});

test('spaces around a code mean nothing', async () => {
  const { sources, asked } = sourcesOf();
  await findAnswer('  095212340400000019\n', sources);
  expect(asked).toEqual(['https://id.gs1.org/00/095212340400000019']);
});

test('a wrong check digit is refused with its place, and nothing is looked up', async () => {
  const { sources, asked } = sourcesOf();
  const finding = await findAnswer('095212340400000018', sources);
  expect(finding.kind === 'unreadable' && finding.candidates[0]).toMatchObject({
    scheme: 'sscc',
    issues: [{ at: 17 }],
  });
  expect(asked).toEqual([]);
});

test.each(['', '   ', 'hello', '你好', '\u0000'])('%j is unreadable', async (text) => {
  expect((await findAnswer(text, sourcesOf().sources)).kind).toBe('unreadable');
});

test('a text at the bound is read, one character more is refused as too long', async () => {
  const prefix = 'https://example.com/';
  const at = prefix.padEnd(CODE_LENGTH_MAX, 'x');
  const { sources } = sourcesOf();
  const long = await findAnswer(`${at}x`, sources);
  expect(long).toMatchObject({ kind: 'unreadable', faults: [{ zh: expect.stringContaining('太长') }] });
  const bound = await findAnswer(at, sources);
  expect(bound.kind === 'unreadable' && bound.faults[0]?.zh.includes('太长')).toBe(false);
});

test('no more readings than the bound are looked up', async () => {
  const [candidate] = identify('095212340400000019');
  if (!candidate) throw new Error('an SSCC is read');
  const { sources, asked } = sourcesOf();
  const many = (count: number) => ({
    ...sources,
    identify: () => Array.from({ length: count }, () => candidate),
  });
  await findAnswer('1', many(READINGS_MAX));
  await findAnswer('1', many(READINGS_MAX + 1));
  expect(asked).toHaveLength(2 * READINGS_MAX);
});
