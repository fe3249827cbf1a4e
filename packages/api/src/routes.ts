import Type, { type TObject, type TSchema } from 'typebox';
import type { ProblemCode } from './problems.ts';
import {
  CaptureHeaders,
  CaptureJob,
  CaptureParams,
  DocumentBody,
  EpcisResources,
  EventDocument,
  EventHashes,
  EventParams,
  GetHeaders,
  PageQuery,
  PostHeaders,
} from './shapes/capture.ts';
import { Liveness, Readiness } from './shapes/health.ts';
import { CodeQuery, Identification } from './shapes/identification.ts';
import { KeyRequest, NewKey } from './shapes/key.ts';
import { PartyAnswer, PlaceAnswer, ProductAnswer, RegisterCounts, RegisterRows } from './shapes/register.ts';
import { TraceAnswer, TraceQuery } from './shapes/trace.ts';
import { HistoryAnswer, HistoryQuery, UnitAnswer } from './shapes/unit.ts';
import { type Words, words } from './words.ts';

/**
 * Who may call: `anyone` also without a key (the public view); `key` with any key; `party` with a key that is
 * bound to a party; `regulator` with a regulator's key.
 */
export type Who = 'anyone' | 'key' | 'party' | 'regulator';

/** One HTTP operation. Paths are written as OpenAPI writes them, `{name}` for a part that varies. */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly who: Who;
  readonly summary: Words;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly headers?: TObject;
  readonly body?: TSchema;
  /** `document`: the body is kept byte for byte and read by the EPCIS room; else JSON. */
  readonly bodyIs?: 'json' | 'document';
  readonly status: number;
  readonly answer?: TSchema;
  /** Media type of the answer; JSON where absent. */
  readonly media?: string;
  /** Other forms of the same answer, given where `Accept` names one of them. */
  readonly alsoMedia?: readonly string[];
  /** Headers of the answer that carry meaning, in lower case. */
  readonly answerHeaders?: readonly string[];
  readonly problems: readonly ProblemCode[];
}

const documentProblems = [
  'invalid-document',
  'invalid-json',
  'body-too-large',
  'too-many-events',
  'unsupported-media-type',
  'not-acceptable',
] as const;

/** Every HTTP operation of the platform, by name: the server asks for a handler for each, the client has a method for each. */
export const routes = {
  identifyCode: {
    method: 'GET',
    path: '/api/identify',
    who: 'anyone',
    summary: words('Say what a code can be', '识别编码'),
    query: CodeQuery,
    status: 200,
    answer: Identification,
    problems: ['invalid-parameter'],
  },
  readUnit: {
    method: 'GET',
    path: '/api/units',
    who: 'anyone',
    summary: words('Say what a unit is, in what state and in whose hands', '查询追溯单元的状态与持有情况'),
    query: CodeQuery,
    status: 200,
    answer: UnitAnswer,
    problems: ['invalid-parameter', 'unreadable-code'],
  },
  readHistory: {
    method: 'GET',
    path: '/api/history',
    who: 'anyone',
    summary: words('List the events of a unit in order', '按时间顺序列出追溯单元的事件'),
    query: HistoryQuery,
    status: 200,
    answer: HistoryAnswer,
    problems: ['invalid-parameter', 'unreadable-code'],
  },
  traceCode: {
    method: 'GET',
    path: '/api/trace',
    who: 'anyone',
    summary: words('Trace a unit back and forward with quantities', '追溯来源与去向（含数量）'),
    query: TraceQuery,
    status: 200,
    answer: TraceAnswer,
    alsoMedia: ['application/x-ndjson', 'text/csv', 'application/graphml+xml'],
    problems: ['invalid-parameter', 'unreadable-code', 'not-acceptable'],
  },
  hashEvents: {
    method: 'POST',
    path: '/api/event-hashes',
    who: 'anyone',
    summary: words(
      'Compute the CBV 2.0 hash ids of the events of a document',
      '计算文档中各事件的 CBV 2.0 哈希标识',
    ),
    body: DocumentBody,
    bodyIs: 'document',
    status: 200,
    answer: EventHashes,
    problems: documentProblems,
  },
  loadRegisters: {
    method: 'POST',
    path: '/api/registers',
    who: 'regulator',
    summary: words('Load parties, places, products and licences', '导入主体、场所、产品与许可登记'),
    body: RegisterRows,
    status: 200,
    answer: RegisterCounts,
    problems: ['invalid-json', 'invalid-request', 'body-too-large', 'not-allowed'],
  },
  readParty: {
    method: 'GET',
    path: '/api/parties',
    who: 'anyone',
    summary: words('Read a party from the register', '查询主体登记'),
    query: CodeQuery,
    status: 200,
    answer: PartyAnswer,
    problems: ['invalid-parameter', 'not-found'],
  },
  readPlace: {
    method: 'GET',
    path: '/api/places',
    who: 'anyone',
    summary: words('Read a place from the register', '查询场所登记'),
    query: CodeQuery,
    status: 200,
    answer: PlaceAnswer,
    problems: ['invalid-parameter', 'not-found'],
  },
  readProduct: {
    method: 'GET',
    path: '/api/products',
    who: 'anyone',
    summary: words('Read a product from the register', '查询产品登记'),
    query: CodeQuery,
    status: 200,
    answer: ProductAnswer,
    problems: ['invalid-parameter', 'not-found'],
  },
  createKey: {
    method: 'POST',
    path: '/api/keys',
    who: 'regulator',
    summary: words('Create a key for a party or a regulator', '为主体或监管部门签发密钥'),
    body: KeyRequest,
    status: 201,
    answer: NewKey,
    problems: ['invalid-json', 'invalid-request', 'not-allowed'],
  },
  listEpcisResources: {
    method: 'GET',
    path: '/epcis',
    who: 'anyone',
    summary: words('List the top-level resources of the EPCIS binding', '列出 EPCIS 接口的顶层资源'),
    headers: GetHeaders,
    status: 200,
    answer: EpcisResources,
    problems: ['not-acceptable'],
  },
  captureEvents: {
    method: 'POST',
    path: '/epcis/capture',
    who: 'party',
    summary: words('Capture the events of a document', '采集文档中的事件'),
    headers: CaptureHeaders,
    body: DocumentBody,
    bodyIs: 'document',
    status: 202,
    answerHeaders: ['location'],
    problems: documentProblems,
  },
  listCaptureJobs: {
    method: 'GET',
    path: '/epcis/capture',
    who: 'party',
    summary: words('List own capture jobs, the latest first', '列出本方的采集任务，最新在前'),
    headers: GetHeaders,
    query: PageQuery,
    status: 200,
    answer: Type.Array(CaptureJob),
    answerHeaders: ['link', 'gs1-next-page-token-expires'],
    problems: ['invalid-parameter', 'not-acceptable'],
  },
  readCaptureJob: {
    method: 'GET',
    path: '/epcis/capture/{captureID}',
    who: 'party',
    summary: words('Read the state of a capture job', '查询采集任务状态'),
    headers: GetHeaders,
    params: CaptureParams,
    status: 200,
    answer: CaptureJob,
    problems: ['not-found', 'not-acceptable'],
  },
  appendEvent: {
    method: 'POST',
    path: '/epcis/events',
    who: 'party',
    summary: words('Capture one event and wait for it', '同步采集单个事件'),
    headers: PostHeaders,
    body: DocumentBody,
    bodyIs: 'document',
    status: 201,
    answer: EventDocument,
    answerHeaders: ['location'],
    problems: [...documentProblems, 'event-conflict', 'not-the-actor'],
  },
  readEventsByID: {
    method: 'GET',
    path: '/epcis/events/{eventID}',
    who: 'key',
    summary: words('Read an event and its error declarations', '按 eventID 查询事件及其错误声明'),
    headers: GetHeaders,
    params: EventParams,
    status: 200,
    answer: EventDocument,
    problems: ['not-found', 'not-acceptable'],
  },
  readLiveness: {
    method: 'GET',
    path: '/health/live',
    who: 'anyone',
    summary: words('Say that the process turns', '进程存活检查'),
    status: 200,
    answer: Liveness,
    problems: [],
  },
  readReadiness: {
    method: 'GET',
    path: '/health/ready',
    who: 'anyone',
    summary: words('Say whether the server can do its work', '服务就绪检查'),
    status: 200,
    answer: Readiness,
    problems: [],
  },
  readMetrics: {
    method: 'GET',
    path: '/metrics',
    who: 'anyone',
    summary: words('Give the counters in Prometheus text', 'Prometheus 文本格式的运行指标'),
    status: 200,
    answer: Type.String(),
    media: 'text/plain; version=0.0.4; charset=utf-8',
    problems: [],
  },
  readOpenapi: {
    method: 'GET',
    path: '/api/openapi.json',
    who: 'anyone',
    summary: words('Describe these operations as OpenAPI 3.1', '以 OpenAPI 3.1 描述全部接口'),
    status: 200,
    answer: Type.Unsafe<Record<string, unknown>>(Type.Object({})),
    problems: [],
  },
  readDocs: {
    method: 'GET',
    path: '/api/docs',
    who: 'anyone',
    summary: words('Describe these operations for people', '接口说明页面'),
    status: 200,
    answer: Type.String(),
    media: 'text/html; charset=utf-8',
    problems: [],
  },
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type OperationName = keyof Routes;
export const operationNames = Object.keys(routes) as OperationName[];

/** The row of an operation with its optional members readable. */
export const routeOf = (name: OperationName): Route => routes[name];
