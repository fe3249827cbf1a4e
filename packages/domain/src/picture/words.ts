/** All words of a picture, Chinese first. */
export type PictureLanguage = 'zh' | 'en';

export const pictureWords = {
  titleBack: ['来源图：{unit}', 'Where it came from: {unit}'],
  titleForward: ['去向图：{unit}', 'Where it went: {unit}'],
  titleBoth: ['来源与去向图：{unit}', 'Where it came from and went: {unit}'],
  described: [
    '{nodes} 条记录画成 {boxes} 个方框、{links} 条连线。',
    '{nodes} holdings drawn as {boxes} boxes and {links} links.',
  ],
  describedGaps: ['其中 {count} 处记录不完整。', '{count} of them have gaps in the record.'],
  truncated: [
    '图未画全：查询到 {max} 的上限（{limit}）为止',
    'Not complete: the trace ended at its limit of {max} ({limit})',
  ],
  nothing: ['没有记录', 'Nothing recorded'],
  root: ['所查', 'this one'],
  atMost: ['至多 {text}', 'up to {text}'],
  inTransit: ['在途', 'on the way'],
  inferred: ['推定', 'inferred'],
  unknownHolder: ['持有人不明', 'holder unknown'],
  placeUnknown: ['地点不明', 'place unknown'],
  holders: ['{count} 个持有人', '{count} holders'],
  places: ['{count} 个地点', '{count} places'],
  products: ['{count} 种货物', '{count} kinds of goods'],
  rest: ['其余 {count} 条记录', '{count} more holdings'],
  restWhy: ['未逐一画出', 'not drawn one by one'],
  class: ['产品', 'Product'],
  lot: ['批次', 'Lot'],
  item: ['单件', 'Item'],
  container: ['箱', 'Case'],
  asset: ['资产', 'Asset'],
  document: ['单证', 'Document'],
  other: ['编码', 'Code'],
  classMany: ['{count} 种产品', '{count} products'],
  lotMany: ['{count} 个批次', '{count} lots'],
  itemMany: ['{count} 件', '{count} items'],
  containerMany: ['{count} 箱', '{count} cases'],
  assetMany: ['{count} 件资产', '{count} assets'],
  documentMany: ['{count} 份单证', '{count} documents'],
  otherMany: ['{count} 项', '{count} units'],
  packing: ['装箱', 'packed'],
  unpacking: ['开箱', 'unpacked'],
  transformation: ['加工', 'processed'],
  transfer: ['运输', 'moved'],
  association: ['关联', 'joined'],
  membership: ['取自', 'drawn from'],
  sold: ['售出', 'sold'],
  consumed: ['用掉', 'used up'],
  destroyed: ['销毁', 'destroyed'],
  sampled: ['抽样', 'sampled'],
  ended: ['终止', 'ended'],
  'shipment-without-receipt': ['已发货，无收货记录', 'shipped, receipt missing'],
  'receipt-without-shipment': ['已收货，无发货记录', 'received, shipment missing'],
  'unexplained-removal': ['取走多于记录的存量', 'more taken than recorded'],
  'unknown-holder': ['去向不明', 'whereabouts unknown'],
  comma: ['，', ', '],
  gap: ['记录不完整', 'gap in the record'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type PictureWord = keyof typeof pictureWords;
export type SayWord = (word: PictureWord, values?: Readonly<Record<string, string | number>>) => string;

/** Words of one language, with what stands in braces filled in. */
export const wordsIn =
  (language: PictureLanguage): SayWord =>
  (word, values = {}) =>
    pictureWords[word][language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) =>
      String(Object.getOwnPropertyDescriptor(values, name)?.value ?? ''),
    );

/** The word under a key of the answer, or another where there is none. */
export const wordOr = (key: string, other: PictureWord): PictureWord =>
  Object.getOwnPropertyDescriptor(pictureWords, key) === undefined ? other : (key as PictureWord);
