export type { AnswerOf, BodyOf, CallOf, HeadersOf, ParametersOf, ResultOf } from './calls.ts';
export {
  type Client,
  type ClientOptions,
  captureIDOf,
  createClient,
  type Fetch,
  nextPageTokenOf,
  Refusal,
} from './client.ts';
export { CSV_BOM, type CsvCell, neutralise, toCsv, toCsvRow } from './csv.ts';
export {
  GS1_VOCABULARY,
  isRegistrable,
  linkTypes,
  linkTypeTitle,
  linkTypeUri,
  toLinkType,
} from './link-types.ts';
export { toOpenapi } from './openapi.ts';
export {
  type EpcisException,
  FAULTS_LISTED_MAX,
  type FaultLine,
  Problem,
  type ProblemCode,
  type ProblemOptions,
  type ProblemRow,
  problems,
} from './problems.ts';
export type { Route, Who } from './route.ts';
export { type OperationName, operationNames, type Routes, routeOf, routes } from './routes.ts';
export * from './shapes/alias.ts';
export * from './shapes/capture.ts';
export * from './shapes/claim.ts';
export { CODE_LENGTH_MAX, HolderView, PER_PAGE_DEFAULT, PER_PAGE_MAX, PlaceView } from './shapes/common.ts';
export * from './shapes/completeness.ts';
export * from './shapes/health.ts';
export {
  Category,
  CodeQuery,
  Identification,
  IdentifyQuery,
  IssuerView,
} from './shapes/identification.ts';
export * from './shapes/issuing.ts';
export * from './shapes/key.ts';
export * from './shapes/label.ts';
export * from './shapes/link.ts';
export * from './shapes/party-balance.ts';
export * from './shapes/problem.ts';
export * from './shapes/register.ts';
export {
  STOCK_EVENTS_MAX,
  STOCK_HOLDERS_MAX,
  StockAnswer,
  StockCameIn,
  StockCounty,
  StockHolder,
  StockLine,
  StockQuery,
  StockWentOut,
} from './shapes/stock.ts';
export * from './shapes/taken.ts';
export * from './shapes/trace.ts';
export * from './shapes/unit.ts';
export { toStockCsv } from './stock-csv.ts';
export { pictureGraphOf } from './trace-picture.ts';
export { bizSteps } from './vocabulary/biz-steps.ts';
export { dispositions } from './vocabulary/dispositions.ts';
export {
  type FileForm,
  fileFormOf,
  formNames,
  historyForms,
  type TraceForm,
  traceForms,
} from './vocabulary/file-forms.ts';
export { legKinds } from './vocabulary/leg-kinds.ts';
export { type Pair, type PairTable, rowOf } from './vocabulary/pair.ts';
export { prefectures } from './vocabulary/prefectures.ts';
export { processes } from './vocabulary/processes.ts';
export { cameInKinds, partyCameInKinds, partyWentOutKinds, wentOutKinds } from './vocabulary/stock-kinds.ts';
export { endKinds, gapKinds, levels, linkKinds } from './vocabulary/trace-kinds.ts';
export { units } from './vocabulary/units.ts';
export { wholePercent } from './whole-percent.ts';
export { type Words, words } from './words.ts';
