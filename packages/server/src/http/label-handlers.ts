import type { LabelForm } from '@yunsu/api';
import { drawLabel } from '../operations/draw-label.ts';
import { printSheet } from '../operations/print-sheet.ts';
import type { Handlers } from './call.ts';

/** Media types of the forms; ZPL has none that is registered, and is ASCII text. */
const mediaOf: Readonly<Record<LabelForm, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
  zpl: 'text/plain; charset=utf-8',
};

/** The form that `Accept` asks for, where no parameter does. */
const formOf = (media: string): LabelForm =>
  (Object.keys(mediaOf) as LabelForm[]).find((form) => mediaOf[form].startsWith(media)) ?? 'svg';

/** A picture is never a page: what opens it by itself runs nothing in it. */
export const asPicture = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/** Codes on paper. */
export const labelHandlers: Pick<Handlers, 'drawLabel' | 'printSheet'> = {
  drawLabel: async ({ context, parameters, media }) => {
    const form = parameters.form ?? formOf(media);
    const bytes = await drawLabel(context, { ...parameters, form });
    return {
      bytes,
      media: mediaOf[form],
      headers: { ...asPicture, 'content-disposition': `inline; filename="label.${form}"` },
    };
  },
  printSheet: async ({ context, sender, body }) => {
    const { pieces, leftOut } = await printSheet(context, sender, body);
    const name = `labels.${body.form}`;
    return {
      pieces,
      media: mediaOf[body.form],
      headers: {
        'content-disposition': `attachment; filename="${name}"`,
        'yunsu-void-left-out': String(leftOut),
      },
    };
  },
};
