import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identify } from '../identify.ts';
import { parseIdentifier } from '../parse-identifier.ts';
import {
  BASE32,
  completeProvincial,
  formatProvincial,
  PROVINCIAL_LONG,
  PROVINCIAL_SHORT,
} from './provincial.ts';

const prefix = 'urn:yunsu:code:provincial:';
const isCode = (code: string) => parseIdentifier(prefix + code).ok;

const code = fc
  .tuple(
    fc.constantFrom('11', '31', '53', '65'),
    fc.constantFrom(...'BECAPZ'),
    fc.constantFrom(PROVINCIAL_SHORT, PROVINCIAL_LONG),
    fc.array(fc.constantFrom(...BASE32), { minLength: PROVINCIAL_LONG, maxLength: PROVINCIAL_LONG }),
  )
  .map(([province, kind, length, rest]) =>
    completeProvincial((province + kind + rest.join('')).slice(0, length - 1)),
  );

const replaced = (text: string, at: number, character: string) =>
  text.slice(0, at) + character + text.slice(at + 1);

test('exactly one check character fits', () => {
  fc.assert(
    fc.property(code, (good) => {
      const fitting = [...BASE32].filter((last) => isCode(good.slice(0, -1) + last));
      expect(fitting).toEqual([good.at(-1)]);
    }),
  );
});

test('every single wrong character is caught, at every place', () => {
  fc.assert(
    fc.property(code, (good) => {
      for (let at = 0; at < good.length; at++) {
        for (const wrong of BASE32) {
          if (wrong !== good.charAt(at))
            expect(isCode(replaced(good, at, wrong)), `${good} ${at} ${wrong}`).toBe(false);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('every exchange of two different characters is caught, of neighbours and of others', () => {
  fc.assert(
    fc.property(code, (good) => {
      for (let i = 0; i < good.length; i++) {
        for (let j = i + 1; j < good.length; j++) {
          const [a, b] = [good.charAt(i), good.charAt(j)];
          if (a === b) continue;
          expect(isCode(replaced(replaced(good, i, b), j, a)), `${good} ${i} ${j}`).toBe(false);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a code is printed in groups of four and read back from them', () => {
  expect(formatProvincial('53B47K2M9QXK')).toBe('53B4-7K2M-9QXK');
  expect(formatProvincial('53E0123456789ABC')).toBe('53E0-1234-5678-9ABC');
  fc.assert(
    fc.property(code, (good) => {
      const printed = formatProvincial(good);
      for (const text of [printed, printed.toLowerCase(), printed.replaceAll('-', ' '), good]) {
        expect(identify(text)[0]).toMatchObject({ scheme: 'provincial', uri: prefix + good, issues: [] });
      }
    }),
  );
});

test('a wrong check character is refused at its place, in groups and without', () => {
  for (const [text, at] of [
    ['53B4-7K2M-9QXJ', 13],
    ['53B47K2M9QXJ', 11],
    [' 53b4 7k2m 9qxj', 14],
  ] as const) {
    expect(identify(text)[0], text).toMatchObject({ scheme: 'provincial', issues: [{ at }] });
  }
  expect(parseIdentifier(`${prefix}53B4-7K2M-9QXJ`)).toEqual({
    ok: false,
    at: prefix.length + 13,
    reason:
      'The check character of this provincial code should be K, not J; one or more characters were misread.',
    reasonZh: '该省级追溯码的校验码应为 K，而不是 J；有字符读错或抄错。',
  });
});

test.each([
  ['53B47K2M9QXK', 'lot', '批'],
  ['53E47K2M9QXE', 'item', '件'],
  ['53C000000016', 'container', '箱'],
  ['53A0000000Z9', 'asset', '资产'],
  ['53PWXYZTVRSV', 'place', '场所'],
  ['53Z98765432J', 'certificate', '证书'],
])('%s names a %s and says so in words', (text, level, zh) => {
  const [first] = identify(text);
  expect(first?.level).toBe(level);
  expect(first?.inWords.map(({ part, meaning }) => [part, meaning?.zh])).toEqual([
    ['division', '云南省'],
    ['kind', zh],
    ['number', undefined],
    ['check', undefined],
  ]);
});

test('a province that no table knows is a doubt, not a refusal', () => {
  expect(isCode('99B47K2M9QX9')).toBe(false);
  const strange = completeProvincial('16B47K2M9QX');
  expect(identify(strange)[0]).toMatchObject({ scheme: 'provincial', confidence: 0.5, issues: [{ at: 0 }] });
  expect(isCode(strange)).toBe(true);
});

test('a check character is made of characters of the alphabet only', () => {
  expect(() => completeProvincial('53B4-7K2M-9QX')).toThrow(RangeError);
  expect(() => completeProvincial('53BU7K2M9QX')).toThrow(RangeError);
});
