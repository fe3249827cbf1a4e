import type { Pair } from '@yunsu/api';
import type { Language } from '../heads.ts';

/** All words of a report, Chinese first. Where the tables of a workbook have a word, the report takes that one. */
export const reportWords = {
  title: ['追溯报告', 'Trace report'],
  both: ['来源与去向', 'where it came from and went'],
  back: ['来源', 'where it came from'],
  forward: ['去向', 'where it went'],
  page: ['{page} / {pages}', '{page} / {pages}'],
  direction: ['查询方向', 'Direction'],
  since: ['起始时间', 'Since'],
  until: ['截止时间', 'Until'],
  depthMax: ['最多级数', 'Steps at most'],
  knownAt: ['数据截至', 'As known at'],
  knownNumber: ['{time}（登记序号 {number}）', '{time} (number {number} of the records)'],
  askedAt: ['查询时间', 'Asked at'],
  zone: ['北京时间', 'China time, UTC+8'],
  rights: ['查询权限', 'Rights of the reader'],
  public: ['公众（不含数量和经营者名称）', 'the public (without volumes and names of traders)'],
  enterprise: ['企业：{party}', 'firm: {party}'],
  regulator: ['监管部门，范围 {scopes}', 'regulator, scopes {scopes}'],
  system: ['平台', 'the platform'],
  again: ['再次查询', 'Ask again'],
  scan: ['扫码再次查询', 'Scan to ask again'],
  summary: ['概要', 'Summary'],
  nothing: ['没有该编码的流转记录。', 'Nothing is recorded about this code.'],
  size: [
    '记录共有 {nodes} 处持有、{links} 次流转，{from} 至 {to}。',
    '{nodes} holdings and {links} movements are recorded, from {from} to {to}.',
  ],
  wentTo: [
    '去向涉及 {holders} 个持有方、{areas} 个州市；其中 {transit} 处在途。',
    'It went to {holders} holders in {areas} prefectures; {transit} holdings are on their way.',
  ],
  cameFrom: [
    '来源共 {origins} 处，最主要的：{first}。',
    'It came from {origins} origins; the largest: {first}.',
  ],
  explained: [
    '来自有起点记录的部分：{share}。',
    'The part that comes from where goods are recorded to begin: {share}.',
  ],
  unmeasured: ['未计量', 'not measured'],
  gapsNone: ['没有发现记录缺口。', 'No gap in the records was found.'],
  gapsSome: ['有 {count} 处记录缺口：{kinds}。', 'The records have {count} gaps: {kinds}.'],
  gapKind: ['{kind}（{count} 处）', '{kind} ({count})'],
  recallNone: ['查询时没有召回记录。', 'When this was asked, no recall was on record.'],
  recalled: ['查询时处于召回状态。', 'When this was asked, it was recalled.'],
  recalledBy: [
    '查询时处于召回状态：案号 {number}，{by} 于 {time} 下达。',
    'When this was asked, it was recalled: case {number}, ordered by {by} at {time}.',
  ],
  truncated: [
    '未完整：追溯达到上限 {limit}（{max}），停在 {at}；其后的部分不在本报告中。',
    'Not complete: the trace met the limit {limit} ({max}) at {at}; what lies beyond is not in this report.',
  ],
  balanceTruncated: [
    '未完整：结存达到上限 {limit}（{max}）。',
    'Not complete: the stock met the limit {limit} ({max}).',
  ],
  originsTruncated: [
    '未完整：来源达到上限 {limit}（{max}）。',
    'Not complete: the origins met the limit {limit} ({max}).',
  ],
  noVolumes: [
    '数量不对公众公开，本报告不含数量。',
    'Volumes are not open to the public; this report has none.',
  ],
  picture: ['追溯图', 'Picture'],
  pictureJoined: [
    '图中合并了较远的或同类的记录，逐条见后面的表。',
    'What is alike or far is drawn as one; the tables that follow have each.',
  ],
  stock: ['结存', 'Stock'],
  stockAt: ['截至 {time}', 'until {time}'],
  left: ['结存', 'left'],
  leftMax: ['结存至多', 'left, at most'],
  balanceUnmeasured: ['未计量的部分', 'What nobody measured'],
  stockNone: ['没有结存记录。', 'No stock is on record.'],
  claims: ['来源占比', 'Origins'],
  claimsNone: ['没有可以推算的来源。', 'No origin can be computed.'],
  origin: ['来源', 'Origin'],
  units: ['单元', 'Units'],
  unitsMore: ['{first} 等 {count} 个', '{first} and others, {count} in all'],
  responsible: ['责任主体', 'Who answers'],
  responsibleNone: ['记录中没有可公开的责任主体。', 'The records name nobody who answers and may be shown.'],
  licences: ['许可', 'Licences'],
  licence: ['{type} {number}', '{type} {number}'],
  licenceUntil: ['{type} {number}，有效期至 {date}', '{type} {number}, valid to {date}'],
  answersFor: ['责任主体', 'answers'],
  remarks: ['备注', 'Remarks'],
  inTransit: ['在途', 'on the way'],
  inferred: ['推定', 'inferred'],
  unknown: ['未知', 'unknown'],
  maskedPerson: ['自然人（已隐去姓名）', 'Person (name withheld)'],
  maskedTrader: ['经营者（已隐去名称）', 'Trader (name withheld)'],
  atMost: ['至多 {text}', 'at most {text}'],
  about: ['约 {text}', 'about {text}'],
  amount: ['数量', 'Amount'],
  what: ['产品与追溯码', 'Product and code'],
  whoWhere: ['场所', 'Place'],
  rowsLeft: [
    '共 {total} 行，以上打印 {shown} 行；其余见工作簿（form=xlsx）。',
    '{shown} of {total} rows are printed; the workbook (form=xlsx) has all.',
  ],
  rowsNone: ['无', 'None'],
  events: ['依据的事件', 'Events used'],
  eventsCount: [
    '本追溯由 {count} 个事件计算得出；EPCIS 文件（form=epcis）含全部事件。',
    'This trace was computed from {count} events; the EPCIS document (form=epcis) holds them all.',
  ],
  eventsFirst: ['最早的 {count} 个：', 'The first {count}:'],
  eventsPublic: [
    '事件原文仅提供给持有密钥的主体或监管部门。',
    'Events themselves are given to those who have a key.',
  ],
  eventsTruncated: [
    '事件数达到上限 {limit}（{max}），未完整列出。',
    'The events met the limit {limit} ({max}) and are not listed in full.',
  ],
  limits: ['说明', 'Notes'],
  limitShares: [
    '占比四舍五入到 0.1 %，舍入过的标“约”；数量为精确值；“至多”为记录所能确定的上限。',
    'Shares are rounded to 0.1 % and then called “about”; amounts are exact; “at most” is the bound that the records allow.',
  ],
  limitInferred: [
    '“推定”的持有没有直接记录，由其他记录推算。',
    'What is “inferred” was not recorded itself but follows from other records.',
  ],
  limitRecords: [
    '本报告只反映已登记的事件，不证明未登记的事实。',
    'This report says what was recorded; it proves nothing about what was not.',
  ],
  unprintable: [
    '□ 代表字库没有的字符，原文见工作簿。',
    '□ stands for a character that the type face does not have; the workbook has it.',
  ],
  comma: ['、', ', '],
} as const satisfies Readonly<Record<string, Pair>>;

export type ReportWord = keyof typeof reportWords;
/** Says a word of the report in its language. */
export type Say = (word: ReportWord, values?: Readonly<Record<string, string | number>>) => string;

/** Words of one language, with what stands in braces filled in. */
export const sayIn =
  (language: Language): Say =>
  (word, values = {}) =>
    reportWords[word][language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
