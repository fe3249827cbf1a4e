import { PUBLIC, SYSTEM } from '@yunsu/domain';
import { ExactNumber } from '@yunsu/epcis';
import { expect, test } from 'vitest';
import { appendApiKey, expireApiKey, readApiKey } from '../../src/store/api-keys.ts';
import { appendEvents } from '../../src/store/append-events.ts';
import { appendRegisters, REGISTER_ROWS_MAX } from '../../src/store/append-registers.ts';
import { appendDivisions, readDivisions } from '../../src/store/divisions.ts';
import {
  type Party,
  readLicences,
  readParties,
  readPlaces,
  readProducts,
} from '../../src/store/registers.ts';
import { readRollUp } from '../../src/store/roll-up.ts';
import { ELEMENTS_MAX, readVocabulary } from '../../src/store/vocabulary.ts';
import { batchOf, countOf, GROWER, given, MAY, openTestStore, TRADER } from './given.ts';

const grower: Party = {
  uri: GROWER,
  name: '丘北辣椒合作社',
  kind: 'company',
  uscc: '91530111MA6K000001',
  role: 'grower',
  division: '532626',
  position: { lat: 24.05, lng: 104.19 },
  validFrom: '2020-01-01',
};
const place = {
  uri: 'https://id.gs1.org/414/6901234500009',
  name: '一号大棚',
  operator: GROWER,
  division: '532626',
  validFrom: '2020-01-01',
  validTo: '2024-12-31',
};
const product = {
  uri: 'https://id.gs1.org/01/09521234045014',
  name: '干辣椒',
  class: 'agri',
  uom: 'KGM',
  netContent: { quantity: '0.350', uom: 'KGM' },
  validFrom: '2020-01-01',
};
const licence = {
  party: GROWER,
  type: 'delegation',
  number: '1',
  scope: TRADER,
  validFrom: '2024-01-01',
  validTo: '2024-06-30',
};

test('register entries come back as they were loaded; loading them again changes nothing', async () => {
  await using db = await openTestStore();
  const registers = { parties: [grower], places: [place], products: [product], licences: [licence] };
  expect(await appendRegisters(db, SYSTEM, registers)).toEqual({
    parties: 1,
    places: 1,
    products: 1,
    licences: 1,
  });
  expect(await appendRegisters(db, SYSTEM, registers)).toEqual({
    parties: 0,
    places: 0,
    products: 0,
    licences: 0,
  });
  expect((await readParties(db, [GROWER, 'other'])).get(GROWER)).toEqual(grower);
  expect((await readPlaces(db, [place.uri])).get(place.uri)).toEqual(place);
  expect((await readProducts(db, [product.uri])).get(product.uri)).toEqual(product);
  expect(await readLicences(db, [GROWER])).toEqual([licence]);
});

test('a register answers for a day, and without one with its latest version', async () => {
  await using db = await openTestStore();
  const renamed = { ...grower, name: '新名', validFrom: '2024-05-01' };
  await appendRegisters(db, SYSTEM, { parties: [grower, renamed], places: [place], licences: [licence] });
  const nameAt = async (at?: string) => (await readParties(db, [GROWER], at)).get(GROWER)?.name;
  expect([
    await nameAt('2024-04-30'),
    await nameAt('2024-05-01'),
    await nameAt('2019-12-31'),
    await nameAt(),
  ]).toEqual([grower.name, '新名', undefined, '新名']);
  expect((await readPlaces(db, [place.uri], '2024-12-31')).size).toBe(1);
  expect((await readPlaces(db, [place.uri], '2025-01-01')).size).toBe(0);
  expect((await readPlaces(db, [place.uri])).size).toBe(1);
  expect((await readLicences(db, [GROWER], '2024-06-30')).length).toBe(1);
  expect((await readLicences(db, [GROWER], '2024-07-01')).length).toBe(0);
});

test('a version of the same day is corrected, and of two in one load the later wins', async () => {
  await using db = await openTestStore();
  await appendRegisters(db, SYSTEM, { parties: [grower] });
  const load = [
    { ...grower, name: '甲' },
    { ...grower, name: '乙' },
  ];
  expect((await appendRegisters(db, SYSTEM, { parties: load })).parties).toBe(1);
  expect((await readParties(db, [GROWER])).get(GROWER)?.name).toBe('乙');
});

test('registers are loaded whole or not at all, by their keepers, up to REGISTER_ROWS_MAX rows', async () => {
  await using db = await openTestStore();
  const bad = { ...place, validTo: '2019-01-01' };
  await expect(appendRegisters(db, SYSTEM, { parties: [grower], places: [bad] })).rejects.toThrow(
    'place_validity_check',
  );
  expect(await countOf(db, 'party')).toBe(0);
  await expect(appendRegisters(db, PUBLIC, { parties: [grower] })).rejects.toThrow('cannot keep');
  const many = Array.from({ length: REGISTER_ROWS_MAX + 1 }, (_, n) => ({
    ...grower,
    uri: `${GROWER}-${n}`,
  }));
  await expect(appendRegisters(db, SYSTEM, { parties: many })).rejects.toThrow('more than');
  expect((await appendRegisters(db, SYSTEM, { parties: many.slice(1) })).parties).toBe(REGISTER_ROWS_MAX);
});

test('a division that changed its name answers for the day', async () => {
  await using db = await openTestStore();
  const county = { code: '530111', level: 3, parent: '530100' };
  await appendDivisions(db, [
    { ...county, name: '旧', validFrom: '1983-01-01', validTo: '2015-12-31' },
    { ...county, name: '官渡区', validFrom: '2016-01-01' },
    { code: '53', name: '云南省', level: 1, validFrom: '1950-01-01' },
  ]);
  expect((await readDivisions(db, ['530111'], '2015-06-01')).get('530111')?.name).toBe('旧');
  expect((await readDivisions(db, ['530111', '53'])).get('530111')).toEqual({
    ...county,
    name: '官渡区',
    validFrom: '2016-01-01',
  });
});

test('a key is found by its id, ended or not', async () => {
  await using db = await openTestStore();
  const key = {
    id: 'k1234567',
    secretSha256: 'ab'.repeat(32),
    plane: 'enterprise' as const,
    party: GROWER,
    scopes: [],
    mayRegister: false,
  };
  await appendApiKey(db, key);
  expect(await readApiKey(db, key.id)).toEqual(key);
  expect(await readApiKey(db, 'none')).toBeUndefined();
  expect(await expireApiKey(db, key.id, MAY + 1)).toBe(true);
  expect(await readApiKey(db, key.id)).toEqual({ ...key, expires: MAY + 1 });
  expect(await expireApiKey(db, 'none', MAY)).toBe(false);
});

test('master data of a header is kept by capture, and the latest is read, numbers as written', async () => {
  await using db = await openTestStore();
  const element = (value: string) => ({
    type: 'urn:epcglobal:epcis:vtype:Location',
    id: place.uri,
    attributes: [{ id: 'urn:x:area', value: new ExactNumber(value) }],
    children: ['urn:x:child'],
  });
  await appendEvents(db, batchOf([], { masterData: [element('1.0')] }));
  await appendEvents(db, batchOf([given('e1')], { masterData: [element('2.50')] }));
  const [row, ...rest] = await readVocabulary(db, [place.uri]);
  expect(rest).toEqual([]);
  expect(row).toMatchObject({ children: ['urn:x:child'], sender: GROWER });
  expect(row?.attributes).toEqual([expect.objectContaining({ value: new ExactNumber('2.50') })]);
  expect(await countOf(db, 'outbox')).toBe(2);
  const many = Array.from({ length: ELEMENTS_MAX + 1 }, () => element('1'));
  await expect(appendEvents(db, batchOf([], { masterData: many }))).rejects.toThrow('more than');
});

test('events are counted by county, class and day of China; declarations are not', async () => {
  await using db = await openTestStore();
  const evening = MAY + 17 * 3_600_000_000; // 2024-05-02T01:00 in China
  await appendEvents(db, batchOf([given('e1'), given('e2'), given('e3', { at: evening })]));
  await appendEvents(db, batchOf([given('e4', { scopes: ['agri:530111:meat', 'market:530111:meat'] })]));
  const rows = await readRollUp(db, '5301', '2024-05-01', '2024-05-02');
  expect(rows.map(({ day, class: kind, events }) => `${day} ${kind} ${events}`)).toEqual([
    '2024-05-01 meat 1',
    '2024-05-01 vegetable 2',
    '2024-05-02 vegetable 1',
  ]);
  expect(await readRollUp(db, '5303', '2024-05-01', '2024-05-02')).toEqual([]);
});
