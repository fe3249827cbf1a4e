import { type CertificateContent, type LabelKind, SHEET_LABELS_MAX, type SheetRequest } from '@yunsu/api';
import { perPageOf } from './layouts.ts';
import type { Source } from './offers.ts';
import { filesOf } from './print-run.ts';

/** A print job as somebody has it in the form. */
export interface PrintDraft {
  readonly kind: LabelKind;
  readonly layout: SheetRequest['layout'];
  readonly form: SheetRequest['form'];
  readonly dpi: 203 | 300 | 600;
  readonly startAt: number;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly certificate: CertificateContent;
}

const positionOf = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);

/** The positions that are printed; undefined where they are not of the order. A single code has none and is printed once. */
export function positionsOf(
  source: Source,
  { from, to }: Pick<PrintDraft, 'from' | 'to'>,
): { from: number; to: number } | undefined {
  if ('code' in source) return { from: 1, to: 1 };
  const positions = { from: positionOf(from), to: positionOf(to) };
  return positions.from >= 1 && positions.to >= positions.from && positions.to <= source.count
    ? positions
    : undefined;
}

/** The calls that a print job is made of, one for each file. */
export function sheetRequests(source: Source, draft: PrintDraft): SheetRequest[] {
  const positions = positionsOf(source, draft);
  if (!positions) return [];
  const { kind, layout, form, dpi, title, certificate } = draft;
  const perPage = perPageOf(layout);
  const startAt = perPage === 1 ? 1 : draft.startAt;
  return filesOf({ ...positions, startAt, perPage, labelsMax: SHEET_LABELS_MAX }).map((file) => ({
    kind,
    layout,
    form,
    ...('code' in source
      ? { codes: [source.code] }
      : { order: { id: source.order, from: file.from, to: file.to } }),
    ...(perPage === 1 ? {} : { startAt: file.startAt }),
    ...(title.trim() === '' || kind === 'certificate' ? {} : { title: title.trim() }),
    ...(kind === 'certificate' ? { certificate } : {}),
    ...(form === 'zpl' ? { dpi } : {}),
  }));
}
