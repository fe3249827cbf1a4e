import { expect, test } from 'vitest';
import { isRegistrable, linkTypes, linkTypeTitle, linkTypeUri, toLinkType } from './link-types.ts';

test.each([
  ['gs1:pip', 'gs1:pip'],
  ['https://ref.gs1.org/voc/pip', 'gs1:pip'],
  ['https://gs1.org/voc/pip', 'gs1:pip'],
  ['https://www.gs1.org/voc/pip', 'gs1:pip'],
  ['gs1:defaultLink', 'gs1:defaultLink'],
  ['https://example.org/relations/passport', 'https://example.org/relations/passport'],
])('%s is %s', (text, linkType) => {
  expect(toLinkType(text)).toBe(linkType);
});

test.each(['gs1:nonsense', 'gs1:toString', 'pip', '', 'javascript:alert(1)', 'https://a b', 'urn:x:y'])(
  '%s is no link type',
  (text) => {
    expect(toLinkType(text)).toBeUndefined();
  },
);

test('what a resolver sets itself can be asked for and not registered', () => {
  expect(isRegistrable('gs1:pip')).toBe(true);
  expect(isRegistrable('https://example.org/relations/passport')).toBe(true);
  for (const word of ['defaultLink', 'defaultLinkMulti', 'handledBy'])
    expect(isRegistrable(`gs1:${word}`)).toBe(false);
});

test('every word of GS1 has a title in both languages and a URI in its vocabulary', () => {
  expect(Object.keys(linkTypes).length).toBeGreaterThan(50);
  for (const word of Object.keys(linkTypes)) {
    expect(linkTypeTitle(`gs1:${word}`)?.zh).toMatch(/\p{Script=Han}/u);
    expect(linkTypeTitle(`gs1:${word}`)?.en).not.toBe('');
    expect(linkTypeUri(`gs1:${word}`)).toBe(`https://ref.gs1.org/voc/${word}`);
  }
});
