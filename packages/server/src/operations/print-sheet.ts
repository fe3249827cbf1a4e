import { type FaultLine, Problem, type SheetRequest, words } from '@yunsu/api';
import type { Context } from '../context.ts';
import { DOTS_PER_INCH_FINE } from '../labels/dots.ts';
import { drawLabelOf } from '../labels/draw.ts';
import type { Drawing } from '../labels/drawing.ts';
import { toPdf } from '../labels/pdf.ts';
import { type Sheet, sheets } from '../labels/sheets.ts';
import { toSubject } from '../labels/subject.ts';
import { zplPrinter } from '../labels/zpl.ts';
import type { Sender } from './authenticate.ts';
import { checkSheetRequest } from './check-sheet-request.ts';
import { readSheetCodes, type SheetCode } from './sheet-codes.ts';

const DPI_DEFAULT = 300;
/** Work between two moments at which other requests are let in. */
const SLICE_MS = 20;

/** Labels on their way to the caller. */
export interface PrintedSheet {
  readonly pieces: AsyncIterable<string | Uint8Array>;
  /** How many positions of the order are void and got no label. */
  readonly leftOut: number;
}

/**
 * Prints labels of codes, or of positions of an order that the caller may see. Everything is drawn before the first byte is
 * given away, so that codes that no label can hold are a refusal and never half a file. Void codes of an order are left out.
 */
export async function printSheet(
  context: Context,
  sender: Sender,
  request: SheetRequest,
): Promise<PrintedSheet> {
  const sheet = sheets[request.layout];
  checkSheetRequest(request, sheet);
  const { codes, leftOut } = await readSheetCodes(context, sender, request);
  const dpi = request.form === 'zpl' ? (request.dpi ?? DPI_DEFAULT) : DOTS_PER_INCH_FINE;
  const drawings = await drawAll(context, codes, { ...request, sheet, dpi });
  if (request.form === 'zpl') return { pieces: zplPieces(drawings, dpi), leftOut };
  const title = request.title || (request.certificate?.product ?? 'Labels');
  const startAt = (request.startAt ?? 1) - 1;
  return { pieces: toPdf(drawings, sheet, { title, createdAt: context.now(), startAt }), leftOut };
}

async function* zplPieces(drawings: readonly Drawing[], dpi: number): AsyncGenerator<string> {
  const print = zplPrinter(dpi);
  for (const drawing of drawings) {
    yield print(drawing);
    await new Promise(setImmediate);
  }
}

type Job = SheetRequest & { readonly sheet: Sheet; readonly dpi: number };

function drawOne({ config }: Context, { code }: SheetCode, job: Job): Drawing {
  if (code instanceof Problem) throw code;
  const { kind, sheet, dpi, title, certificate } = job;
  return drawLabelOf(kind, {
    subject: toSubject(code, config.publicOrigin),
    width: sheet.labelWidth,
    height: sheet.labelHeight,
    dpi,
    ...(title ? { title } : {}),
    ...(certificate ? { certificate } : {}),
  });
}

async function drawAll(context: Context, codes: readonly SheetCode[], job: Job): Promise<Drawing[]> {
  const drawings: Drawing[] = [];
  const refused: Refused[] = [];
  let since = performance.now();
  for (const one of codes) {
    try {
      drawings.push(drawOne(context, one, job));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push([one, error]);
    }
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise(setImmediate);
    since = performance.now();
  }
  if (refused.length > 0) throw refusalOf(refused, codes.length);
  return drawings;
}

type Refused = readonly [code: SheetCode, problem: Problem];

/** One refusal with every code that is in the way and its place in the request. */
function refusalOf(refused: readonly Refused[], count: number): Problem {
  const faults = refused.map(
    ([{ pointer, got }, { code, detail }]): FaultLine => ({
      pointer,
      rule: code,
      expected: '',
      got,
      ...detail,
    }),
  );
  const [first] = faults;
  const problems = refused.map(([, { code }]) => code);
  const code = problems.includes('unreadable-code') ? 'unreadable-code' : 'unprintable-code';
  const detail = words(first?.en ?? '', first?.zh ?? '');
  if (faults.length === 1) return new Problem(code, { detail, faults });
  return new Problem(code, {
    detail: words(
      `${faults.length} of ${count} codes are in the way. The first: ${detail.en}`,
      `${count} 个编码中有 ${faults.length} 个无法打印。首个：${detail.zh}`,
    ),
    faults,
  });
}
