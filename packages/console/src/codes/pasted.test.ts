import { expect, test } from 'vitest';
import { pastedCodes } from './pasted.ts';

test('a pasted column is one code a line, without repeats and empty lines', () => {
  expect(pastedCodes('53B4-7K2M-9QXK\r\n\r\n (01)09521234045014(21)1 \n53B4-7K2M-9QXK')).toEqual([
    '53B4-7K2M-9QXK',
    '(01)09521234045014(21)1',
  ]);
  expect(pastedCodes(' \n')).toEqual([]);
});
