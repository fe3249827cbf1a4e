import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confidenceStep } from './confidence.ts';
import { markPlace } from './mark-place.ts';

test.each([
  [1, 'sure'],
  [0.9, 'sure'],
  [0.89, 'likely'],
  [0.8, 'likely'],
  [0.59, 'possible'],
  [0.29, 'unlikely'],
  [0, 'unlikely'],
])('a confidence of %d is said as %s', (confidence, word) => {
  expect(confidenceStep(confidence).word).toBe(word);
});

test('the place of a fault is cut out of the code, at its end too', () => {
  expect(markPlace('6901', 1)).toEqual({ before: '6', at: '9', after: '01' });
  expect(markPlace('6901', 4)).toEqual({ before: '6901', at: '', after: '' });
  expect(markPlace('6901', 99)).toEqual({ before: '6901', at: '', after: '' });
  expect(markPlace('a𠮷b', 2)).toEqual({ before: 'a', at: '𠮷', after: 'b' });
});

test('the three parts are the text, wherever the place is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer(), (text, at) => {
      const { before, at: character, after } = markPlace(text, at);
      expect(before + character + after).toBe(text);
    }),
  );
});
