import { describe, expect, test } from 'vitest';
import { asOnLabel, faultMarkup } from './render-fault.ts';

const fault = (at?: number) => ({ zh: '不对。', en: 'Wrong.', ...(at === undefined ? {} : { at }) });
const markup = (code: string, at?: number) => faultMarkup(code, fault(at), 'zh').toString();

describe('a fault', () => {
  test.each([
    ['12345', 0, '<mark>1</mark>2345', '第 1 个字符'],
    ['12345', 4, '1234<mark>5</mark>', '第 5 个字符'],
    ['12345', 5, '12345<mark>␣</mark>', '末尾'],
    [']C112345', 7, '1234<mark>5</mark>', '第 5 个字符'],
    ['10A\u001d21B', 3, '10A<mark>␣</mark>21B', '第 4 个字符'],
  ])('in %j at %i is marked: %s', (code, at, marked, where) => {
    expect(markup(code, at)).toContain(marked);
    expect(markup(code, at)).toContain(where);
  });

  test('of a long code is shown with what stands around it', () => {
    const text = markup('9'.repeat(200), 100);
    expect(text).toContain(`…${'9'.repeat(24)}<mark>9</mark>`);
    expect(text.length).toBeLessThan(250);
  });

  test('without a place is a sentence', () => {
    expect(markup('12345')).toBe('<p>不对。</p>');
  });
});

test('a label shows neither the word of the scanner nor separators', () => {
  expect(asOnLabel(']d20109521234015031\u001d21A')).toEqual({ text: '0109521234015031 21A', from: 3 });
  expect(asOnLabel('12␝3')).toEqual({ text: '12 3', from: 0 });
  expect(asOnLabel(']x')).toEqual({ text: ']x', from: 0 });
});
