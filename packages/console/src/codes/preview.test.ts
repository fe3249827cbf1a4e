import { expect, test } from 'vitest';
import { previewRange, schemeName } from './preview.ts';

const draft = { scheme: 'gtin', stem: '09521234045014', digits: '6', from: '', to: '' } as const;

test('a range shows its first and last code before it is given', () => {
  expect(previewRange(draft)).toEqual({
    ok: true,
    first: '(01)09521234045014(21)000000',
    last: '(01)09521234045014(21)999999',
    count: 1_000_000n,
  });
  expect(previewRange({ ...draft, from: '10', to: '19' })).toMatchObject({
    first: '(01)09521234045014(21)000010',
    last: '(01)09521234045014(21)000019',
    count: 10n,
  });
});

test('a wrong stem, length or number is told at its field', () => {
  expect(previewRange({ ...draft, stem: '09521234045015' })).toMatchObject({ ok: false, field: 'stem' });
  expect(previewRange({ ...draft, stem: '' })).toMatchObject({ ok: false, field: 'stem' });
  expect(previewRange({ ...draft, digits: '21' })).toMatchObject({ ok: false, field: 'digits' });
  expect(previewRange({ ...draft, from: '1000000' })).toMatchObject({ ok: false, field: 'from' });
  expect(previewRange({ ...draft, from: '-1' })).toMatchObject({ ok: false, field: 'from' });
  expect(previewRange({ ...draft, to: '1000000' })).toMatchObject({ ok: false, field: 'to' });
  expect(previewRange({ ...draft, from: '9', to: '8' })).toMatchObject({ ok: false, field: 'to' });
});

test('a scheme is called by its name, and an unknown one by its id', () => {
  expect(schemeName('sscc', 'en')).toContain('SSCC');
  expect(schemeName('toString', 'zh')).toBe('toString');
});
