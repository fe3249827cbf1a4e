import { expect, test } from 'vitest';
import { gs1Cases } from '../../../test/gs1-cases.ts';
import { type LinterVector, officialLinterSets } from '../../../test/gs1-codes.ts';
import { lintWords } from './lint-words.ts';
import type { CompanyPrefixes, LintFault } from './linter.ts';
import { type LinterName, linters } from './table.ts';

/** The one name that GS1 spells wrong. */
const spelling: Readonly<Record<string, string>> = {
  coupon_invalid_exipiration_date: 'coupon_invalid_expiration_date',
};

function codeOf(official: string): string {
  const code = official.toLowerCase();
  return spelling[code] ?? code;
}

/** `01*2*3` marks the `2`. */
function withMarks(value: string, fault: LintFault): string {
  const end = fault.at + fault.length;
  return `${value.slice(0, fault.at)}*${value.slice(fault.at, end)}*${value.slice(end)}`;
}

/** Answers that every prefix is known, but what stands at the last of them. */
function exceptLast(name: LinterName, value: string, answer: 'unknown' | 'unavailable'): CompanyPrefixes {
  let asked = 0;
  linters[name](value, () => {
    asked++;
    return 'known';
  });
  let now = 0;
  return () => (++now === asked ? answer : 'known');
}

/** The register that a vector stands for: GS1's tests run a second time with one that knows nothing, or is not there. */
function registerOf(name: LinterName, { in: value, err, markup }: LinterVector) {
  if (err === 'GCP_DATASOURCE_OFFLINE') return exceptLast(name, value, 'unavailable');
  const whole = err === 'INVALID_GCP_PREFIX' && !/\*[^*]\*/.test(markup ?? '');
  return whole ? exceptLast(name, value, 'unknown') : undefined;
}

function judge(name: LinterName, vector: LinterVector): string | null {
  const fault = linters[name](vector.in, registerOf(name, vector));
  const wanted = vector.ok ? 'ok' : `${codeOf(vector.err ?? '')} ${vector.markup}`;
  const got = fault ? `${fault.code} ${withMarks(vector.in, fault)}` : 'ok';
  return got === wanted ? null : `${JSON.stringify(vector.in)}: ${got}, not ${wanted}`;
}

/**
 * Eleven vectors of the company prefix have the names of C variables instead of values: GS1's tests run them in a loop over
 * the lengths. They are the first three and two sentences of the loops below.
 */
const isLoop = (vector: LinterVector) => vector.in === 'data';

function prefixLoops(name: LinterName, lead: string): LinterVector[] {
  const vectors: LinterVector[] = [
    { ok: true, in: `${lead}01234` },
    { ok: true, in: `${lead}0123` },
    { ok: true, in: `${lead}0123A` },
  ];
  for (let length = name === 'gcppos2' ? 1 : 0; length < 4; length++) {
    const digits = '0123'.slice(0, length);
    vectors.push({ ok: false, in: lead + digits, err: 'TOO_SHORT_FOR_GCP', markup: `${lead}*${digits}*` });
  }
  if (lead !== '') {
    for (const text of [lead, '']) {
      vectors.push({ ok: false, in: text, err: 'TOO_SHORT_FOR_GCP', markup: `*${text}*` });
    }
  }
  for (let at = 0; at < 4; at++) {
    const [before, after] = ['0123'.slice(0, at), 'A'.repeat(4 - at)];
    vectors.push({
      ok: false,
      in: `${lead + before}A${after}`,
      err: 'INVALID_GCP_PREFIX',
      markup: `${lead + before}*A*${after}`,
    });
  }
  return vectors;
}

const names = Object.keys(linters) as LinterName[];

test.each(names)('%s judges its own small cases', (name) => {
  const cases = gs1Cases('linters.txt').filter(([linter]) => linter === name);
  expect(cases.length).toBeGreaterThanOrEqual(2);
  for (const [, value = '', verdict = ''] of cases) {
    const fault = linters[name](value);
    expect(fault ? `${fault.code} ${withMarks(value, fault)}` : 'ok', value).toBe(verdict);
  }
});

test('a company prefix is looked up only where a register is lent', () => {
  for (const [name, at] of [
    ['gcppos1', 0],
    ['gcppos2', 1],
  ] as const) {
    expect(linters[name]('6901234000016')).toBeNull();
    const asked: string[] = [];
    const unknown = linters[name]('6901234000016', (digits) => {
      asked.push(digits);
      return 'unknown';
    });
    expect(asked).toEqual(['6901234000016'.slice(at)]);
    expect(unknown).toEqual({ code: 'invalid_gcp_prefix', at, length: 13 - at });
    const offline = linters[name]('6901234000016', () => 'unavailable');
    expect(offline).toEqual({ code: 'gcp_datasource_offline', at, length: 13 - at });
    for (const vector of prefixLoops(name, at === 0 ? '' : 'I')) expect(judge(name, vector)).toBeNull();
  }
});

test('every official vector has its verdict, its code and its marks', () => {
  const sets = officialLinterSets();
  if (sets === undefined) return;
  expect(Object.keys(sets).toSorted()).toEqual(names.toSorted());
  let judged = 0;
  let loops = 0;
  const wrong: string[] = [];
  for (const name of names) {
    for (const vector of sets[name] ?? []) {
      if (isLoop(vector)) {
        loops++;
        continue;
      }
      judged++;
      const verdict = judge(name, vector);
      if (verdict !== null) wrong.push(`${name} ${verdict}`);
      if (vector.err) expect(lintWords(codeOf(vector.err) as never).zh, vector.err).not.toContain('某字段');
    }
  }
  expect(wrong).toEqual([]);
  expect(judged + loops).toBe(5682);
  expect(loops).toBe(11);
});
