import { expect, test } from 'vitest';
import { emptyCertificate, missingParts, todayInBeijing } from './certificate.ts';
import { kindsOf, layoutsOf } from './offers.ts';
import { schemeOf } from './scheme-of.ts';
import { type PrintDraft, positionsOf, sheetRequests } from './sheet-requests.ts';

const order = { order: '7', count: 5000, scheme: 'gtin' };
const draft: PrintDraft = {
  kind: 'qr',
  layout: 'a4-3x8',
  form: 'pdf',
  dpi: 300,
  startAt: 3,
  title: ' Tea ',
  from: '1',
  to: '2500',
  certificate: emptyCertificate('2026-03-01'),
};

test('a job above the limit is several calls, and only the first begins on the used sheet', () => {
  const requests = sheetRequests(order, draft);
  expect(requests.map(({ order: positions, startAt }) => [positions, startAt])).toEqual([
    [{ id: '7', from: 1, to: 1990 }, 3],
    [{ id: '7', from: 1991, to: 2500 }, 1],
  ]);
  expect(requests[0]).toMatchObject({ kind: 'qr', layout: 'a4-3x8', form: 'pdf', title: 'Tea' });
  expect(requests[0]).not.toHaveProperty('dpi');
  expect(requests[0]).not.toHaveProperty('certificate');
});

test('one code is one call; a roll has no used labels, and its printer a resolution', () => {
  const requests = sheetRequests(
    { code: 'x', scheme: 'sscc' },
    { ...draft, layout: 'roll-100x150', form: 'zpl' },
  );
  expect(requests).toEqual([
    { kind: 'qr', layout: 'roll-100x150', form: 'zpl', codes: ['x'], title: 'Tea', dpi: 300 },
  ]);
});

test.each([
  ['0', '1'],
  ['2', '1'],
  ['1', '5001'],
  ['', '1'],
])('positions from %j to %j are not of the order', (from, to) => {
  expect(positionsOf(order, { from, to })).toBeUndefined();
});

test('a certificate is complete only with all that the rule asks for', () => {
  const content = emptyCertificate(todayInBeijing(Date.parse('2026-03-01T17:00:00Z')));
  expect(content.issuedOn).toBe('2026-03-02');
  expect(missingParts(content)).toEqual(['product', 'quantity', 'origin', 'promiser', 'contact']);
  const full = { ...content, product: '菜', quantity: '1', origin: '云南', promiser: '示例', contact: '1' };
  expect(missingParts(full)).toEqual([]);
  expect(missingParts({ ...full, product: '菜'.repeat(40) })).toEqual([]);
  expect(missingParts({ ...full, product: '菜'.repeat(41) })).toEqual(['product']);
});

test('kinds are those that a scheme can have, and ZPL is for rolls', () => {
  expect(kindsOf('sscc')[0]).toBe('sscc');
  expect(kindsOf('provincial')).not.toContain('gs1-128');
  expect(layoutsOf('zpl').every((layout) => layout.startsWith('roll'))).toBe(true);
  expect(layoutsOf('pdf')).toHaveLength(7);
});

test('the scheme of a unit is read from its URI, and what is no GS1 key has none', () => {
  expect(schemeOf('https://id.gs1.org/00/095212340400000019')).toBe('sscc');
  expect(schemeOf('https://id.gs1.org/01/09521234045014/10/VX')).toBe('gtin');
  expect(schemeOf('urn:yunsu:code:provincial:53B47K2M9QXK')).toBe('');
});
