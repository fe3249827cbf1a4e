import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printPercent } from './percent.ts';
import { Decimal } from './units.ts';

test.each([
  ['0.3', 0, 1, '30'],
  ['0.3', 1, 1, '30.0'],
  ['0.30482', 1, 4, '30.482'],
  ['0.1995', 0, 1, '20'],
  ['0.0025', 0, 1, '0.3'],
  ['1', 1, 1, '100.0'],
  ['0', 1, 1, '0.0'],
  ['0.999999999999', 1, 4, '> 99.9999'],
  ['0.000000000001', 1, 4, '< 0.0001'],
  ['0.9999995', 1, 4, '> 99.9999'],
  ['0.9999994', 1, 4, '99.9999'],
  ['0.000001', 1, 4, '0.0001'],
  ['0.9995', 0, 1, '> 99.9'],
  ['0.0004', 0, 1, '< 0.1'],
  ['1.0004', 0, 1, '100'],
])('the share %s with %i to %i places is %s', (share, placesMin, placesMax, text) => {
  expect(printPercent(share, placesMin, placesMax)).toBe(text);
});

test('only all is 100 and only nothing is 0, and what is printed is within half a place', () => {
  const share = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((part) => new Decimal(`${part}e-12`).toFixed());
  fc.assert(
    fc.property(share, fc.integer({ min: 0, max: 4 }), (part, places) => {
      const text = printPercent(part, places, places);
      expect(Number(text) === 100).toBe(Number(part) === 1);
      expect(Number(text) === 0).toBe(Number(part) === 0);
      const bound = text.replace(/^[<>] /, '');
      const off = new Decimal(bound).minus(new Decimal(part).times(100)).abs();
      expect(off.lte(new Decimal(10).pow(-places))).toBe(true);
    }),
  );
});
