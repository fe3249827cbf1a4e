import { identify } from '@yunsu/identifiers';
import { expect, test } from 'vitest';
import { askAbout, askElsewhere, isForeign } from './ask-elsewhere.ts';

const home = { homeDivision: '53', neighbours: [] };
const place = { en: 'Sichuan', zh: '四川省' };
/** A code that holds the division which gave it out, as the schemes of provinces and of animals do. */
const codeOf = (division: string, part = 'division') => ({
  ...identify('https://id.gs1.org/01/09521234015031')[0]!,
  parts: { [part]: division },
  inWords: [{ part, value: division, name: place, meaning: place }],
});

test.each([
  ['51', '53', true],
  ['510104', '53', true],
  ['530102', '53', false],
  ['53', '530102', false],
  ['530103', '530102', true],
  ['5301', '530102', false],
])('for a home of %s… a code of %s', (division, own, foreign) => {
  expect(isForeign(division, own)).toBe(foreign);
});

test('a code of another province is asked about there, in general words where the operator gave none', () => {
  const { foreign, ask } = askAbout(home, codeOf('51', 'province'));
  expect(foreign).toBe(true);
  expect(ask?.name).toEqual({ zh: '四川省的追溯平台', en: 'Traceability platform of Sichuan' });
  expect(ask?.ask?.zh).toContain('12345');
  expect(ask?.ask?.en).toContain('12345');
});

test('the most exact neighbour of the file is the answer', () => {
  const both = (text: string) => ({ en: text, zh: text });
  const neighbours = [
    { division: '5101', name: both('city'), ask: { ...both('ask the city'), url: 'https://city.example/' } },
    { division: '51', name: both('province'), ask: both('ask the province') },
  ];
  const of = (division: string) => askAbout({ homeDivision: '53', neighbours }, codeOf(division)).ask;
  expect(of('510104')).toEqual({
    name: both('city'),
    ask: { ...both('ask the city'), url: 'https://city.example/' },
  });
  expect(of('511500')?.name.en).toBe('province');
  expect(of('440000')?.name.en).toContain('Traceability platform');
});

test('a code of our own province, or of none, is asked about at the issuer of its scheme', () => {
  const gtin = askElsewhere(home, 'https://id.gs1.org/01/09521234015031/21/X');
  expect(gtin.foreign).toBe(false);
  expect(gtin.ask?.name.zh).toMatch(/\p{Script=Han}/u);
  expect(askAbout(home, codeOf('530100')).foreign).toBe(false);
  expect(askAbout(home, codeOf('not a division')).foreign).toBe(false);
  expect(askElsewhere(home, 'https://somewhere.example/x')).toEqual({ foreign: false, ask: null });
});
