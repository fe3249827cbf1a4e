import { expect, test } from 'vitest';
import { type Report, summarise } from './test-summary.ts';

const report = (counts: Partial<Report>): Report => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
  ...counts,
});

test('a good run ends with its counts', () => {
  expect(summarise(report({ numPassedTests: 7 }), true, [])).toEqual({
    lines: ['7 passed, 0 failed'],
    failed: 0,
  });
});

test('skipped tests are told and fail nothing', () => {
  const summary = summarise(report({ numPassedTests: 7, numPendingTests: 1, numTodoTests: 1 }), true, []);
  expect(summary).toEqual({ lines: ['7 passed, 0 failed, 2 skipped'], failed: 0 });
});

test('a failed check, an unreadable file and a failed test count as one each', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'failed', assertionResults: [] },
    { name: 'b.test.ts', status: 'failed', assertionResults: [{}] },
  ];
  const summary = summarise(report({ numPassedTests: 3, numFailedTests: 1, testResults }), false, [
    'The types',
  ]);
  expect(summary.failed).toBe(3);
  expect(summary.lines.at(-1)).toBe('3 passed, 3 failed');
});

test('a run that failed without a failed test, or wrote no report, has failed', () => {
  expect(summarise(report({ numPassedTests: 3 }), false, []).lines.at(-1)).toBe('3 passed, 1 failed');
  expect(summarise(undefined, false, []).lines.at(-1)).toBe('0 passed, 1 failed');
});
