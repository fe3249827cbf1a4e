import { toElementString } from '@yunsu/identifiers';
import type { Drawing } from './drawing.ts';
import type { LabelRequest } from './label-request.ts';
import { refusals, unprintable } from './label-words.ts';
import { matrixLabel } from './matrix-label.ts';
import { DATAMATRIX_BYTES_MAX, dataMatrixModules, type Modules } from './modules.ts';
import type { Subject } from './subject.ts';

/** The element string of a code as symbols carry it; undefined where the code is not of GS1. */
export function elementStringOf({ elements }: Subject): string | undefined {
  if (elements.length === 0) return undefined;
  const printed = toElementString(elements, 'raw');
  if (!printed.ok) throw unprintable({ en: printed.reason, zh: printed.reasonZh });
  return printed.text;
}

/** The Data Matrix of a code: its GS1 element string, or the address where it has none. */
export function dataMatrixOf(subject: Subject): Modules {
  const elements = elementStringOf(subject);
  const content = elements ?? subject.address;
  const bytes = Buffer.byteLength(content);
  if (bytes > DATAMATRIX_BYTES_MAX) throw unprintable(refusals.tooLong(DATAMATRIX_BYTES_MAX, bytes));
  return dataMatrixModules(content, elements !== undefined);
}

/** A label with a GS1 DataMatrix (GS1 General Specifications §5.6; GB/T 41208). */
export const dataMatrixLabel = (request: LabelRequest): Drawing =>
  matrixLabel(dataMatrixOf(request.subject), request);
