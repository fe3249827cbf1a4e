import { describe, expect, test } from 'vitest';
import { type Caller, PUBLIC, SYSTEM } from '../caller.ts';
import { ledgers } from '../ledgers/ledgers.ts';
import { holderView, type KnownParty, MASKED, mayReadQuantities, placeView, prefectureOf } from './views.ts';

const enterprise: Caller = { plane: 'enterprise', party: 'urn:yunsu:party:A', scopes: [] };
const regulator: Caller = { plane: 'regulator', scopes: ['market:53:food'] };
const open = [enterprise, regulator, SYSTEM];
const food = [ledgers.get('food')!];

const party = (of: Partial<KnownParty>): KnownParty => ({
  uri: 'urn:yunsu:party:X',
  name: '某某',
  kind: 'company',
  role: 'food_manufacturer',
  ...of,
});

describe('who holds, as the public may know it', () => {
  test.each<[string, Partial<KnownParty>, string, boolean]>([
    ['a company in a role that the ledger names', {}, '某某', false],
    ['a company in a trade role', { role: 'stall_holder' }, MASKED.trader, true],
    ['a natural person', { kind: 'person', role: 'farmer' }, MASKED.person, true],
    ['a natural person even in a role that is named', { kind: 'person' }, MASKED.person, true],
    ['an authority', { kind: 'authority', role: 'regulator_other' }, '某某', false],
  ])('%s', (_, of, name, masked) => {
    const view = holderView(PUBLIC, 'urn:yunsu:party:X', party(of), food);
    expect(view).toMatchObject({ name, masked });
    expect('uri' in view).toBe(!masked);
  });

  test('without a ledger no company is named', () => {
    expect(holderView(PUBLIC, 'urn:yunsu:party:X', party({}), []).masked).toBe(true);
  });

  test('a party that is not in the register is masked, and its URI with it', () => {
    expect(holderView(PUBLIC, 'urn:yunsu:person:pt_1', undefined, food)).toEqual({
      name: MASKED.trader,
      kind: 'unknown',
      masked: true,
    });
  });

  test('an unknown holder is said to be unknown, to everybody', () => {
    for (const caller of [PUBLIC, ...open])
      expect(holderView(caller, undefined, undefined, food)).toEqual({
        name: MASKED.unknown,
        kind: 'unknown',
        masked: false,
      });
  });
});

test('who may see the row may see the names in it', () => {
  for (const caller of open) {
    expect(holderView(caller, 'urn:x', party({ kind: 'person', uri: 'urn:x' }), [])).toMatchObject({
      name: '某某',
      masked: false,
      uri: 'urn:x',
    });
    expect(holderView(caller, 'urn:x', undefined, [])).toMatchObject({ name: 'urn:x', masked: false });
  }
});

describe('where', () => {
  const field = { uri: 'urn:field', name: 'F7', division: '530423' };

  test('the public reads the prefecture and nothing finer', () => {
    const view = placeView(PUBLIC, 'urn:field', field, '玉溪市');
    expect(view).toEqual({ name: '玉溪市', division: '530400', prefecture: '玉溪市', masked: true });
    expect(JSON.stringify(view)).not.toContain('F7');
    expect(placeView(PUBLIC, 'urn:field', field, undefined)).toMatchObject({ name: MASKED.unknown });
    expect(placeView(PUBLIC, 'urn:field', undefined, undefined)).toEqual({
      name: MASKED.unknown,
      masked: true,
    });
  });

  test('others read the place', () => {
    for (const caller of open) {
      expect(placeView(caller, 'urn:field', field, '玉溪市')).toEqual({
        name: 'F7',
        division: '530423',
        prefecture: '玉溪市',
        masked: false,
        uri: 'urn:field',
      });
      expect(placeView(caller, 'urn:field', undefined, undefined)).toMatchObject({ name: 'urn:field' });
    }
  });

  test('nowhere is unknown, not masked', () => {
    expect(placeView(PUBLIC, undefined, undefined, undefined)).toEqual({
      name: MASKED.unknown,
      masked: false,
    });
  });

  test('a county belongs to a prefecture', () => {
    expect(prefectureOf('530423')).toBe('530400');
  });
});

test('volumes are for everybody but the public', () => {
  expect(mayReadQuantities(PUBLIC)).toBe(false);
  for (const caller of open) expect(mayReadQuantities(caller)).toBe(true);
});
