import Type, { type Static } from 'typebox';
import { formNames, type TraceForm, traceForms } from '../vocabulary/file-forms.ts';
import { closed } from './common.ts';
import { TraceQuery } from './trace.ts';
import { HistoryQuery } from './unit.ts';

/** Language of a file for people; without it the first of `Accept-Language` that we speak, else Chinese. */
const lang = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]));

/** What an answer in words is read from. */
export const LanguageHeaders = Type.Object({
  'accept-language': Type.Optional(Type.String({ maxLength: 1000 })),
});
export type LanguageHeaders = Static<typeof LanguageHeaders>;

/** Forms in which a trace can be taken away. */
const TraceForms = Type.Unsafe<TraceForm>(
  Type.Union(formNames<TraceForm>(traceForms).map((form) => Type.Literal(form))),
);

export const TraceFileQuery = closed({ ...TraceQuery.properties, form: Type.Optional(TraceForms), lang });
export type TraceFileQuery = Static<typeof TraceFileQuery>;

export const HistoryFileQuery = closed({
  code: HistoryQuery.properties.code,
  knownAt: HistoryQuery.properties.knownAt,
  lang,
});
export type HistoryFileQuery = Static<typeof HistoryFileQuery>;
