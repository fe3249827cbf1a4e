import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeUscc, isUscc, organisationCheck, parseUscc, USCC_ALPHABET } from './uscc.ts';

test.each(['91350100M000100Y43', '91530103MA6YN00129', '93530822MA6TEA0164'])('%s is a code', (code) => {
  expect(isUscc(code)).toBe(true);
  expect(parseUscc(code.toLowerCase())).toEqual({
    ok: true,
    uscc: code,
    kind: code.slice(0, 2),
    division: code.slice(2, 8),
    organisation: code.slice(8, 17),
  });
  expect(completeUscc(code.slice(0, 16))).toBe(code);
});

test('the sample that the standard prints ends in 3, not in a letter outside its alphabet', () => {
  expect(parseUscc('91350100M000100Y4Z')).toMatchObject({ ok: false, at: 17 });
  expect(parseUscc('91350100M000100Y44')).toMatchObject({
    ok: false,
    at: 17,
    reason: 'The check character of this unified social credit code should be 3, not 4.',
  });
});

test('the organisation code inside has its own check character', () => {
  expect(organisationCheck('M000100Y')).toBe('4');
  expect(organisationCheck('MA6YN001')).toBe('2');
  expect(organisationCheck('MA6TEA01')).toBe('6');
});

test('a code is written in capitals, but read either way', () => {
  expect(isUscc('91530103ma6yn00129')).toBe(false);
  expect(parseUscc('91530103ma6yn00129').ok).toBe(true);
});

test('a length or a character that cannot be is refused at its place', () => {
  expect(parseUscc('')).toMatchObject({ ok: false, at: 0 });
  expect(parseUscc('91350100M000100Y4')).toMatchObject({ ok: false, at: 17 });
  expect(parseUscc('91350100M000100Y433')).toMatchObject({ ok: false, at: 18 });
  expect(parseUscc('91350100MO00100Y43')).toMatchObject({ ok: false, at: 9 });
  expect(parseUscc('9135010XM000100Y43')).toMatchObject({ ok: false, at: 2 });
  expect(() => completeUscc('9135010')).toThrow(RangeError);
  expect(() => completeUscc('91350100MO00100Y')).toThrow(RangeError);
});

test('exactly one last character fits', () => {
  const character = fc.constantFrom(...USCC_ALPHABET);
  const body = fc
    .tuple(
      fc.array(character, { minLength: 2, maxLength: 2 }),
      fc.array(fc.constantFrom(...'0123456789'), { minLength: 6, maxLength: 6 }),
      fc.array(character, { minLength: 8, maxLength: 8 }),
    )
    .map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(body, (first16) => {
      const code = completeUscc(first16);
      const fitting = [...USCC_ALPHABET].filter((last) => isUscc(code.slice(0, 17) + last));
      expect(fitting).toEqual([code.charAt(17)]);
    }),
  );
});
