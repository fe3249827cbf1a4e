import { SHEET_LABELS_MAX } from '@yunsu/api';
import { expect, test } from 'vitest';
import { parseCommand } from './arguments.ts';

const parse = (argv: readonly string[]) => parseCommand([...argv, '--lang', 'en'], {});
const askedBy = (line: string) => {
  const parsed = parse(line.split(' '));
  if (!parsed.ok) return parsed.reason;
  return 'asked' in parsed.command ? parsed.command.asked : parsed.command.name;
};

test.each([
  ['label 1', { query: { code: '1', form: 'svg' }, out: 'label.svg' }],
  [
    'label 1 --kind sscc --dpi 203 --out a/x.PNG',
    { query: { code: '1', form: 'png', kind: 'sscc', dpi: 203 }, out: 'a/x.PNG' },
  ],
  ['label 1 --form zpl --out x.txt', { query: { code: '1', form: 'zpl' }, out: 'x.txt' }],
  [
    'sheet a4-3x8 1 2 --title Tea --start-at 65',
    {
      body: { kind: 'qr', layout: 'a4-3x8', form: 'pdf', codes: ['1', '2'], title: 'Tea', startAt: 65 },
      out: 'labels.pdf',
    },
  ],
  [
    'sheet roll-60x40 --order 7 --positions 3-8 --form zpl',
    {
      body: { kind: 'qr', layout: 'roll-60x40', form: 'zpl' },
      order: { id: '7', from: 3, to: 8 },
      out: 'labels.zpl',
    },
  ],
  [
    'sheet a4-2x5 --order 7 --kind certificate --certificate c.json',
    {
      body: { kind: 'certificate', layout: 'a4-2x5', form: 'pdf' },
      order: { id: '7' },
      certificateFile: 'c.json',
      out: 'labels.pdf',
    },
  ],
])('%s', (line, expected) => {
  expect(askedBy(line)).toEqual(expected);
});

test.each([
  ['label', 'label takes exactly one code'],
  ['label 1 2', 'label takes exactly one code'],
  ['label 1 --kind ean', '--kind must be one of qr, datamatrix'],
  ['label 1 --form gif', '--form must be one of svg, png'],
  ['label 1 --dpi 72', '--dpi must be one of 203'],
  ['label 1 --title x', 'Option --title is not for label'],
  ['sheet', 'sheet takes'],
  ['sheet a4-3x8', 'sheet takes'],
  ['sheet a4-3x8 1 --order 7', 'sheet takes'],
  ['sheet a4-3x8 1 --positions 3', 'sheet takes'],
  ['sheet letter 1', '--sheet must be one of a4-2x5'],
  ['sheet a4-3x8 1 --form png', '--form must be one of pdf, zpl'],
  ['sheet a4-3x8 1 --start-at 66', '--start-at must be a whole number'],
  ['sheet a4-3x8 1 --start-at 0', '--start-at must be a whole number'],
  ['sheet a4-3x8 --order 7 --positions 3-', '--positions is written as'],
  ['history 1 --out x', 'Option --out is not for history'],
])('a sentence refuses %s', (line, reason) => {
  expect(askedBy(line)).toContain(reason);
});

test('a sheet takes 2,000 codes and not one more', () => {
  const codes = (count: number) => ['sheet', 'a4-3x8', ...Array.from({ length: count }, () => '1')];
  expect(parse(codes(SHEET_LABELS_MAX)).ok).toBe(true);
  expect(parse(codes(SHEET_LABELS_MAX + 1))).toMatchObject({
    ok: false,
    reason: 'At most 2000 labels at a time',
  });
});
