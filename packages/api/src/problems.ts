import { type Words, words } from './words.ts';

/** Exception names of the EPCIS 2.0 REST binding (OpenAPI 2.0.0, schema RFC7807ProblemResponseBody). */
export type EpcisException =
  | 'CaptureLimitExceededException'
  | 'ImplementationException'
  | 'NoSuchResourceException'
  | 'NotAcceptableException'
  | 'QueryParameterException'
  | 'ResourceAlreadyExistsException'
  | 'SecurityException'
  | 'URITooLongException'
  | 'UnsupportedMediaTypeException'
  | 'ValidationException';

/** One way to be refused: its status, its name in EPCIS, what it is called and what the caller can do. */
export interface ProblemRow {
  readonly status: number;
  readonly epcisException: EpcisException;
  readonly title: Words;
  readonly remedy: Words;
}

const row = (status: number, epcisException: EpcisException, title: Words, remedy: Words): ProblemRow => ({
  status,
  epcisException,
  title,
  remedy,
});

/** Every refusal that the platform can give, by code. A new one is a new row here and nothing elsewhere. */
export const problems = {
  'invalid-document': row(
    400,
    'ValidationException',
    words('The EPCIS document is not valid', 'EPCIS 文档不符合规范'),
    words('Correct what `errors` lists and send it again.', '请按 errors 逐条更正后重新提交。'),
  ),
  'invalid-json': row(
    400,
    'ValidationException',
    words('The body is not readable JSON', '请求内容不是可读的 JSON'),
    words(
      'Send UTF-8 JSON without duplicate or reserved names.',
      '请提交 UTF-8 编码的 JSON，键名不得重复或保留。',
    ),
  ),
  'invalid-request': row(
    400,
    'ValidationException',
    words('The request does not have the expected shape', '请求的格式不符合约定'),
    words('Compare the request with /api/docs.', '请对照 /api/docs 检查请求。'),
  ),
  'invalid-parameter': row(
    400,
    'QueryParameterException',
    words('A parameter of the address is wrong', '地址参数有误'),
    words('Correct the parameter that `errors` names.', '请更正 errors 指出的参数。'),
  ),
  'unreadable-code': row(
    400,
    'ValidationException',
    words('This code can be read in no known scheme', '无法识别该编码'),
    words('Enter the code exactly as it is printed.', '请按包装上印刷的内容完整输入编码。'),
  ),
  'unprintable-code': row(
    400,
    'ValidationException',
    words('This label cannot hold this code', '该标签无法承载此编码'),
    words('Choose another kind of label.', '请换用其他标签类型。'),
  ),
  'code-conflict': row(
    409,
    'ResourceAlreadyExistsException',
    words('The code is in a state that does not allow it', '编码的当前状态不允许此操作'),
    words('Read the state of the code, then decide.', '请先查询编码的当前状态再操作。'),
  ),
  'key-refused': row(
    401,
    'SecurityException',
    words('The key is wrong or no longer valid', '密钥错误或已失效'),
    words('Send a valid key as `Authorization: Bearer …`.', '请在 Authorization: Bearer … 中使用有效密钥。'),
  ),
  'key-needed': row(
    401,
    'SecurityException',
    words('This call needs a key', '此操作需要密钥'),
    words('Send a key as `Authorization: Bearer …`.', '请在 Authorization: Bearer … 中附上密钥。'),
  ),
  'not-allowed': row(
    403,
    'SecurityException',
    words('This key may not do that', '该密钥无权进行此操作'),
    words('Ask the issuer of the key for the right.', '请向密钥签发方申请相应权限。'),
  ),
  'not-the-actor': row(
    403,
    'SecurityException',
    words('The event names a party that this key may not act for', '事件中的主体不是该密钥可代表的主体'),
    words(
      'Leave out `yunsu:party` or name a party that the key acts for.',
      '请去掉 yunsu:party，或填写该密钥可代表的主体。',
    ),
  ),
  'not-found': row(
    404,
    'NoSuchResourceException',
    words('There is nothing here', '未找到'),
    words('Check the address or the code.', '请检查地址或编码。'),
  ),
  'method-not-allowed': row(
    405,
    'ImplementationException',
    words('This address does not know that method', '该地址不支持此方法'),
    words('Use a method of the `Allow` header.', '请使用 Allow 头列出的方法。'),
  ),
  'not-acceptable': row(
    406,
    'NotAcceptableException',
    words('The answer cannot be given in the wanted form', '无法以所要求的形式回答'),
    words('Accept JSON and EPCIS 2.0.', '请接受 JSON 与 EPCIS 2.0。'),
  ),
  'request-timeout': row(
    408,
    'ImplementationException',
    words('The request came too slowly', '请求传输过慢'),
    words('Send it again over a better line, or in smaller parts.', '请在网络较好时重试，或分批提交。'),
  ),
  'event-conflict': row(
    409,
    'ResourceAlreadyExistsException',
    words('Another event has this eventID', '该 eventID 已被另一事件使用'),
    words(
      'Give this event its own eventID, or declare the stored one erroneous.',
      '请为该事件另用 eventID，或对已存事件提交错误声明。',
    ),
  ),
  'already-exists': row(
    409,
    'ResourceAlreadyExistsException',
    words('This is already stored', '已存在'),
    words('Nothing needs to be done.', '无需处理。'),
  ),
  'body-too-large': row(
    413,
    'CaptureLimitExceededException',
    words('The body is too large', '请求内容过大'),
    words(
      'Split it; the limits stand in the GS1-EPCIS-Capture headers.',
      '请拆分后提交，上限见 GS1-EPCIS-Capture 响应头。',
    ),
  ),
  'too-many-events': row(
    413,
    'CaptureLimitExceededException',
    words('The document holds too many events', '文档中的事件过多'),
    words(
      'Split it; the limit is GS1-EPCIS-Capture-Limit.',
      '请拆分后提交，上限见 GS1-EPCIS-Capture-Limit。',
    ),
  ),
  'uri-too-long': row(
    414,
    'URITooLongException',
    words('The address is too long', '地址过长'),
    words('Shorten the address.', '请缩短地址。'),
  ),
  'unsupported-media-type': row(
    415,
    'UnsupportedMediaTypeException',
    words('This kind of body is not understood', '不支持该内容类型'),
    words(
      'Send application/json or application/ld+json.',
      '请使用 application/json 或 application/ld+json。',
    ),
  ),
  'headers-too-large': row(
    431,
    'ImplementationException',
    words('The headers are too large', '请求头过大'),
    words('Send fewer or shorter headers.', '请减少请求头。'),
  ),
  'internal-error': row(
    500,
    'ImplementationException',
    words('The platform made a mistake', '平台内部错误'),
    words('Tell the operator the request id.', '请将请求编号告知运维人员。'),
  ),
  unavailable: row(
    503,
    'ImplementationException',
    words('The platform cannot answer right now', '平台暂时无法回答'),
    words('Try again after the seconds of `Retry-After`.', '请按 Retry-After 所示秒数后重试。'),
  ),
} as const satisfies Record<string, ProblemRow>;

export type ProblemCode = keyof typeof problems;

/** One mistake in what the caller sent; the pointer is an RFC 6901 path into the body, or a parameter's name. */
export interface FaultLine {
  readonly pointer: string;
  readonly rule: string;
  readonly expected: string;
  readonly got: string;
  readonly en: string;
  readonly zh: string;
}

/** Most mistakes that one answer lists; the rest is counted in the detail. */
export const FAULTS_LISTED_MAX = 1000;

/** What a refusal may say beyond its row. */
export interface ProblemOptions {
  readonly detail?: Words;
  readonly faults?: readonly FaultLine[];
  /** Headers that belong to the refusal, such as `Allow` or the capture limits. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** The one exception of the operations: a refusal that the caller can understand, made from the table above. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly detail: Words;
  readonly faults: readonly FaultLine[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    const detail = options.detail ?? problems[code].title;
    super(`${code}: ${detail.en}`, { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.detail = detail;
    this.faults = options.faults ?? [];
    this.headers = options.headers ?? {};
  }

  get row(): ProblemRow {
    return problems[this.code];
  }
}
