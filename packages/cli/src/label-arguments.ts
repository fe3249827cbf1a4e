import type { LabelForm, LabelKind, LabelQuery, SheetLayout, SheetRequest } from '@yunsu/api';
import { SHEET_LABELS_MAX } from '@yunsu/api';
import type { TextName } from './words.ts';

/** What `yunsu label` asks for, and the file that it goes to. */
export interface LabelCommand {
  readonly query: LabelQuery;
  readonly out: string;
}

/** What `yunsu sheet` asks for: codes, or an order; its positions are all of them where none are named. */
export interface SheetCommand {
  readonly body: Omit<SheetRequest, 'order' | 'certificate'>;
  readonly order?: { readonly id: string; readonly from?: number; readonly to?: number };
  readonly certificateFile?: string;
  readonly out: string;
}

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
type Refuse = (name: TextName, values?: Record<string, string | number>) => Error;

/** Options of labels, each with the commands that take it. */
export const labelOptions = {
  kind: { type: 'string' },
  form: { type: 'string' },
  dpi: { type: 'string' },
  out: { type: 'string' },
  order: { type: 'string' },
  title: { type: 'string' },
  'start-at': { type: 'string' },
  certificate: { type: 'string' },
} as const;

export const labelOptionOwners: Readonly<Record<keyof typeof labelOptions, readonly string[]>> = {
  kind: ['label', 'sheet'],
  form: ['label', 'sheet'],
  dpi: ['label', 'sheet'],
  out: ['label', 'sheet'],
  order: ['sheet'],
  title: ['sheet'],
  'start-at': ['sheet'],
  certificate: ['sheet'],
};

const KINDS: readonly LabelKind[] = ['qr', 'datamatrix', 'gs1-128', 'sscc', 'certificate'];
const FORMS: readonly LabelForm[] = ['svg', 'png', 'pdf', 'zpl'];
const SHEET_FORMS: readonly SheetRequest['form'][] = ['pdf', 'zpl'];
const RESOLUTIONS = ['203', '300', '600'];
const LAYOUTS: readonly SheetLayout[] = [
  'a4-2x5',
  'a4-3x8',
  'a4-5x13',
  'roll-100x150',
  'roll-100x60',
  'roll-60x40',
  'roll-40x30',
];
/** Labels on the sheet that has most of them. */
const PLACES_MAX = 65;

const text = (value: Values[string]) => (typeof value === 'string' ? value : undefined);

function choiceOf<T extends string>(
  option: string,
  value: string | undefined,
  choices: readonly T[],
  refuse: Refuse,
): T | undefined {
  if (value === undefined) return undefined;
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw refuse('choiceWrong', { option, choices: choices.join(', ') });
  return choice;
}

/** The form asked for; else that of the file's name. */
function formOf<T extends string>(values: Values, forms: readonly T[], refuse: Refuse): T | undefined {
  const named = choiceOf('form', text(values.form), forms, refuse);
  return named ?? forms.find((form) => text(values.out)?.toLowerCase().endsWith(`.${form}`));
}

function sharedOf(values: Values, refuse: Refuse) {
  const kind = choiceOf('kind', text(values.kind), KINDS, refuse);
  const dpi = choiceOf('dpi', text(values.dpi), RESOLUTIONS, refuse);
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(dpi === undefined ? {} : { dpi: Number(dpi) as 203 | 300 | 600 }),
  };
}

/** Reads what follows `label`. */
export function labelCommandOf(values: Values, rest: readonly string[], refuse: Refuse): LabelCommand {
  const [code] = rest;
  if (code === undefined || code === '' || rest.length > 1) throw refuse('codeNeeded', { name: 'label' });
  const form = formOf(values, FORMS, refuse) ?? 'svg';
  return {
    query: { code, form, ...sharedOf(values, refuse) },
    out: text(values.out) ?? `label.${form}`,
  };
}

function orderOf(values: Values, refuse: Refuse): SheetCommand['order'] {
  const id = text(values.order);
  const positions = text(values.positions);
  if (id === undefined) {
    if (positions !== undefined) throw refuse('sheetUsage');
    return undefined;
  }
  if (positions === undefined) return { id };
  const [, from = '', to = from] = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(positions) ?? [];
  if (from === '') throw refuse('positionsWrong');
  return { id, from: Number(from), to: Number(to) };
}

function startOf(values: Values, refuse: Refuse): number | undefined {
  const given = text(values['start-at']);
  if (given === undefined) return undefined;
  if (!/^[1-9]\d?$/.test(given) || Number(given) > PLACES_MAX)
    throw refuse('numberWrong', { option: '--start-at', max: PLACES_MAX });
  return Number(given);
}

/** Reads what follows `sheet`: the paper, then codes or an order. */
export function sheetCommandOf(values: Values, rest: readonly string[], refuse: Refuse): SheetCommand {
  const [paper, ...codes] = rest;
  const order = orderOf(values, refuse);
  if (paper === undefined || (codes.length === 0) === (order === undefined)) throw refuse('sheetUsage');
  if (codes.length > SHEET_LABELS_MAX) throw refuse('labelsTooMany', { max: SHEET_LABELS_MAX });
  const layout = choiceOf('sheet', paper, LAYOUTS, refuse) as SheetLayout;
  const form = formOf(values, SHEET_FORMS, refuse) ?? 'pdf';
  const title = text(values.title);
  const startAt = startOf(values, refuse);
  const certificateFile = text(values.certificate);
  return {
    body: {
      kind: 'qr',
      ...sharedOf(values, refuse),
      layout,
      form,
      ...(codes.length === 0 ? {} : { codes }),
      ...(title === undefined ? {} : { title }),
      ...(startAt === undefined ? {} : { startAt }),
    },
    ...(order === undefined ? {} : { order }),
    ...(certificateFile === undefined ? {} : { certificateFile }),
    out: text(values.out) ?? `labels.${form}`,
  };
}
