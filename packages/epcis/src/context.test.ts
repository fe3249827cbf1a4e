import { expect, test } from 'vitest';
import { expandCurie, expandName, readContext } from './context.ts';

test('a context adds prefixes, in every form that JSON-LD has for them', () => {
  const context = readContext([
    'https://example.org/elsewhere.jsonld',
    { a: 'urn:a:', '@vocab': 'urn:v:' },
    { b: { '@id': 'urn:b:' } },
  ]);
  expect(context.a).toBe('urn:a:');
  expect(context.b).toBe('urn:b:');
  expect(context.gs1).toBe('https://gs1.org/voc/');
  expect(context['@vocab']).toBeUndefined();
  expect(context.toString).toBeUndefined();
});

test('the inner context wins inside and leaves the outer alone', () => {
  const outer = readContext({ a: 'urn:a:', b: 'urn:b:' });
  const inner = readContext({ a: 'urn:inner:' }, outer);
  expect([inner.a, inner.b, outer.a]).toEqual(['urn:inner:', 'urn:b:', 'urn:a:']);
  expect(readContext(undefined, outer)).toBe(outer);
});

test('the namespace of master data attributes is written one way', () => {
  expect(readContext({ m: 'urn:epcglobal:cbv:mda:' }).m).toBe('urn:epcglobal:cbv:mda');
  expect(readContext(undefined).cbvmda).toBe('urn:epcglobal:cbv:mda');
});

test('a name is taken apart at its prefix, a full URI at its last separator', () => {
  const context = readContext({ a: 'urn:a:' });
  expect(expandName('a:x:y', context)).toEqual({ namespace: 'urn:a:', localName: 'x:y', prefix: 'a' });
  expect(expandName('https://e.example/ns#x', context)).toEqual({
    namespace: 'https://e.example/ns#',
    localName: 'x',
    prefix: '',
  });
  expect(expandName('b:x', context)).toBeUndefined();
});

test.each([
  ['a:x', 'urn:a:x'],
  ['b:x', 'b:x'],
  ['a://x', 'a://x'],
  ['plain', 'plain'],
])('the value %s in full is %s', (value, full) => {
  expect(expandCurie(value, readContext({ a: 'urn:a:' }))).toBe(full);
});
