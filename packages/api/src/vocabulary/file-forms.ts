import type { Pair } from './pair.ts';

/** A form in which an answer is taken away as a file. */
export interface FileForm {
  readonly media: string;
  /** How the name of such a file ends. */
  readonly ending: string;
  /** What people know it as. */
  readonly name: Pair;
  /** The public has no right to it. */
  readonly keyNeeded?: true;
}

/** Media type of an Excel workbook. */
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const workbook = { media: WORKBOOK, ending: 'xlsx', name: ['Excel 工作簿', 'Excel workbook'] } as const;
const csv = { media: 'text/csv', ending: 'csv', name: ['CSV 表', 'CSV table'] } as const;

/** Forms of a trace beside JSON; the route, the command and the console offer what stands here. */
export const traceForms = {
  xlsx: workbook,
  csv,
  svg: { media: 'image/svg+xml', ending: 'svg', name: ['图（SVG）', 'Picture (SVG)'] },
  epcis: {
    media: 'application/ld+json',
    ending: 'jsonld',
    name: ['EPCIS 文档（所用事件）', 'EPCIS document (the events used)'],
    keyNeeded: true,
  },
  graphml: { media: 'application/graphml+xml', ending: 'graphml', name: ['GraphML 图数据', 'GraphML graph'] },
  ndjson: { media: 'application/x-ndjson', ending: 'ndjson', name: ['逐行 JSON', 'Lines of JSON'] },
  pdf: { media: 'application/pdf', ending: 'pdf', name: ['PDF 报告', 'PDF report'] },
} as const satisfies Record<string, FileForm>;
export type TraceForm = keyof typeof traceForms;

/** Forms of a history beside JSON. */
export const historyForms = { xlsx: workbook } as const satisfies Record<string, FileForm>;

/** The names of a table of forms, in its order. */
export const formNames = <F extends string>(forms: Readonly<Record<F, FileForm>>): F[] =>
  Object.keys(forms) as F[];

/** The row of a form with its optional members readable. */
export const fileFormOf = <F extends string>(forms: Readonly<Record<F, FileForm>>, form: F): FileForm =>
  forms[form];
