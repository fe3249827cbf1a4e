import Type from 'typebox';
import type { Route } from '../route.ts';
import { HistoryFileQuery, LanguageHeaders, TraceFileQuery } from '../shapes/taken.ts';
import { type FileForm, historyForms, traceForms } from '../vocabulary/file-forms.ts';
import { words } from '../words.ts';

const mediaOf = (forms: Readonly<Record<string, FileForm>>): string[] =>
  Object.values(forms).map(({ media }) => media);

/** Forms of a trace beside JSON. */
export const traceMedia = mediaOf(traceForms);

/** Forms of a history beside JSON. */
export const historyMedia = mediaOf(historyForms);

/** Answers as files that people take away. The parameter `form` says which form; without it `Accept` does. */
export const takenRoutes = {
  takeTrace: {
    method: 'GET',
    path: '/api/trace-files',
    who: 'anyone',
    summary: words('Take a trace away as a file', '下载追溯结果文件'),
    query: TraceFileQuery,
    headers: LanguageHeaders,
    status: 200,
    answer: Type.String(),
    media: traceForms.xlsx.media,
    alsoMedia: traceMedia.slice(1),
    binary: true,
    problems: ['invalid-parameter', 'unreadable-code', 'not-acceptable', 'key-needed', 'too-many-events'],
  },
  takeHistory: {
    method: 'GET',
    path: '/api/history-files',
    who: 'anyone',
    summary: words('Take the history of a unit away as a workbook', '下载追溯单元的事件表'),
    query: HistoryFileQuery,
    headers: LanguageHeaders,
    status: 200,
    answer: Type.String(),
    media: historyForms.xlsx.media,
    binary: true,
    problems: ['invalid-parameter', 'unreadable-code', 'not-acceptable'],
  },
} as const satisfies Record<string, Route>;
