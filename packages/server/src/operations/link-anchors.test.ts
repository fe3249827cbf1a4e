import { identify } from '@yunsu/identifiers';
import { expect, test } from 'vitest';
import { anchorsOf } from './link-anchors.ts';

const G = 'https://id.gs1.org/01/09521234015031';

test.each([
  ['the key alone', G, ['']],
  ['a lot', `${G}/10/L1`, ['/10/L1', '']],
  ['a variant', `${G}/22/V`, ['/22/V', '']],
  ['a lot of a variant', `${G}/22/V/10/L1`, ['/22/V/10/L1', '/10/L1', '/22/V', '']],
  ['a serial', `${G}/21/S`, ['/21/S', '']],
  [
    'everything: the six sets of §2.5.9 rule 4 that one code can be in',
    `${G}/22/V/10/L1/21/S`,
    ['/21/S', '/22/V/10/L1', '/10/L1', '/22/V', ''],
  ],
  ['a third-party serial', `${G}/235/TPX`, ['/235/TPX', '']],
  ['a lot with a slash in it', `${G}/10/A%2FB`, ['/10/A%2FB', '']],
])('the anchors of %s', (_, link, expected) => {
  const [candidate] = identify(link);
  expect(anchorsOf(candidate!).map(({ uri }) => uri)).toEqual(expected.map((end) => G + end));
});

test.each([
  ['https://id.gs1.org/00/095212340400000019', ['00/095212340400000019']],
  ['https://id.gs1.org/414/9521234040026/254/D5', ['414/9521234040026/254/D5', '414/9521234040026']],
  ['https://id.gs1.org/8003/09521234012344AB', ['8003/09521234012344AB', '8003/09521234012344']],
])('the anchors of %s', (link, expected) => {
  const [candidate] = identify(link);
  expect(anchorsOf(candidate!).map(({ uri }) => uri)).toEqual(
    expected.map((end) => `https://id.gs1.org/${end}`),
  );
});

test('the key of an anchor is that of its unit', () => {
  const [item] = identify(`${G}/10/L1/21/S`);
  const [lot] = identify(`${G}/10/L1`);
  expect(anchorsOf(item!)[1]?.key).toBe(anchorsOf(lot!)[0]?.key);
});
