import type { LabelKind } from '@yunsu/api';
import { certificateLabel } from './certificate.ts';
import { dataMatrixLabel } from './datamatrix.ts';
import type { Drawing } from './drawing.ts';
import { labelFace } from './face.ts';
import { gs1128Label } from './gs1-128.ts';
import type { LabelRequest } from './label-request.ts';
import { refusals, unprintable } from './label-words.ts';
import { qrLabel } from './qr.ts';
import { ssccLabel } from './sscc.ts';

/** Every kind of label and how it is laid out. A new kind is a file of its own and a line here. */
const kinds: Readonly<Record<LabelKind, (request: LabelRequest) => Drawing>> = {
  qr: qrLabel,
  datamatrix: dataMatrixLabel,
  'gs1-128': gs1128Label,
  sscc: ssccLabel,
  certificate: certificateLabel,
};

/** Draws a label, or throws the refusal `unprintable-code` with the reason. */
export function drawLabelOf(kind: LabelKind, request: LabelRequest): Drawing {
  const drawing = kinds[kind](request);
  const face = labelFace();
  for (const shape of drawing.shapes) {
    const missing = shape.kind === 'text' ? face.missingIn(shape.text) : undefined;
    if (missing !== undefined) throw unprintable(refusals.noCharacter(missing));
  }
  return drawing;
}
