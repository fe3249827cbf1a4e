import { readContext } from '@yunsu/epcis';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restoreSecrets } from '../store/secrets.ts';
import { cutSecrets, fullName, toAnswerText } from './event-text.ts';

const namespaces = readContext({ yunsu: 'urn:yunsu:voc:', y2: 'urn:yunsu:voc:', pr: 'urn:yunsu:voc:pri' });

test.each([
  ['first', '{"yunsu:price":5,"a":1}', '{"a":1}', ['/yunsu:price']],
  [
    'in the middle',
    '{ "a" : 1 , "yunsu:price" : 5.10 , "b" : 2 }',
    '{ "a" : 1 , "b" : 2 }',
    ['/yunsu:price'],
  ],
  ['last', '{"a":1, "yunsu:price":{"x":[1]}}', '{"a":1}', ['/yunsu:price']],
  ['alone', '{"yunsu:price":5}', '{}', ['/yunsu:price']],
  [
    'several at the end',
    '{"a":1,"yunsu:price":5,"yunsu:buyerName":"王"}',
    '{"a":1}',
    ['/yunsu:price', '/yunsu:buyerName'],
  ],
  ['under another prefix', '{"y2:price":5,"a":1}', '{"a":1}', ['/y2:price']],
  ['with a split name', '{"pr:ce":5,"a":1}', '{"a":1}', ['/pr:ce']],
  ['with a full name', '{"urn:yunsu:voc:price":5,"a":1}', '{"a":1}', ['/urn:yunsu:voc:price']],
  ['with an escaped name', '{"yunsu:\\u0070rice":5,"a":1}', '{"a":1}', ['/yunsu:price']],
  [
    'in ILMD and in a list',
    '{"ilmd":{"yunsu:price":5},"l":[1,{"yunsu:price":5,"b":[]}]}',
    '{"ilmd":{},"l":[1,{"b":[]}]}',
    ['/ilmd/yunsu:price', '/l/1/yunsu:price'],
  ],
  [
    'under a context inside',
    '{"x:o":{"@context":{"q":"urn:yunsu:voc:"},"q:price":5,"a":1}}',
    '{"x:o":{"@context":{"q":"urn:yunsu:voc:"},"a":1}}',
    ['/x:o/q:price'],
  ],
  [
    'under a term of a context inside',
    '{"x:o":{"@context":{"p":{"@id":"urn:yunsu:voc:price"}},"p":5}}',
    '{"x:o":{"@context":{"p":{"@id":"urn:yunsu:voc:price"}}}}',
    ['/x:o/p'],
  ],
  [
    'a name in a value',
    '{"a":"yunsu:price\\"","yunsu:prices":5}',
    '{"a":"yunsu:price\\"","yunsu:prices":5}',
    [],
  ],
])('a secret %s is cut as a whole member', (_, text, kept, paths) => {
  const cut = cutSecrets(text, namespaces);
  expect(cut.text).toBe(kept);
  expect(cut.secrets.map(({ path }) => path)).toEqual(paths);
  expect(restoreSecrets(cut.text, cut.secrets)).toBe(text);
});

test('whatever is cut leaves JSON without the secret and comes back to the letter', () => {
  const name = fc.oneof(
    fc.constantFrom('yunsu:price', 'yunsu:amount', 'y2:buyerName'),
    fc.string({ minLength: 1, maxLength: 4 }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.dictionary(name, tie('value'), { maxKeys: 5 }),
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.constantFrom('价格', '🌶', null, true),
      fc.array(tie('value'), { maxLength: 3 }),
      tie('tree'),
    ),
  }));
  const space = fc.constantFrom(0, 1, 3);
  fc.assert(
    fc.property(tree, space, (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const cut = cutSecrets(text, namespaces);
      const names = new Set<string>();
      JSON.parse(cut.text, (key, member) => {
        names.add(key);
        return member;
      });
      for (const secret of ['yunsu:price', 'yunsu:amount', 'y2:buyerName'])
        expect(names).not.toContain(secret);
      expect(restoreSecrets(cut.text, cut.secrets)).toBe(text);
    }),
  );
});

test.each([
  ['{"type":"ObjectEvent"}', '{"eventID":"urn:x:1","recordTime":"T","type":"ObjectEvent"}'],
  ['{ "eventID":"urn:x:1" }', '{"recordTime":"T", "eventID":"urn:x:1" }'],
  ['{"recordTime" : "old","eventID":"urn:x:1"}', '{"recordTime" : "T","eventID":"urn:x:1"}'],
  ['{"recordTime":"old"}', '{"eventID":"urn:x:1","recordTime":"T"}'],
])('%s is answered with its id and our recordTime', (text, answer) => {
  expect(toAnswerText(text, { eventID: 'urn:x:1', recordTime: 'T' })).toBe(answer);
});

test('a namespace without a separator gets one', () => {
  expect(fullName('urn:epcglobal:cbv:mda', 'lotNumber')).toBe('urn:epcglobal:cbv:mda:lotNumber');
  expect(fullName('urn:yunsu:voc:', 'price')).toBe('urn:yunsu:voc:price');
  expect(fullName('https://example.org/ns/', 'price')).toBe('https://example.org/ns/price');
});
