import { identify, toElementString } from '@yunsu/identifiers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPdf } from '../../src/labels/pdf.ts';
import { toPng } from '../../src/labels/png.ts';
import { sheetOf } from '../../src/labels/sheets.ts';
import { toSvg } from '../../src/labels/svg.ts';
import { readPdf, toDotsOfPage } from './read-pdf.ts';
import { readSymbols, type Scanned, toPicture, toPixels } from './read-symbols.ts';
import { gtins, labelOf, lots, ORIGIN, provincials, samples, serials, ssccs, subjectOf } from './samples.ts';

/** What a scanner sends to this server. */
const sent = ({ identifier, content }: Scanned) => identifier + content;

/** The identity that is read of what a scanner sends; an address of the answer page names it in its parameter. */
function uriOf(scanned: Scanned): string | undefined {
  const code = scanned.content.startsWith(`${ORIGIN}/q?`)
    ? (new URL(scanned.content).searchParams.get('code') ?? '')
    : sent(scanned);
  return identify(code)[0]?.uri;
}

const carriers = { qr: ']Q1', certificate: ']Q1', datamatrix: ']d2', 'gs1-128': ']C1', sscc: ']C1' } as const;

const cases = samples.flatMap(([name, code, kinds]) => kinds.map((kind) => [kind, name, code] as const));

describe.each(cases)('%s of %s', (kind, name, code) => {
  const { uri, address, elements } = subjectOf(code);
  const raw = toElementString(elements, 'raw');
  const elementString = elements.length > 0 && raw.ok ? raw.text : undefined;
  const isAddress = kind === 'qr' || kind === 'certificate' || elementString === undefined;
  const identifier = isAddress && kind === 'datamatrix' ? ']d1' : carriers[kind];

  function check(scanned: readonly Scanned[]): void {
    expect(scanned.map((one) => one.identifier)).toEqual(scanned.map(() => identifier));
    if (name === 'an SSCC with its content') {
      expect(scanned.map((one) => one.content)).toEqual([
        '0209521234045014',
        '10VX-0818\u001d3748',
        '00095212340400000019',
      ]);
    } else {
      expect(scanned.map((one) => one.content)).toEqual([isAddress ? address : elementString]);
    }
    expect(uriOf(scanned.at(-1) as Scanned)).toBe(uri);
    if (identifier === ']Q1') expect(scanned[0]?.errorCorrection).toBe('M');
  }

  test.each([203, 300])('is read from PNG, SVG and PDF at %d dots per inch', async (dpi) => {
    check(await readSymbols(await toPng(labelOf(kind, code, dpi), dpi)));
    const drawing = labelOf(kind, code, 600);
    check(await readSymbols(toPixels(toSvg(drawing), dpi)));
    const pieces: Buffer[] = [];
    const options = { title: name, createdAt: new Date(0) };
    for await (const piece of toPdf([drawing], sheetOf(100, 150), options)) pieces.push(piece);
    const [page] = readPdf(Buffer.concat(pieces));
    if (!page) throw new Error('the PDF has no page');
    check(await readSymbols(toPicture(toDotsOfPage(page, dpi))));
  });
});

describe('any code', () => {
  const options = { numRuns: 40 };

  test('of a trade item is read back to its URI, whatever its lot and serial', async () => {
    const items = fc.record({
      gtin: gtins,
      lot: lots,
      serial: serials,
      kind: fc.constantFrom('qr', 'datamatrix'),
    });
    await fc.assert(
      fc.asyncProperty(items, async ({ gtin, lot, serial, kind }) => {
        const printed = toElementString(
          [
            ['01', gtin],
            ['10', lot],
            ['21', serial],
          ],
          'bracketed',
        );
        if (!printed.ok) throw new Error(printed.reason);
        const { uri } = subjectOf(printed.text);
        const [scanned] = await readSymbols(await toPng(labelOf(kind as 'qr', printed.text, 203), 203));
        expect(scanned?.identifier).toBe(kind === 'qr' ? ']Q1' : ']d2');
        expect(uriOf(scanned as Scanned)).toBe(uri);
        expect(identify(sent(scanned as Scanned))[0]?.parts).toMatchObject({ gtin, lot, serial });
      }),
      options,
    );
  });

  test('of a lot or a container is read back from bars', async () => {
    const codes = fc.oneof(
      fc.tuple(gtins, fc.stringMatching(/^[A-Z0-9]{1,8}$/)).map(([gtin, lot]) => `(01)${gtin}(10)${lot}`),
      ssccs.map((sscc) => `(00)${sscc}`),
    );
    await fc.assert(
      fc.asyncProperty(codes, async (code) => {
        const drawing = labelOf('gs1-128', code, 300);
        const [scanned] = await readSymbols(await toPng(drawing, 300));
        expect(scanned?.identifier).toBe(']C1');
        expect(uriOf(scanned as Scanned)).toBe(subjectOf(code).uri);
      }),
      options,
    );
  });

  test('of a province is read back, and stands beneath in groups of four', async () => {
    await fc.assert(
      fc.asyncProperty(provincials, async (code) => {
        const drawing = labelOf('qr', code, 203, { width: 40, height: 30 });
        const [scanned] = await readSymbols(await toPng(drawing, 203));
        expect(uriOf(scanned as Scanned)).toBe(`urn:yunsu:code:provincial:${code}`);
        const lowest = drawing.shapes
          .filter((shape) => shape.kind === 'text')
          .toSorted((a, b) => b.y - a.y)[0];
        expect(lowest?.text).toBe(code.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3'));
      }),
      options,
    );
  });
});
