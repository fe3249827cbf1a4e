import type { Drawing } from './drawing.ts';
import type { LabelRequest } from './label-request.ts';
import { refusals, unprintable } from './label-words.ts';
import { matrixLabel } from './matrix-label.ts';
import { type Modules, QR_BYTES_MAX, qrModules } from './modules.ts';
import type { Subject } from './subject.ts';

/** The QR symbol of a code: the address where anybody can ask about it. */
export function qrOf({ address }: Subject): Modules {
  const bytes = Buffer.byteLength(address);
  if (bytes > QR_BYTES_MAX) throw unprintable(refusals.tooLong(QR_BYTES_MAX, bytes));
  return qrModules(address);
}

/** A label with a QR symbol (GB/T 18284; Digital Link where GS1 has one). */
export const qrLabel = (request: LabelRequest): Drawing => matrixLabel(qrOf(request.subject), request);
