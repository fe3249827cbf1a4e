import { expect, test } from 'vitest';
import { readFilters, toTraceCall, withFilter } from './filters.ts';

test('an address becomes a call, with whole days of Beijing', () => {
  const query = new URLSearchParams('code=X&direction=back&from=2026-08-18&to=2026-08-19&depthMax=64');
  expect(toTraceCall(readFilters(query))).toEqual({
    code: 'X',
    direction: 'back',
    from: '2026-08-18T00:00:00+08:00',
    to: '2026-08-19T23:59:59.999+08:00',
    depthMax: 64,
  });
});

test('what the address does not say or says wrong is left out', () => {
  const query = new URLSearchParams('code= X &direction=up&from=yesterday&depthMax=65');
  expect(toTraceCall(readFilters(query))).toEqual({ code: 'X', direction: 'both' });
  expect(readFilters(new URLSearchParams('depthMax=0')).depthMax).toBe('');
});

test('one filter changes and the others stay', () => {
  const query = new URLSearchParams('code=X&from=2026-08-18');
  expect(`${withFilter(query, 'direction', 'back')}`).toBe('code=X&from=2026-08-18&direction=back');
  expect(`${withFilter(query, 'from', '')}`).toBe('code=X');
});
