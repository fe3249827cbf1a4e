import type { LabelKind, SheetLayout } from '@yunsu/api';
import { layouts } from './layouts.ts';

/** What is printed: an order of codes, or one code of any scheme. */
export type Source =
  | { readonly order: string; readonly count: number; readonly scheme: string }
  | { readonly code: string; readonly scheme: string };

const GS1 = new Set(['gtin', 'sscc', 'giai', 'grai']);

/** The kinds of label that a scheme can have, the usual one first: GS1-128 holds GS1 keys, a logistics label an SSCC. */
export function kindsOf(scheme: string): LabelKind[] {
  if (scheme === 'sscc') return ['sscc', 'gs1-128', 'qr', 'datamatrix'];
  const rest: LabelKind[] = GS1.has(scheme) ? ['datamatrix', 'gs1-128'] : ['datamatrix'];
  return ['qr', ...rest, 'certificate'];
}

/** The papers of a form: ZPL speaks to roll printers only. */
export const layoutsOf = (form: 'pdf' | 'zpl'): SheetLayout[] =>
  (Object.keys(layouts) as SheetLayout[]).filter(
    (layout) => form === 'pdf' || layouts[layout].paper === 'roll',
  );
