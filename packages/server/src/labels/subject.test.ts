import { expect, test } from 'vitest';
import { ORIGIN, subjectOf } from '../../test/labels/samples.ts';
import { toSubject } from './subject.ts';

test.each([
  ['09521234045014', '/01/09521234045014', ['(01)09521234045014']],
  ['9521234045014', '/01/09521234045014', ['(01)09521234045014']],
  [
    '(01)09521234045014(21)1(10)L/1(17)261231',
    '/01/09521234045014/10/L%2F1/21/1?17=261231',
    ['(01)09521234045014', '(10)L/1', '(21)1', '(17)261231'],
  ],
  [
    ']d2010952123404501410L1\u001d211',
    '/01/09521234045014/10/L1/21/1',
    ['(01)09521234045014', '(10)L1', '(21)1'],
  ],
  [
    'https://id.gs1.org/01/09521234045014/10/L1?17=261231&utm=x',
    '/01/09521234045014/10/L1?17=261231',
    ['(01)09521234045014', '(10)L1', '(17)261231'],
  ],
  [
    '(00)095212340400000019(02)09521234045014(37)4',
    '/00/095212340400000019?02=09521234045014&37=4',
    ['(00)095212340400000019', '(02)09521234045014', '(37)4'],
  ],
  ['(414)9521234000013(254)B', '/414/9521234000013/254/B', ['(414)9521234000013', '(254)B']],
  ['53B4 7K2M 9QXK', '/c/53B47K2M9QXK', ['53B4-7K2M-9QXK']],
  [
    '83857930000879766660',
    '/q?code=urn%3Ayunsu%3Acode%3Adrug%3A83857930000879766660',
    ['83857930000879766660'],
  ],
  [
    'https://shop.example/a?b=茶',
    `/q?code=${encodeURIComponent('https://shop.example/a?b=茶')}`,
    ['https://shop.example/a?b=茶'],
  ],
])('%s is %s', (code, path, lines) => {
  const subject = subjectOf(code);
  expect(subject.address).toBe(ORIGIN + path);
  expect([...subject.lines].sort()).toEqual([...lines].sort());
});

test('the lot of an order stands on the label of its item', () => {
  const { uri, scheme, parts } = {
    uri: 'https://id.gs1.org/01/09521234045014/21/7',
    scheme: 'gtin',
    parts: { gtin: '09521234045014', serial: '7' },
  };
  const { address, lines } = toSubject({ identity: { uri, scheme, parts: { ...parts, lot: 'L1' } } }, ORIGIN);
  expect(address).toBe(`${ORIGIN}/01/09521234045014/10/L1/21/7`);
  expect(lines).toEqual(['(01)09521234045014', '(10)L1', '(21)7']);
});

test.each([
  '(01)09521234045014(17)261332',
  'https://id.gs1.org/01/09521234045014?17=261332',
  '530102199003070016',
])('%s is printed on no label', (code) => {
  expect(() => subjectOf(code)).toThrow(/unprintable-code/);
});
