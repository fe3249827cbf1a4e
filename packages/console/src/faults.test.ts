import { type ProblemBody, Refusal } from '@yunsu/api';
import { expect, test } from 'vitest';
import { faultAt, faultsElsewhere } from './faults.ts';

const fault = (pointer: string) => ({
  pointer,
  rule: 'minimum',
  detail: `${pointer} is too small.`,
  detailZh: `${pointer} 太小。`,
  expected: '1',
  got: '0',
});
const refusal = new Refusal(
  400,
  { code: 'invalid-request', errors: [fault('/count'), fault('/counted/left')] } as unknown as ProblemBody,
  '',
);

test('a mistake stands at its field, in the language of the reader', () => {
  expect(faultAt(refusal, '/count', 'zh')).toBe('/count 太小。');
  expect(faultAt(refusal, '/counted', 'en')).toBe('/counted/left is too small.');
  expect(faultAt(refusal, '/counted/applied', 'en')).toBeUndefined();
  expect(faultAt(new Error('lost'), '/count', 'zh')).toBeUndefined();
});

test('what no field shows is left for the head of the form', () => {
  expect(faultsElsewhere(refusal, ['/count']).map(({ pointer }) => pointer)).toEqual(['/counted/left']);
  expect(faultsElsewhere(refusal, ['/count', '/counted'])).toEqual([]);
});
