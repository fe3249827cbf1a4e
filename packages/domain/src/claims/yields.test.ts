import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { key } from '../../test/support/memory-store.ts';
import { type ShortStory, Teller, uriOf } from '../../test/support/notation.ts';
import { Decimal } from '../trace/units.ts';
import { transformationsOf } from './transformed.ts';
import { materials, rulesInto, type YieldRule, yieldRules } from './yield-rules.ts';
import { printMass, type YieldPart, yieldClaims } from './yields.ts';

interface Fixture extends ShortStory {
  /** By product. */
  readonly materials: Readonly<Record<string, string>>;
  readonly claims: readonly string[];
}

const folder = resolve(import.meta.dirname, '../../../../fixtures/yields');

describe.each(readdirSync(folder).sort())('%s', (name) => {
  const fixture = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Fixture;
  const teller = new Teller(fixture);

  test.each(['oxide/O1', 'metal/N1'])('asked of %s', async (unit) => {
    const { transformed, truncated } = await transformationsOf(teller.store, {
      root: key(uriOf(unit)),
      materialOf: (of) => fixture.materials[teller.name(of).split('/')[0]!],
    });
    const claims = yieldClaims(transformed).map(({ most, made, excess, verdict, outputs }) => {
      const uom = transformed[0]!.uomOf(outputs);
      return `${printMass(most, uom, 'down')} made ${printMass(made, uom)} excess ${printMass(excess, uom, 'up')} ${verdict}`;
    });
    expect(claims).toEqual(fixture.claims);
    expect(transformed[0]?.outputs[0]?.events).toEqual(['1001']);
    expect(truncated).toBeUndefined();
  });
});

const part = (material: string | undefined, kilograms: number | undefined): YieldPart => ({
  unit: `${material}`,
  material,
  kilograms: kilograms === undefined ? undefined : new Decimal(kilograms),
  events: ['1'],
});
const NOW = Date.UTC(2026, 4, 25) * 1000;
const claimed = (inputs: readonly YieldPart[], made: YieldPart) =>
  yieldClaims([{ node: 'n', time: NOW, inputs, outputs: [made] }])[0];

test('what cannot be counted refutes nothing, what is only usual is called unusual, and metal put in counts whole', () => {
  const oxide = part('neodymium-oxide', 336.481);
  const metal = part('neodymium', 300);
  expect(claimed([oxide], metal)?.verdict).toBe('refuted');
  expect(claimed([oxide, part(undefined, 5)], metal)?.verdict).toBe('open');
  expect(claimed([oxide, part('neodymium-oxide', undefined)], metal)?.verdict).toBe('open');
  expect(claimed([oxide, part('neodymium', 11.516)], metal)?.verdict).toBe('holds');
  expect(claimed([part('tea-leaf-fresh', 400)], part('tea-dry', 101))?.verdict).toBe('unusual');
  expect(claimed([part('sugar-cane', 400)], metal)).toBeUndefined();
});

test('the bound is monotone in every input and additive over inputs', () => {
  const amount = fc.integer({ min: 0, max: 1e9 });
  const bound = (...amounts: number[]) =>
    claimed(
      amounts.map((kilograms) => part('neodymium-oxide', kilograms)),
      part('neodymium', 1),
    )!.most;
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      expect(bound(one, other).gte(bound(one))).toBe(true);
      const apart = bound(one).plus(bound(other));
      expect(bound(one, other).minus(apart).abs().lte('1e-24')).toBe(true);
      expect(
        bound(one, other)
          .minus(bound(one + other))
          .abs()
          .lte('1e-24'),
      ).toBe(true);
    }),
  );
});

test('two thirds and one third are a whole, not a whole less a rounding', () => {
  const third = (from: string): YieldRule => ({
    ...yieldRules[0]!,
    from,
    to: 'whole',
    most: { of: '1', per: '3' },
  });
  const inputs = [part('a', 1), part('b', 2)];
  const transformed = { node: 'n', time: NOW, inputs, outputs: [part('whole', 1)] };
  expect(yieldClaims([transformed], [third('a'), third('b')])[0]?.verdict).toBe('holds');
});

test('a rule holds from its first to its last day in China, and of two the later one', () => {
  const rule = { ...yieldRules[0]!, from: 'a', to: 'b', validFrom: '2026-01-01', validTo: '2026-01-31' };
  const at = (text: string, rules: readonly YieldRule[] = [rule]) =>
    rulesInto(rules, 'b', Date.parse(text) * 1000).get('a')?.validFrom;
  expect(at('2025-12-31T23:59:59.999+08:00')).toBeUndefined();
  expect(at('2026-01-01T00:00:00+08:00')).toBe('2026-01-01');
  expect(at('2026-01-31T23:59:59.999+08:00')).toBe('2026-01-01');
  expect(at('2026-02-01T00:00:00+08:00')).toBeUndefined();
  const later = { ...rule, validFrom: '2026-01-15' };
  expect(at('2026-01-20T00:00:00+08:00', [later, rule])).toBe('2026-01-15');
});

test('every rule is between known materials, less than the whole, and says its source twice', () => {
  for (const { from, to, most, source, validFrom } of yieldRules) {
    expect(materials.has(from) && materials.has(to)).toBe(true);
    expect(new Decimal(most.of).lt(most.per)).toBe(true);
    expect([source.zh, source.en].every(Boolean)).toBe(true);
    expect(validFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});

test('what is at most is rounded down, what is too much up', () => {
  const third = new Decimal(1).div(3);
  expect(printMass(third, 'KGM', 'down')).toBe('0.333333333333333');
  expect(printMass(third, 'KGM', 'up')).toBe('0.333333333333334');
  expect(printMass(new Decimal('1e-20'), 'TNE', 'up')).toBe('0.000000000000001');
});
