import { type Pair, rowOf } from '@yunsu/api';

/** Languages of a file. */
export type Language = 'zh' | 'en';

/** Heads and words of files. Times in cells are dates of China's one zone, and the head says so. */
export const fileWords = {
  summary: ['概要', 'Summary'],
  nodes: ['节点', 'Nodes'],
  links: ['流向', 'Links'],
  gaps: ['缺口', 'Gaps'],
  events: ['事件', 'Events'],
  id: ['节点号', 'Node'],
  code: ['追溯码', 'Code'],
  level: ['类别', 'Kind'],
  product: ['产品', 'Product'],
  holder: ['持有方', 'Holder'],
  holderCode: ['持有方编码', 'Holder code'],
  place: ['场所', 'Place'],
  placeCode: ['场所编码', 'Place code'],
  prefecture: ['州市', 'Prefecture'],
  division: ['区划代码', 'Division code'],
  quantity: ['数量', 'Quantity'],
  quantityMax: ['数量上限', 'Quantity at most'],
  uom: ['单位', 'Unit'],
  share: ['占比', 'Share'],
  shareMax: ['占比上限', 'Share at most'],
  time: ['时间（北京时间 UTC+8）', 'Time (UTC+8)'],
  recordTime: ['登记时间（北京时间 UTC+8）', 'Recorded (UTC+8)'],
  depth: ['级数', 'Steps'],
  direction: ['方向', 'Direction'],
  inTransit: ['在途', 'In transit'],
  inferred: ['推定', 'Inferred'],
  ends: ['终点', 'Ends'],
  from: ['从', 'From'],
  to: ['到', 'To'],
  kind: ['类型', 'Kind'],
  eventID: ['事件标识', 'eventID'],
  step: ['环节', 'Step'],
  action: ['动作', 'Action'],
  actor: ['操作方', 'Done by'],
  amounts: ['数量明细', 'Quantities'],
  documents: ['单证号', 'Documents'],
  voided: ['已撤销', 'Taken back'],
  item: ['项目', 'Item'],
  value: ['内容', 'Value'],
  askedCode: ['查询的编码', 'Code asked for'],
  responsible: ['责任主体', 'Responsible party'],
  asKnownAt: ['数据截至（北京时间 UTC+8）', 'As known at (UTC+8)'],
  truncated: ['未完整：达到上限', 'Not complete: limit reached'],
  back: ['来源', 'back'],
  forward: ['去向', 'forward'],
  cutEvents: ['事件超过 {max} 条，其余未列出', 'More than {max} events; the rest is left out'],
} as const satisfies Readonly<Record<string, Pair>>;

export type FileWord = keyof typeof fileWords;

/** A word in the language of the file, with `{name}` filled in. */
export function wordIn(
  language: Language,
  name: FileWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const [zh, en] = fileWords[name];
  return (language === 'zh' ? zh : en).replace(/\{(\w+)\}/g, (whole, key: string) =>
    String(values[key] ?? whole),
  );
}

/** The word of a table for a key, else the key itself. */
export function termOf(
  table: Readonly<Record<string, Pair>>,
  key: string | undefined,
  language: Language,
): string {
  const row = rowOf(table, key);
  return row === undefined ? (key ?? '') : row[language === 'zh' ? 0 : 1];
}
