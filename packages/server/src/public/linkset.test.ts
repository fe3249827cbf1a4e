import { expect, test } from 'vitest';
import { schemaLanguages, toLinkset } from './linkset.ts';

test.each([
  [
    ['zh', 'en-GB'],
    ['zh', 'en-GB'],
  ],
  [
    ['zh-Hans-CN', 'zh-Hant', 'es-419'],
    ['zh', 'es'],
  ],
  [['fil'], []],
])('the languages %j are %j in a linkset', (tags, expected) => {
  expect(schemaLanguages(tags)).toEqual(expected);
});

test('links of one type stand together under its URI, and the default link has an address and a title only', () => {
  const link = {
    linkType: 'gs1:pip',
    href: 'https://a.example/',
    title: 'A',
    hreflang: ['zh'],
    type: 'text/html',
  };
  const level = {
    anchor: 'urn:x',
    address: 'https://yun.example/c/X',
    links: [link, link],
    defaultLink: link,
  };
  expect(toLinkset({ levels: [level], defaultLink: link })).toEqual({
    linkset: [
      {
        anchor: 'https://yun.example/c/X',
        'https://ref.gs1.org/voc/pip': [
          { href: 'https://a.example/', title: 'A', type: 'text/html', hreflang: ['zh'] },
          { href: 'https://a.example/', title: 'A', type: 'text/html', hreflang: ['zh'] },
        ],
        'https://ref.gs1.org/voc/defaultLink': [{ href: 'https://a.example/', title: 'A' }],
      },
    ],
  });
});
