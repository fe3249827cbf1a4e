import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanOf } from './span-of.ts';

const slice = (text: string, pointer: string) => {
  const span = spanOf(text, pointer);
  return span === undefined ? undefined : text.slice(span[0], span[1]);
};

test('a member, an entry and the whole are found to the letter', () => {
  const text = ' {"a" : [ 1 , {"b/c":"x\\"]", "~":[]} , 2.50 ], "d":null } ';
  expect(slice(text, '')).toBe(text.trim());
  expect(slice(text, '/a')).toBe('[ 1 , {"b/c":"x\\"]", "~":[]} , 2.50 ]');
  expect(slice(text, '/a/1/b~1c')).toBe('"x\\"]"');
  expect(slice(text, '/a/1/~0')).toBe('[]');
  expect(slice(text, '/a/2')).toBe('2.50');
  expect(slice(text, '/d')).toBe('null');
});

test('a name is found however it is escaped', () => {
  expect(slice('{"\\u0061":1,"b":2}', '/a')).toBe('1');
});

test.each(['/x', '/a/3', '/a/-1', '/a/01', '/a/length', '/d/x', 'a'])('%s is nowhere', (pointer) => {
  expect(spanOf('{"a":[1,2,3],"d":true}', pointer)).toBeUndefined();
});

test('empty lists and objects hold nothing', () => {
  expect(spanOf('[]', '/0')).toBeUndefined();
  expect(spanOf('{}', '/a')).toBeUndefined();
  expect(spanOf('[[],{}]', '/0/0')).toBeUndefined();
});

test('every value of every text is found at its pointer', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 1), (compact, indent) => {
      const text = JSON.stringify(JSON.parse(compact), null, indent);
      const visit = (value: unknown, pointer: string) => {
        expect(JSON.parse(slice(text, pointer)!)).toEqual(value);
        if (typeof value !== 'object' || value === null) return;
        for (const [step, inner] of Object.entries(value)) {
          visit(inner, `${pointer}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`);
        }
      };
      visit(JSON.parse(text), '');
    }),
  );
});
