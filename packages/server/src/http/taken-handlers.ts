import {
  formNames,
  type HistoryFileQuery,
  historyForms,
  type LanguageHeaders,
  type TraceFileQuery,
  type TraceForm,
  traceForms,
} from '@yunsu/api';
import type { Context } from '../context.ts';
import type { Sender } from '../operations/authenticate.ts';
import { readHistory } from '../operations/read-history.ts';
import { streamTrace } from '../operations/stream-trace.ts';
import { takeHistoryWorkbook } from '../operations/take-history.ts';
import { takeTraceWorkbook } from '../operations/take-trace.ts';
import { takeTraceDocument } from '../operations/take-trace-document.ts';
import { takeTraceReport } from '../operations/take-trace-report.ts';
import { traceCode } from '../operations/trace-code.ts';
import type { Handlers } from './call.ts';
import { asPicture } from './label-handlers.ts';
import { languageOf } from './language-of.ts';
import { toGraphml, toTraceCsv, toTraceSvg } from './trace-forms.ts';

const formOf = (asked: string): TraceForm | undefined =>
  formNames<TraceForm>(traceForms).find((form) => traceForms[form].media === asked);

/** A file that a browser saves under a name. */
const saved = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` });

interface Asked {
  readonly context: Context;
  readonly sender: Sender;
  readonly parameters: TraceFileQuery;
  readonly headers: LanguageHeaders;
}

async function fileOf(form: TraceForm, { context, sender, parameters, headers }: Asked) {
  const language = languageOf(headers['accept-language'], parameters.lang);
  switch (form) {
    case 'xlsx':
      return { pieces: await takeTraceWorkbook(context, sender, parameters, language) };
    case 'epcis':
      return { pieces: await takeTraceDocument(context, sender, parameters) };
    case 'ndjson':
      return { pieces: await streamTrace(context, sender, parameters) };
    case 'pdf':
      return { pieces: await takeTraceReport(context, sender, parameters, { language }) };
    case 'csv':
      return { text: toTraceCsv(await traceCode(context, sender, parameters)) };
    case 'graphml':
      return { text: toGraphml(await traceCode(context, sender, parameters)) };
    case 'svg':
      return {
        text: toTraceSvg(await traceCode(context, sender, parameters), parameters.direction, language),
      };
  }
}

/** Answers in the forms in which people take them away. */
export const takenHandlers: Pick<Handlers, 'traceCode' | 'readHistory' | 'takeTrace' | 'takeHistory'> = {
  traceCode: async (call) => {
    const form = formOf(call.media);
    if (form !== undefined)
      return {
        ...(await fileOf(form, call)),
        headers: { ...(form === 'svg' ? asPicture : {}), vary: 'accept, accept-language' },
      };
    return { body: await traceCode(call.context, call.sender, call.parameters) };
  },
  takeTrace: async (call) => {
    const form = call.parameters.form ?? formOf(call.media) ?? 'xlsx';
    const headers = { ...(form === 'svg' ? asPicture : {}), ...saved(`trace.${traceForms[form].ending}`) };
    return { ...(await fileOf(form, call)), media: traceForms[form].media, headers };
  },
  readHistory: async ({ context, sender, parameters, headers, media: asked }) => {
    if (asked !== historyForms.xlsx.media) return { body: await readHistory(context, sender, parameters) };
    const language = languageOf(headers['accept-language'], undefined);
    return { pieces: await takeHistoryWorkbook(context, sender, parameters, language) };
  },
  takeHistory: async ({ context, sender, parameters, headers }) => {
    const { lang }: HistoryFileQuery = parameters;
    const language = languageOf(headers['accept-language'], lang);
    return {
      pieces: await takeHistoryWorkbook(context, sender, parameters, language),
      headers: saved('history.xlsx'),
    };
  },
};
