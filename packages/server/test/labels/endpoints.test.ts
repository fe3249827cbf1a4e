import { FAULTS_LISTED_MAX, SHEET_LABELS_MAX, type SheetRequest } from '@yunsu/api';
import { completeProvincial } from '@yunsu/identifiers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOf, sheets } from '../../src/labels/sheets.ts';
import { type Given, givenServer, newFirm, refusalOf } from '../http/given.ts';
import { readPdf, toDotsOfPage } from './read-pdf.ts';
import { readSymbols, toPicture } from './read-symbols.ts';
import { readZpl } from './read-zpl.ts';
import { CERTIFICATE } from './samples.ts';

const ORIGIN = 'https://trace.example';
const ITEM = '(01)09521234045014(10)VX-0818(21)000123';
const lot = (index: number) => completeProvincial(`53B${String(index).padStart(8, '0')}`);

let given: Given;
beforeAll(async () => {
  given = await givenServer({ publicOrigin: ORIGIN });
});
afterAll(async () => await given[Symbol.asyncDispose]());

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

describe('one label', () => {
  test('is an SVG with a QR symbol unless something else is asked for', async () => {
    const svg = text(await given.anyone.drawLabel({ code: ITEM }));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="60mm" height="40mm"/);
    expect(svg).toContain('<title>(01)09521234045014 (10)VX-0818 (21)000123</title>');
    expect(svg).not.toContain('<text');
  });

  test('comes as PNG in its true size, and is read again', async () => {
    const png = await given.anyone.drawLabel({ code: ITEM, kind: 'datamatrix', form: 'png', dpi: 203 });
    const view = Buffer.from(png);
    expect(view.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(view.readUInt32BE(16)).toBe(Math.round((60 / 25.4) * 203));
    expect(view.readUInt32BE(view.indexOf('pHYs') + 4)).toBe(Math.round(203 / 0.0254));
    const [symbol] = await readSymbols(png);
    expect(symbol).toMatchObject({ identifier: ']d2', content: '010952123404501410VX-0818\u001d21000123' });
  });

  test('comes as PDF and as ZPL', async () => {
    const pdf = Buffer.from(await given.anyone.drawLabel({ code: ITEM, kind: 'gs1-128', form: 'pdf' }));
    const [page] = readPdf(pdf);
    expect(page?.width).toBeCloseTo((100 / 25.4) * 72, 3);
    expect(pdf.subarray(-6).toString('latin1')).toContain('%%EOF');
    const zpl = text(await given.anyone.drawLabel({ code: ITEM, kind: 'qr', form: 'zpl', dpi: 203 }));
    expect(readZpl(zpl)[0]?.symbols[0]?.data).toBe(
      'MA,https://trace.example/01/09521234045014/10/VX-0818/21/000123',
    );
  });

  test.each([
    ['svg', 'image/svg+xml'],
    ['png', 'image/png'],
    ['pdf', 'application/pdf'],
    ['zpl', 'text/plain; charset=utf-8'],
  ])('as %s says its media type, whether a parameter or Accept asked for it', async (form, media) => {
    const url = `/api/labels?code=${encodeURIComponent(ITEM)}`;
    const asked = await given.app.inject({
      method: 'GET',
      url: `${url}&form=${form}`,
      headers: { accept: '*/*' },
    });
    expect([asked.statusCode, asked.headers['content-type']]).toEqual([200, media]);
    expect(asked.headers['content-security-policy']).toContain("default-src 'none'");
    const accepted = await given.app.inject({ method: 'GET', url, headers: { accept: media } });
    expect([accepted.statusCode, accepted.headers['content-type']]).toEqual([200, media]);
  });

  test('of a certificate without content has lines to write on', async () => {
    const svg = text(await given.anyone.drawLabel({ code: lot(1), kind: 'certificate' }));
    expect(svg).toContain('承诺达标合格证');
    expect(svg.match(/<path shape-rendering="crispEdges" d="M/g)?.length).toBe(7);
  });

  test.each([
    ['09521234045015', 'qr', 'unreadable-code', /check digit/i],
    ['no such code', 'qr', 'unreadable-code', /No scheme/],
    ['83857930000879766660', 'gs1-128', 'unprintable-code', /no GS1 element string/],
    [ITEM, 'sscc', 'unprintable-code', /needs an SSCC/],
    ['530102199003070016', 'qr', 'unprintable-code', /number of a person/],
  ] as const)('of %s as %s is refused with %s', async (code, kind, problem, detail) => {
    const refusal = await refusalOf(given.anyone.drawLabel({ code, kind }));
    expect(refusal.problem?.code).toBe(problem);
    expect(refusal.problem?.detail).toMatch(detail);
    expect(refusal.problem?.detailZh).toMatch(/\p{Script=Han}/u);
  });

  test('of GS1-128 holds 48 characters and not one more', async () => {
    const of = (serial: number) => ({
      code: `(01)09521234045014(10)${'1'.repeat(20)}(21)${'1'.repeat(serial)}`,
      kind: 'gs1-128' as const,
    });
    // 16 of the GTIN, 22 of the lot, FNC1, 2 and the serial.
    expect(text(await given.anyone.drawLabel(of(7)))).toContain('<svg');
    const refusal = await refusalOf(given.anyone.drawLabel(of(8)));
    expect(refusal.problem?.code).toBe('unprintable-code');
    expect(refusal.problem?.detail).toContain('at most 48 characters, the code has 49');
  });
});

describe('sheets', () => {
  const print = async (body: SheetRequest) =>
    Buffer.from((await (await given.firm(newFirm())).printSheet({ body })).body);
  const refused = async (body: SheetRequest) =>
    await refusalOf((await given.firm(newFirm())).printSheet({ body }));

  test('stand on A4 from the first free label on, each symbol in its place', async () => {
    const codes = Array.from({ length: 26 }, (_, index) => lot(index));
    const pdf = await print({
      kind: 'qr',
      layout: 'a4-3x8',
      form: 'pdf',
      codes,
      startAt: 22,
      title: '示例茶饼',
    });
    const pages = readPdf(pdf);
    expect(pages).toHaveLength(2);
    const read: string[] = [];
    const sheet = sheets['a4-3x8'];
    for (const page of pages) {
      expect([page.width, page.height].map(Math.round)).toEqual([595, 842]);
      // Nothing but symbols is filled here, and the reader takes eight at a time: a row of labels each time.
      const dots = toDotsOfPage(page, 300);
      for (let index = 0; index < 24; index += 3) {
        const { y } = placeOf(sheet, index);
        const from = Math.round((y / 25.4) * 300);
        const rows = Math.round((sheet.labelHeight / 25.4) * 300);
        const strip = {
          ...dots,
          height: rows,
          bytes: dots.bytes.slice(from * dots.stride, (from + rows) * dots.stride),
        };
        const found = await readSymbols(toPicture(strip));
        read.push(...found.map(({ content }) => content).sort());
      }
    }
    expect(read.sort()).toEqual(codes.map((code) => `${ORIGIN}/c/${code}`).sort());
    expect(pages[0]?.filled.every(({ y }) => y > (placeOf(sheet, 21).y / 25.4) * 72)).toBe(true);
  });

  test('of a roll have one label a page, and ZPL one format a label', async () => {
    const codes = [lot(1), lot(2), lot(3)];
    const pages = readPdf(
      await print({
        kind: 'certificate',
        layout: 'roll-100x60',
        form: 'pdf',
        codes,
        certificate: CERTIFICATE,
      }),
    );
    expect(pages).toHaveLength(3);
    const zpl = (
      await print({ kind: 'datamatrix', layout: 'roll-40x30', form: 'zpl', codes, dpi: 203 })
    ).toString();
    expect(readZpl(zpl).map(({ symbols }) => symbols[0]?.data)).toEqual(
      codes.map((code) => `${ORIGIN}/c/${code}`),
    );
  });

  test('hold 2,000 labels and not one more', async () => {
    const of = (count: number): SheetRequest => ({
      kind: 'gs1-128',
      layout: 'roll-60x40',
      form: 'pdf',
      codes: Array.from({ length: count }, () => '09521234045014'),
    });
    expect(readPdf(await print(of(SHEET_LABELS_MAX)))).toHaveLength(SHEET_LABELS_MAX);
    expect((await refused(of(SHEET_LABELS_MAX + 1))).problem?.code).toBe('invalid-request');
  });

  const body: SheetRequest = { kind: 'qr', layout: 'a4-2x5', form: 'pdf', codes: [lot(1)] };
  test.each<[string, Partial<SheetRequest>, string]>([
    ['no labels are asked for', { codes: undefined as never }, '/codes'],
    ['codes and an order are given', { order: { id: '1', from: 1, to: 1 } }, '/codes'],
    ['the sheet has fewer labels', { startAt: 11 }, '/startAt'],
    ['ZPL is wanted on A4', { form: 'zpl' }, '/layout'],
    ['a certificate comes with another kind', { certificate: CERTIFICATE }, '/certificate'],
    [
      'a certificate is of a day that never was',
      { kind: 'certificate', certificate: { ...CERTIFICATE, issuedOn: '2026-02-29' } },
      '/certificate/issuedOn',
    ],
    [
      'a certificate is of a month that never was',
      { kind: 'certificate', certificate: { ...CERTIFICATE, issuedOn: '2026-13-01' } },
      '/certificate/issuedOn',
    ],
    ['a certificate has a title', { kind: 'certificate', title: '茶' }, '/title'],
    ['the type face lacks a character', { title: '茶🍵' }, '/title'],
    [
      'the type face lacks a character of the certificate',
      { kind: 'certificate', certificate: { ...CERTIFICATE, origin: '云🍵' } },
      '/certificate/origin',
    ],
  ])('are refused where %s', async (_, changes, pointer) => {
    const { codes, ...rest } = { ...body, ...changes };
    const refusal = await refused({ ...rest, ...(codes === undefined ? {} : { codes }) });
    expect(refusal.problem).toMatchObject({ code: 'invalid-request', errors: [{ pointer }] });
  });

  test('begin at the last label of the sheet and not one past it', async () => {
    expect(readPdf(await print({ ...body, startAt: 10 }))).toHaveLength(1);
  });

  test.each<[string, SheetRequest['kind'], string]>([
    ['no code', 'qr', 'unreadable-code'],
    ['53B47K2M9QXK', 'gs1-128', 'unprintable-code'],
  ])('name the code that is in the way: %s as %s', async (code, kind, problem) => {
    const refusal = await refused({ ...body, kind, codes: ['09521234045014', code] });
    expect(refusal.problem).toMatchObject({ code: problem, errors: [{ pointer: '/codes/1', got: code }] });
  });

  test('name every code that is in the way, whichever it lacks', async () => {
    const codes = ['no code', '09521234045014', '53B47K2M9QXK', '530102199003070016', '09521234045015'];
    const { problem } = await refused({ ...body, kind: 'gs1-128', codes });
    expect(problem?.code).toBe('unreadable-code');
    expect(problem?.detail).toMatch(/^4 of 5 codes are in the way\. The first: No scheme/);
    expect(problem?.detailZh).toMatch(/^5 个编码中有 4 个无法打印。首个：没有任何/);
    expect(problem?.errors?.map(({ pointer, rule, got }) => [pointer, rule, got])).toEqual([
      ['/codes/0', 'unreadable-code', 'no code'],
      ['/codes/2', 'unprintable-code', '53B47K2M9QXK'],
      // The number of a person is repeated nowhere.
      ['/codes/3', 'unprintable-code', ''],
      ['/codes/4', 'unreadable-code', '09521234045015'],
    ]);
  });

  test('list as many codes in the way as an answer lists, and count all of them', async () => {
    const codes = Array.from({ length: FAULTS_LISTED_MAX + 1 }, () => 'no code');
    const { problem } = await refused({ ...body, codes });
    expect(problem?.errors).toHaveLength(FAULTS_LISTED_MAX);
    expect(problem?.detail).toContain(`${codes.length} of ${codes.length} codes`);
  });

  test('are refused with everything that is wrong with the request', async () => {
    const wrong = { ...body, form: 'zpl', startAt: 11, title: '🍵', certificate: CERTIFICATE } as const;
    const { problem } = await refused(wrong);
    const pointers = problem?.errors?.map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/layout', '/startAt', '/certificate', '/title']);
  });

  test('need a key', async () => {
    expect((await refusalOf(given.anyone.printSheet({ body }))).status).toBe(401);
  });
});
