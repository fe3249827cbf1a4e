import { SHEET_LABELS_MAX } from '@yunsu/api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filesOf, pagesOf } from './print-run.ts';

const run = { from: 1, to: 100, startAt: 1, perPage: 24, labelsMax: SHEET_LABELS_MAX };

test('a run up to the limit is one file, and one past it two', () => {
  const roll = { ...run, perPage: 1 };
  expect(filesOf({ ...roll, to: SHEET_LABELS_MAX })).toEqual([{ from: 1, to: SHEET_LABELS_MAX, startAt: 1 }]);
  expect(filesOf({ ...roll, to: SHEET_LABELS_MAX + 1 })).toEqual([
    { from: 1, to: SHEET_LABELS_MAX, startAt: 1 },
    { from: SHEET_LABELS_MAX + 1, to: SHEET_LABELS_MAX + 1, startAt: 1 },
  ]);
});

test('only the first file begins on a used sheet, and pages are counted with its used labels', () => {
  expect(filesOf({ ...run, startAt: 21 })).toEqual([{ from: 1, to: 100, startAt: 21 }]);
  expect(pagesOf({ ...run, startAt: 21 })).toBe(5);
  expect(pagesOf({ ...run, to: 24 })).toBe(1);
  expect(pagesOf({ ...run, to: 24, startAt: 2 })).toBe(2);
});

test('files hold every label once, none too many, and full pages between them', () => {
  const numbers = fc.record({
    from: fc.integer({ min: 1, max: 50_000 }),
    count: fc.integer({ min: 1, max: 20_000 }),
    perPage: fc.constantFrom(1, 10, 24, 65),
    used: fc.integer({ min: 0, max: 64 }),
  });
  fc.assert(
    fc.property(numbers, ({ from, count, perPage, used }) => {
      const startAt = 1 + (used % perPage);
      const to = from + count - 1;
      const files = filesOf({ from, to, startAt, perPage, labelsMax: SHEET_LABELS_MAX });
      let next = from;
      for (const [index, file] of files.entries()) {
        expect(file.from).toBe(next);
        const labels = file.to - file.from + 1;
        expect(labels).toBeLessThanOrEqual(SHEET_LABELS_MAX);
        expect(file.startAt).toBe(index === 0 ? startAt : 1);
        if (index < files.length - 1) expect((labels + file.startAt - 1) % perPage).toBe(0);
        next = file.to + 1;
      }
      expect(next).toBe(to + 1);
    }),
  );
});
