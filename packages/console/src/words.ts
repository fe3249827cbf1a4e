import type { Pair } from '@yunsu/api';
import { codeWords } from './words/codes.ts';
import { completenessWords } from './words/completeness.ts';
import { linkWords } from './words/links.ts';
import { printWords } from './words/print.ts';
import { readingWords } from './words/readings.ts';
import { stockWords } from './words/stock.ts';

/** The languages of the console. */
export type Language = 'zh' | 'en';

/** Every sentence of the console, [zh, en]; `{name}` is filled in. Words of the standards are in `vocabulary.ts`. */
export const words = {
  ...readingWords,
  ...linkWords,
  ...codeWords,
  ...printWords,
  ...stockWords,
  ...completenessWords,
  wordmark: ['云溯', 'Yunsu'],
  console: ['控制台', 'Console'],
  skip: ['跳到正文', 'Skip to content'],
  navigation: ['主导航', 'Main navigation'],
  navLookUp: ['查询', 'Look up'],
  navCapture: ['采集', 'Capture'],
  switchLanguage: ['English', '中文'],
  leave: ['更换密钥', 'Change key'],
  withKey: ['密钥 {key}', 'Key {key}'],
  withoutKey: ['未用密钥 · 只看公开内容', 'No key · public view only'],
  close: ['关闭', 'Close'],
  more: ['再显示 {count} 行', 'Show {count} more rows'],
  loadMore: ['继续加载', 'Load more'],
  loading: ['正在读取…', 'Reading…'],
  retry: ['重试', 'Try again'],
  unknown: ['未知', 'unknown'],
  none: ['—', '—'],

  keyTitle: ['请输入访问密钥', 'Enter your key'],
  keyLead: [
    '密钥决定您能看到什么、能采集什么。它只保存在这个标签页里，关闭后自动清除，不会写入网址。',
    'The key decides what you may see and capture. It stays in this tab only, is forgotten when the tab closes, and never enters the address.',
  ],
  keyField: ['访问密钥', 'Key'],
  keyHint: [
    '以 ys_ 开头。试用时请看 var/demo/credentials.json，或启动示例时屏幕上打印的密钥。',
    'It begins with ys_. For a trial, see var/demo/credentials.json or what the demo printed when it started.',
  ],
  keyEnter: ['进入', 'Enter'],
  keyChecking: ['正在核对…', 'Checking…'],
  keyRefused: [
    '这把密钥不对或已失效。请核对后重新粘贴，或向签发单位索取新的密钥。',
    'This key is wrong or no longer valid. Check it and paste it again, or ask its issuer for another.',
  ],
  keyPublic: ['不用密钥，只看公开内容', 'Go on without a key (public view)'],

  homeTitle: ['查一个码', 'Look up a code'],
  homeLead: [
    '任意写法都可以：条码数字、(01)…(10)… 括号格式、扫码得到的网址、EPC URN。',
    'Any spelling works: barcode digits, bracketed (01)…(10)…, the address in a QR code, an EPC URN.',
  ],
  codeField: ['编码', 'Code'],
  codePlaceholder: ['扫描、粘贴或输入', 'Scan, paste or type'],
  lookUp: ['查询', 'Look up'],
  candidates: ['可以读作', 'It can be read as'],
  candidatesNone: [
    '读不出这个码。请按包装上印刷的内容完整输入，包括括号里的数字。',
    'No known scheme reads this code. Enter it exactly as printed, with the digits in brackets.',
  ],
  confidence: ['可信度 {share}', 'confidence {share}'],
  openUnit: ['查看单元', 'Open unit'],
  openTrace: ['追溯', 'Trace'],
  openPublic: ['公众页面', 'Public page'],
  recent: ['最近查过', 'Looked up recently'],

  unitTitle: ['单元', 'Unit'],
  noCode: ['网址里没有编码。请在上方输入一个编码再查询。', 'The address names no code. Enter one above.'],
  product: ['产品', 'Product'],
  productNone: ['未登记产品', 'No product on register'],
  ledger: ['台账', 'Ledger'],
  level: ['层级', 'Level'],
  code: ['编码', 'Code'],
  lastEvent: ['最近事件', 'Last event'],
  copy: ['复制', 'Copy'],
  copied: ['已复制', 'Copied'],
  holdings: ['现存', 'Holdings'],
  holdingsNone: [
    '目前没有人持有：已售出、用完、销毁，或尚无记录。',
    'Nobody holds any of it: sold, used up, destroyed, or never recorded.',
  ],
  holder: ['持有人', 'Holder'],
  place: ['地点', 'Place'],
  quantity: ['数量', 'Quantity'],
  quantityHidden: ['不公开', 'not disclosed'],
  where: ['位置', 'Position'],
  inTransit: ['运输中', 'in transit'],
  inPlace: ['在库', 'in place'],
  whereaboutsUnknown: ['去向不明', 'whereabouts unknown'],
  masked: ['已隐去', 'masked'],
  history: ['事件历史', 'History'],
  historyCount: ['{count} 条', '{count} events'],
  historyCountMore: ['前 {count} 条', 'first {count} events'],
  historyNone: [
    '没有您可以查看的事件。若刚提交，请稍候重试；若应有记录，请核对编码或更换密钥。',
    'There is no event that you may see. If it was just captured, try again; otherwise check the code or the key.',
  ],
  time: ['时间', 'Time'],
  recorded: ['记录时间', 'Recorded'],
  step: ['环节', 'Step'],
  actor: ['行为人', 'Actor'],
  disposition: ['状态', 'Disposition'],
  event: ['事件', 'Event'],
  voided: ['已作废', 'Voided'],
  voidedHint: [
    '记录者已声明这条记录有误，不再参与计算。',
    'Its recorder declared this event wrong; it no longer counts.',
  ],
  openEvent: ['查看原文', 'Open event'],
  eventHidden: [
    '您的密钥无权查看这条事件的原文，只能看到上面的摘要。',
    'Your key may not read this event itself, only the summary.',
  ],
  zoneNote: ['时间为北京时间（+08:00）', 'Times are in Beijing time (+08:00)'],

  division: ['行政区划', 'Division'],
  operator: ['经营者', 'Operator'],
  licence: ['许可', 'Licence'],
  open: ['长期', 'open'],

  traceTitle: ['追溯', 'Trace'],
  filters: ['筛选', 'Filters'],
  direction: ['方向', 'Direction'],
  directionBack: ['来源', 'Back'],
  directionForward: ['去向', 'Forward'],
  directionBoth: ['双向', 'Both'],
  from: ['从', 'From'],
  to: ['到', 'To'],
  depth: ['层数', 'Depth'],
  depthAll: ['不限', 'no limit'],
  clear: ['清除筛选', 'Clear filters'],
  asKnownAt: ['截至第 {number} 号记录（{time}）', 'As known at record {number} ({time})'],
  truncated: [
    '结果太大，已在“{limit}”达到 {max} 时停下。请缩小时间范围或减少层数再查。',
    'The answer was cut at the limit “{limit}” of {max}. Narrow the dates or the depth.',
  ],
  gapsNotice: ['有 {count} 处记录不完整', 'The record has {count} gaps'],
  graph: ['追溯图', 'Trace graph'],
  graphHint: [
    '拖动平移，按钮或双指缩放；点卡片看详情。',
    'Drag to move, buttons or pinch to zoom; pick a card for details.',
  ],
  traceOne: [
    '这个单元在所选方向和时间内没有上下游。可换一个方向，或清除筛选。',
    'Nothing leads on from this unit in this direction and time. Try another direction or clear the filters.',
  ],
  traceNone: [
    '没有您可以查看的记录。请核对编码，或换一把有权限的密钥。',
    'There is no record that you may see. Check the code, or use a key with the right.',
  ],
  graphTooLarge: [
    '卡片超过 {max} 张，图上看不清。请看下方表格，或缩小时间范围、减少层数。',
    'More than {max} cards: no graph can show them. See the tables below, or narrow the dates or the depth.',
  ],
  zoomIn: ['放大', 'Zoom in'],
  zoomOut: ['缩小', 'Zoom out'],
  zoomFit: ['看全图', 'Fit all'],
  zoomStart: ['回到起点', 'Back to start'],
  start: ['起点', 'Start'],
  tables: ['表格', 'Tables'],
  nodes: ['节点', 'Nodes'],
  links: ['流转', 'Links'],
  gaps: ['缺口', 'Gaps'],
  savePicture: ['保存图 SVG', 'Save picture as SVG'],
  exportNodes: ['导出节点 CSV', 'Export nodes as CSV'],
  exportLinks: ['导出流转 CSV', 'Export links as CSV'],
  exportGaps: ['导出缺口 CSV', 'Export gaps as CSV'],
  onlyPicked: ['只显示所选的 {count} 行', 'Only the {count} picked rows'],
  showAll: ['显示全部', 'Show all'],
  share: ['占比', 'Share'],
  atMost: ['至多 {quantity}', 'at most {quantity}'],
  marks: ['标记', 'Marks'],
  inferred: ['推定', 'inferred'],
  kind: ['方式', 'Kind'],
  fromNode: ['从', 'From'],
  toNode: ['到', 'To'],
  gapsNone: ['没有发现缺口：每一步都有前后记录。', 'No gaps: every step has its record on both sides.'],
  linksNone: ['没有流转。', 'No links.'],
  groupOf: ['{count} 个持有人', '{count} holders'],
  placesOf: ['{count} 个地点', '{count} places'],
  details: ['详情', 'Details'],
  traceFromHere: ['从这里追溯', 'Trace from here'],
  showRows: ['在表格中查看这 {count} 行', 'Show these {count} rows in the table'],
  identity: ['编号', 'ID'],
  holderCode: ['持有人标识', 'Holder URI'],
  placeCode: ['地点标识', 'Place URI'],
  prefecture: ['州市', 'Prefecture'],
  uom: ['单位', 'Unit of measure'],
  quantityMax: ['数量上限', 'Quantity at most'],
  shareMax: ['占比上限', 'Share at most'],
  fromId: ['起点编号', 'From ID'],
  toId: ['终点编号', 'To ID'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  openNode: ['按回车查看详情，按 Esc 关闭。', 'Press Enter for details, Escape to close them.'],
  legend: ['图例', 'Legend'],
  ends: ['终点', 'Ends'],
  depthColumn: ['距起点', 'Depth'],
  reached: ['进入时间', 'Since'],

  captureTitle: ['采集事件', 'Capture events'],
  captureLead: [
    '提交 EPCIS 2.0 JSON-LD 文档。每条事件都会检查；有错的逐条指出位置和原因。',
    'Submit EPCIS 2.0 documents in JSON-LD. Every event is checked, and each mistake is named with its place.',
  ],
  dropTitle: ['把文件拖到这里', 'Drop files here'],
  dropChoose: ['选择文件', 'Choose files'],
  dropHint: ['.jsonld 或 .json，一次最多 {max} 个', '.jsonld or .json, up to {max} at a time'],
  dropTooMany: [
    '一次最多 {max} 个文件，这次选了 {count} 个。请分几次提交。',
    'Up to {max} files at a time; you chose {count}. Submit them in parts.',
  ],
  behaviour: ['有错误时', 'On a mistake'],
  behaviourRollback: ['整个文档都不收', 'Refuse the whole document'],
  behaviourProceed: ['收下正确的事件', 'Keep the right events'],
  results: ['本次提交', 'This submission'],
  sending: ['正在提交…', 'Sending…'],
  jobRunning: ['正在处理…', 'In progress…'],
  jobDone: ['已收下', 'Accepted'],
  jobPartly: ['部分收下', 'Partly accepted'],
  jobFailed: ['未收下', 'Not accepted'],
  countEvents: ['事件', 'Events'],
  countStored: ['已存', 'Stored'],
  countRepeats: ['重复', 'Repeats'],
  countRefused: ['被拒', 'Refused'],
  faults: ['需要更正', 'To correct'],
  faultsFirst: ['只列出前 {count} 处。', 'Only the first {count} are listed.'],
  eventNumber: ['第 {number} 条事件', 'Event {number}'],
  wholeDocument: ['整个文档', 'Whole document'],
  repeats: ['早已存在（未重复计入）', 'Already stored (not counted twice)'],
  warnings: ['提醒', 'Warnings'],
  jobs: ['最近的采集任务', 'Recent capture jobs'],
  jobsNone: ['还没有采集任务。提交一个文件试试。', 'No capture jobs yet. Submit a file to begin.'],
  jobDetails: ['查看结果', 'Open result'],
  jobHide: ['收起', 'Close result'],
  jobSubmitted: ['提交于 {time}', 'Submitted {time}'],

  troubleNetwork: [
    '连不上服务器。请检查网络，然后重试。',
    'The server cannot be reached. Check the network and try again.',
  ],
  troubleOther: [
    '出了意外，请重试。若反复出现，请把下面的编号告诉管理员。',
    'Something went wrong. Try again; if it stays, tell the operator the number below.',
  ],
  request: ['请求编号 {id}', 'Request {id}'],
  enterKey: ['输入密钥', 'Enter a key'],
  notFoundTitle: ['没有这个页面', 'There is no such page'],
  notFoundText: [
    '网址可能写错了。请从查询页开始。',
    'The address may be wrong. Start from the look-up page.',
  ],
  goHome: ['去查询页', 'Go to look-up'],
  broken: [
    '页面出错了。重新载入通常就能恢复；数据没有受影响。',
    'The page broke. Reloading usually helps; no data was changed.',
  ],
  reload: ['重新载入', 'Reload'],
} as const satisfies Readonly<Record<string, Pair>>;

export type WordName = keyof typeof words;

type Holes<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;

/** What a sentence wants filled in; nothing for a sentence without holes. */
export type Fill<N extends WordName> = [Holes<(typeof words)[N][0]>] extends [never]
  ? []
  : [fill: Readonly<Record<Holes<(typeof words)[N][0]>, string | number>>];

/** Says a sentence by its name in the reader's language. */
export type Say = <N extends WordName>(name: N, ...fill: Fill<N>) => string;

/** The `t()` of one language. */
export function sayIn(language: Language): Say {
  const column = language === 'zh' ? 0 : 1;
  return (name, ...fill) => {
    const holes = (fill[0] ?? {}) as Readonly<Record<string, string | number>>;
    return words[name][column].replace(/\{(\w+)\}/g, (whole, hole: string) => String(holes[hole] ?? whole));
  };
}

/** The language of a reader: the one chosen, else Chinese unless the browser names languages and none of them is Chinese. */
export function languageOf(chosen: string | null, wanted: readonly string[]): Language {
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return wanted.length === 0 || wanted.some((tag) => tag.toLowerCase().startsWith('zh')) ? 'zh' : 'en';
}
