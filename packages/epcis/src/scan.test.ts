import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExactNumber, isList, isObject, type Json } from './json.ts';
import { DEPTH_MAX, DIGITS_MAX, EXPONENT_MAX, MEMBERS_MAX, scan, scanText } from './scan.ts';
import type { Rule } from './words.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const nestedObjects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

const manyMembers = (count: number) =>
  `{${Array.from({ length: count }, (_, index) => `"m${index}":1`).join(',')}}`;

/** Texts that other readers accept, crash on, or read in different ways. */
const poison: readonly (readonly [what: string, rule: Rule, text: string | Uint8Array])[] = [
  ['nothing', 'unfinished', ''],
  ['white space alone', 'unfinished', ' \n\t '],
  ['a lone opening brace', 'unfinished', '{'],
  ['a lone closing brace', 'unexpected', '}'],
  ['an unfinished name', 'unfinished', '{"a'],
  ['a name without a value', 'unexpected', '{"a"}'],
  ['an unfinished value', 'unfinished', '{"a":'],
  ['an unfinished list', 'unfinished', '[1,'],
  ['an unfinished escape', 'unfinished', '["\\'],
  ['an unfinished unicode escape', 'unfinished', '["\\u12'],
  ['a comma before the end of a list', 'unexpected', '[1,]'],
  ['a comma before the end of an object', 'unexpected', '{"a":1,}'],
  ['a comma at the start', 'unexpected', '[,1]'],
  ['two values without a comma', 'unexpected', '[1 2]'],
  ['a name without quotes', 'unexpected', '{a:1}'],
  ['a name in single quotes', 'unexpected', "{'a':1}"],
  ['a number as name', 'unexpected', '{1:1}'],
  ['a comment', 'unexpected', '[1] // one'.replace('[1] ', '[1 ')],
  ['something after the end', 'trailing-text', '{} {}'],
  ['a letter after the end', 'trailing-text', '[]x'],
  ['NUL after the end', 'trailing-text', '[]\u0000'],
  ['NUL between values', 'unexpected', '[\u00001]'],
  ['a word cut short', 'unexpected', '[tru]'],
  ['a word in capitals', 'unexpected', '[True]'],
  ['NaN', 'unexpected', '[NaN]'],
  ['Infinity', 'unexpected', '[-Infinity]'],
  ['undefined', 'unexpected', '[undefined]'],
  ['a plus sign', 'unexpected', '[+1]'],
  ['a lone minus', 'unexpected', '[-]'],
  ['a leading zero', 'unexpected', '[01]'],
  ['a negative leading zero', 'unexpected', '[-01]'],
  ['a point without digits', 'unexpected', '[1.]'],
  ['a point at the start', 'unexpected', '[.5]'],
  ['an exponent without digits', 'unexpected', '[1e]'],
  ['an exponent with two signs', 'unexpected', '[1e+-1]'],
  ['a hexadecimal number', 'unexpected', '[0x10]'],
  ['nineteen digits', 'digits', '[1234567890123456789]'],
  ['nineteen decimals', 'digits', '[0.0000000000000000001]'],
  ['a million digits', 'digits', `[${'9'.repeat(1_000_000)}]`],
  ['a large exponent', 'exponent', '[1e100000]'],
  ['a small exponent', 'exponent', '[1e-19]'],
  ['an exponent of a million digits', 'exponent', `[1e${'9'.repeat(1_000_000)}]`],
  ['a name twice', 'duplicate-name', '{"action":"ADD","action":"DELETE"}'],
  ['a name twice, once escaped', 'duplicate-name', '{"action":1,"\\u0061ction":2}'],
  ['a name twice, deep inside', 'duplicate-name', '[{"a":{"b":1,"b":1}}]'],
  ['__proto__', 'special-name', '{"__proto__":{"admin":true}}'],
  ['__proto__, escaped', 'special-name', '{"\\u005f_proto__":{}}'],
  ['constructor', 'special-name', '{"constructor":{"prototype":{}}}'],
  ['prototype', 'special-name', '[{"prototype":1}]'],
  ['NUL as escape', 'nul', '["\\u0000"]'],
  ['NUL as escape in a name', 'nul', '{"a\\u0000":1}'],
  ['NUL in a text', 'control-character', '["a\u0000"]'],
  ['a line break in a text', 'control-character', '["a\nb"]'],
  ['a tab in a name', 'control-character', '{"a\tb":1}'],
  ['an unknown escape', 'unexpected', '["\\x41"]'],
  ['a unicode escape that is none', 'unexpected', '["\\u00g0"]'],
  ['control characters as hexadecimal digits', 'unexpected', '["\\u00\u0010\u0011"]'],
  ['a lone high surrogate', 'lone-surrogate', '["\\ud83d"]'],
  ['a lone low surrogate', 'lone-surrogate', '["\\ude00"]'],
  ['surrogates in the wrong order', 'lone-surrogate', '["\\ude00\\ud83d"]'],
  ['a high surrogate before a letter', 'lone-surrogate', '["\\ud83da"]'],
  ['lists too deep', 'depth', nested(DEPTH_MAX + 1)],
  ['objects too deep', 'depth', nestedObjects(DEPTH_MAX + 1)],
  ['a million lists', 'depth', '['.repeat(1_000_000)],
  ['a hundred thousand objects', 'depth', '{"a":'.repeat(100_000)],
  ['more members than an object may have', 'members', manyMembers(MEMBERS_MAX + 1)],
  ['half a million members', 'members', manyMembers(500_000)],
  ['invalid UTF-8', 'utf-8', Uint8Array.of(0x22, 0xff, 0xfe, 0x22)],
  ['an overlong encoding', 'utf-8', Uint8Array.of(0x22, 0xc0, 0xaf, 0x22)],
  ['a surrogate in UTF-8', 'utf-8', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
  ['a cut character', 'utf-8', Uint8Array.of(0x22, 0xe8, 0x8d)],
  ['a byte order mark', 'byte-order-mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d)],
  ['UTF-16', 'utf-8', Uint8Array.of(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00)],
];

describe('a poisonous text is one fault in two languages, soon, and never an exception', () => {
  test.each(poison)('%s', (_what, rule, text) => {
    const start = performance.now();
    const result = scan(typeof text === 'string' ? utf8(text) : text);
    expect(performance.now() - start).toBeLessThan(500);
    if (result.ok) throw new Error('accepted');
    expect(result.fault.rule).toBe(rule);
    expect(result.fault.en).toMatch(/\.$/);
    expect(result.fault.zh).toMatch(/。$/);
  });

  test('there are many of them', () => {
    expect(poison.length).toBeGreaterThan(60);
  });
});

test('nesting, members, digits and exponents are accepted up to their bounds', () => {
  expect(scanText(manyMembers(MEMBERS_MAX)).ok).toBe(true);
  expect(scanText(nested(DEPTH_MAX)).ok).toBe(true);
  expect(scanText(nestedObjects(DEPTH_MAX)).ok).toBe(true);
  expect(scanText(`[${'9'.repeat(DIGITS_MAX)}]`).ok).toBe(true);
  expect(scanText(`[-0.${'9'.repeat(DIGITS_MAX)}]`).ok).toBe(true);
  expect(scanText(`[1e${EXPONENT_MAX},1E-${EXPONENT_MAX},1e+0${EXPONENT_MAX}]`).ok).toBe(true);
});

test('a fault says the line, the column and the pointer', () => {
  const result = scanText('{\n  "a": [1, {"b/c": tru}]\n}');
  expect(result).toMatchObject({ ok: false, fault: { pointer: '/a/1/b~1c' } });
  expect(!result.ok && result.fault.en).toBe('Line 2, column 20: "t" cannot stand here.');
});

test('numbers keep their text', () => {
  const result = scanText('[1.10, -0, 9007199254740993, 1E+2]');
  expect(result.ok && result.value).toEqual(
    ['1.10', '-0', '9007199254740993', '1E+2'].map((text) => new ExactNumber(text)),
  );
});

test('objects inherit nothing', () => {
  const result = scanText('{"a":1}');
  if (!result.ok || !isObject(result.value)) throw new Error('refused');
  for (const name of ['toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf']) {
    expect(result.value[name]).toBeUndefined();
  }
});

test('the places of top-level members and of the entries of event lists are the texts themselves', () => {
  const text = ' { "@context" : [ "x" ] ,"eventList":[ {"a":1} , "two",[3] ], "n": -1.5 } ';
  const result = scanText(text);
  if (!result.ok || !isObject(result.value)) throw new Error('refused');
  const slice = ([start, end]: readonly [number, number]) => text.slice(start, end);
  expect(slice(result.members.get('@context')!)).toBe('[ "x" ]');
  expect(slice(result.members.get('n')!)).toBe('-1.5');
  expect(result.entries.get(result.value.eventList!)!.map(slice)).toEqual(['{"a":1}', '"two"', '[3]']);
  expect(slice(result.span)).toBe(text.trim());
});

/** What `JSON.parse` would have made of a scanned value. */
function loosen(value: Json): unknown {
  if (value instanceof ExactNumber) return Number(value.text);
  if (isList(value)) return value.map(loosen);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, loosen(member)]));
}

const names = fc
  .string({ unit: 'grapheme' })
  .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name) && !name.includes('\0'));
const texts = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
const { value: jsonValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    texts,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(names, tie('value')),
  ),
}));

test('every JSON text is read as JSON.parse reads it, compact or indented, raw or escaped', () => {
  fc.assert(
    fc.property(jsonValue, fc.constantFrom(0, 2), fc.boolean(), (value, indent, escaped) => {
      const raw = JSON.stringify(value, null, indent);
      const text = escaped
        ? raw.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : raw;
      const result = scan(utf8(text));
      expect(result.ok && loosen(result.value)).toEqual(JSON.parse(text));
    }),
  );
});

test('whatever the bytes, the scanner gives a value or a fault, and accepts nothing that JSON.parse refuses', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    'u0',
    '1',
    'e',
    '.',
    '-',
    'true',
    ' ',
    'é',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      if (scan(utf8(text)).ok) expect(() => JSON.parse(text)).not.toThrow();
    }),
    { numRuns: 2_000 },
  );
});
