/** The dark and light modules of a symbol, before anybody knows how large it is drawn. */
import bwip from 'bwip-js/node';
import { toCode128 } from './code128.ts';

export type Symbology = 'qr' | 'datamatrix' | 'gs1-128';

/** A symbol: a matrix of modules, or one row of bars. */
export interface Modules {
  readonly symbology: Symbology;
  /** What a reader gives back without its symbology identifier; FNC1 between elements as U+001D. */
  readonly content: string;
  /** The content is an element string of GS1, which FNC1 in the first place says. */
  readonly isGs1: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Row by row, 1 for dark. */
  readonly dark: Uint8Array;
  /** Free modules on each side that readers need. */
  readonly quiet: number;
}

/**
 * Error correction of QR symbols: M restores 15 % of the codewords (ISO/IEC 18004). Q would cost four modules a side
 * of the usual Digital Link, and a larger module reads better than a denser symbol.
 */
export const QR_ERROR_CORRECTION = 'M';
/** Most bytes of a QR symbol with that error correction (ISO/IEC 18004 table 7, version 40-M). */
export const QR_BYTES_MAX = 2_331;
/** Most bytes of an ECC 200 Data Matrix (ISO/IEC 16022 table 7, 144 × 144, base 256). */
export const DATAMATRIX_BYTES_MAX = 1_555;
/** Most data characters of a GS1-128 symbol, FNC1 between elements included (GS1 General Specifications §5.4). */
export const GS1_128_LENGTH_MAX = 48;

/** Quiet zones in modules: ISO/IEC 18004, ISO/IEC 16022, GS1 General Specifications §5.4. */
const quietOf: Readonly<Record<Symbology, number>> = { qr: 4, datamatrix: 1, 'gs1-128': 10 };

const FNC1 = '\u001d';

/** Options of single symbologies, which the types of the library leave out. */
type Options = Parameters<typeof bwip.raw>[0] & { readonly eclevel?: string; readonly raw?: boolean };

/** Whatever the drawing library refuses is a mistake of ours: lengths and characters are checked before. */
function matrixOf(options: Options): Pick<Modules, 'columns' | 'rows' | 'dark'> {
  const [symbol] = bwip.raw(options);
  if (!symbol || !('pixs' in symbol)) throw new Error(`${options.bcid} gave no matrix`);
  return { columns: symbol.pixx, rows: symbol.pixy, dark: Uint8Array.from(symbol.pixs) };
}

/** A QR symbol of a web address. */
export function qrModules(content: string): Modules {
  const matrix = matrixOf({ bcid: 'qrcode', text: content, eclevel: QR_ERROR_CORRECTION });
  return { symbology: 'qr', content, isGs1: false, quiet: quietOf.qr, ...matrix };
}

/** A square Data Matrix (ECC 200) of a GS1 element string, or of a web address where there is none. */
export function dataMatrixModules(content: string, isGs1: boolean): Modules {
  const matrix = isGs1
    ? matrixOf({ bcid: 'datamatrix', text: `^FNC1${content.replaceAll(FNC1, '^FNC1')}`, parsefnc: true })
    : matrixOf({ bcid: 'datamatrix', text: content });
  return { symbology: 'datamatrix', content, isGs1, quiet: quietOf.datamatrix, ...matrix };
}

/** A GS1-128 symbol of an element string. */
export function gs1128Modules(content: string): Modules {
  const text = toCode128(content)
    .map((codeword) => `^${String(codeword).padStart(3, '0')}`)
    .join('');
  const options: Options = { bcid: 'code128', text, raw: true };
  const [symbol] = bwip.raw(options);
  if (!symbol || !('sbs' in symbol)) throw new Error('code128 gave no bars');
  const dark = symbol.sbs.flatMap((width, index) => Array<number>(width).fill(1 - (index % 2)));
  return {
    symbology: 'gs1-128',
    content,
    isGs1: true,
    quiet: quietOf['gs1-128'],
    columns: dark.length,
    rows: 1,
    dark: Uint8Array.from(dark),
  };
}

/** A dark rectangle, counted in modules. */
export interface Run {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Dark modules joined to as few rectangles as rows allow; one that goes on in the next row is made longer. */
export function runsOf({ columns, rows, dark }: Modules): Run[] {
  const runs: Run[] = [];
  let above = new Map<string, number>();
  for (let y = 0; y < rows; y++) {
    const here = new Map<string, number>();
    for (let x = 0; x < columns; x++) {
      if (dark[y * columns + x] !== 1) continue;
      const from = x;
      while (x < columns && dark[y * columns + x] === 1) x++;
      const key = `${from} ${x}`;
      const index = above.get(key);
      const open = index === undefined ? undefined : runs[index];
      if (index !== undefined && open) runs[index] = { ...open, height: open.height + 1 };
      else runs.push({ x: from, y, width: x - from, height: 1 });
      here.set(key, index ?? runs.length - 1);
    }
    above = here;
  }
  return runs;
}
