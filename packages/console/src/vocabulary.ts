import type { Identification, TraceEnd, TraceGap, TraceLink, UnitAnswer } from '@yunsu/api';
import type { Language, Pair } from './words.ts';

/**
 * Words for what the standards and the answers name. English readers of a console know CBV by its own words, so that
 * `bizStep`, disposition and `yunsu:process` have a Chinese column only and are spelt out in English.
 */
type Words<K extends string = string> = Readonly<Record<K, Pair>>;
type Chinese = Readonly<Record<string, string>>;

/** CBV 2.0 §7.1. */
export const bizSteps: Chinese = {
  accepting: '验收',
  arriving: '到达',
  assembling: '组装',
  collecting: '收集',
  commissioning: '赋码',
  consigning: '交付',
  creating_class_instance: '建立批次',
  cycle_counting: '盘点',
  decommissioning: '注销编码',
  departing: '发车',
  destroying: '销毁',
  disassembling: '拆分',
  dispensing: '发药或接种',
  encoding: '写码',
  entering_exiting: '进出',
  holding: '暂存待查',
  inspecting: '检验',
  installing: '安装',
  killing: '作废编码',
  loading: '装车',
  other: '其他',
  packing: '装箱',
  picking: '拣货',
  receiving: '收货',
  removing: '移出',
  repackaging: '换包装',
  repairing: '维修',
  replacing: '更换',
  reserving: '预留',
  retail_selling: '零售',
  sampling: '抽样',
  sensor_reporting: '传感器记录',
  shipping: '发货',
  staging_outbound: '待发',
  stock_taking: '盘库',
  stocking: '上架',
  storing: '入库',
  transporting: '运输',
  unloading: '卸车',
  unpacking: '开箱',
  void_shipping: '撤销发货',
};

/** CBV 2.0 §7.2. */
export const dispositions: Chinese = {
  active: '已启用',
  available: '可用',
  completeness_inferred: '推定完整',
  completeness_verified: '已核实完整',
  conformant: '合格',
  container_closed: '已封箱',
  container_open: '已开箱',
  damaged: '已损坏',
  destroyed: '已销毁',
  dispensed: '已发药或接种',
  disposed: '已处置',
  encoded: '已写码',
  expired: '已过期',
  in_progress: '处理中',
  in_transit: '运输中',
  inactive: '已停用',
  mismatch_class: '品种不符',
  mismatch_instance: '编码不符',
  mismatch_quantity: '数量不符',
  needs_replacement: '需更换',
  no_pedigree_match: '来源不符',
  non_conformant: '不合格',
  non_sellable_other: '不得销售',
  partially_dispensed: '部分发药',
  recalled: '已召回',
  reserved: '已预留',
  retail_sold: '已售出',
  returned: '已退回',
  sellable_accessible: '在售',
  sellable_not_accessible: '可售未上架',
  stolen: '被盗',
  unavailable: '不可用',
  unknown: '不明',
};

/** Names of `yunsu:process`, where CBV has no word. */
export const processes: Chinese = {
  account_binding: '订单绑定',
  blasting: '爆破',
  blend_press: '拼配压制',
  border_trading: '边民互市',
  consuming: '领用消耗',
  customs_declaring: '报关',
  cutting: '分割',
  daily_check: '日检',
  data_export_check: '数据出境核查',
  drying: '洗净干燥',
  filling: '充装',
  filling_check: '充装检查',
  harvesting: '采收',
  hulling_grading: '脱壳分级',
  input_applying: '投入品使用',
  kill_green_sun_dry: '杀青晒青',
  kitchen_use: '厨房使用',
  maintaining: '维护保养',
  medicating: '用药',
  metal_reducing: '金属还原',
  mining: '开采',
  opening_request: '开放运营请求',
  packaging_return: '农药包装回收',
  periodic_inspecting: '定期检验',
  permit_using: '使用许可',
  planting: '种植',
  pooling: '互市合批',
  proclaiming: '发布召回令',
  quarantine_inspecting: '检疫',
  registering: '登记',
  reinspecting: '复检',
  relation_import: '导入包装关系',
  returning_stock: '退货入库',
  sanitary_disposing: '无害化处理',
  scrapping: '报废',
  seed_treating: '种子加工包衣',
  separating: '分离',
  shelling: '脱壳',
  slaughtering: '屠宰',
  slicing: '切制',
  steaming_extruding: '蒸制挤丝',
  wet_milling: '水洗加工',
};

/** UN/ECE Recommendation 20. */
export const units: Words = {
  C62: ['件', 'pcs'],
  CEL: ['°C', '°C'],
  CMT: ['厘米', 'cm'],
  EA: ['件', 'pcs'],
  GRM: ['克', 'g'],
  H87: ['件', 'pcs'],
  HUR: ['小时', 'h'],
  KGM: ['千克', 'kg'],
  LTR: ['升', 'L'],
  MGM: ['毫克', 'mg'],
  MLT: ['毫升', 'mL'],
  MTK: ['平方米', 'm²'],
  MTQ: ['立方米', 'm³'],
  MTR: ['米', 'm'],
  P1: ['%', '%'],
  TNE: ['吨', 't'],
};

type Level = UnitAnswer['level'];

/** What a code names. */
export const levels: Words<Level> = {
  class: ['产品', 'Product'],
  lot: ['批次', 'Lot'],
  item: ['单件', 'Item'],
  container: ['物流单元', 'Container'],
  asset: ['资产', 'Asset'],
  party: ['主体', 'Party'],
  place: ['场所', 'Place'],
  document: ['单证', 'Document'],
  certificate: ['证书', 'Certificate'],
  other: ['其他', 'Other'],
};

/** The same in a few letters, for cards. */
export const shortLevels: Words<Level> = {
  class: ['品', 'Product'],
  lot: ['批', 'Lot'],
  item: ['件', 'Item'],
  container: ['箱', 'SSCC'],
  asset: ['资产', 'Asset'],
  party: ['主体', 'Party'],
  place: ['场所', 'Place'],
  document: ['单证', 'Doc'],
  certificate: ['证', 'Cert'],
  other: ['码', 'Code'],
};

/** Many of one level, with `{count}` filled in. */
export const manyOf: Words<Level> = {
  class: ['{count} 种产品', '{count} products'],
  lot: ['{count} 批', '{count} lots'],
  item: ['{count} 件', '{count} items'],
  container: ['{count} 箱', '{count} containers'],
  asset: ['{count} 件资产', '{count} assets'],
  party: ['{count} 个主体', '{count} parties'],
  place: ['{count} 个场所', '{count} places'],
  document: ['{count} 份单证', '{count} documents'],
  certificate: ['{count} 份证书', '{count} certificates'],
  other: ['{count} 项', '{count} units'],
};

/** How a state looks; never by colour alone, the word is always there. */
export type Tone = 'good' | 'calm' | 'warn' | 'stop' | 'mute';

/** The honest states of a code: [zh, en, tone]. */
export const states: Readonly<Record<UnitAnswer['state'], readonly [zh: string, en: string, tone: Tone]>> = {
  active: ['流通中', 'Active', 'good'],
  sold: ['已售出', 'Sold', 'calm'],
  used: ['已使用', 'Used', 'calm'],
  destroyed: ['已销毁', 'Destroyed', 'mute'],
  recalled: ['已召回', 'Recalled', 'stop'],
  expired: ['已过期', 'Expired', 'warn'],
  held: ['暂停销售', 'On hold', 'warn'],
  voided: ['记录已作废', 'Voided', 'mute'],
  unknown: ['平台没有记录', 'Unknown here', 'warn'],
  elsewhere: ['由其他平台管理', 'Kept elsewhere', 'calm'],
  not_issued: ['未发放', 'Never issued', 'stop'],
  not_activated: ['尚未激活', 'Not activated', 'warn'],
  code_void: ['编码已作废', 'Void code', 'stop'],
};

/** Ways in which goods came from one node to another. */
export const linkKinds: Words<TraceLink['kind']> = {
  packing: ['装拆箱', 'packing'],
  transformation: ['加工', 'process'],
  transfer: ['交接', 'transfer'],
  association: ['组装', 'assembly'],
  membership: ['同批', 'same lot'],
};

/** Ways in which a path ends. */
export const endKinds: Words<TraceEnd['kind']> = {
  sold: ['售出', 'sold'],
  consumed: ['用完', 'consumed'],
  destroyed: ['销毁', 'destroyed'],
  sampled: ['抽样', 'sampled'],
  ended: ['终止', 'ended'],
};

/** What the record does not explain. */
export const gapKinds: Words<TraceGap['kind']> = {
  'shipment-without-receipt': ['已发货，但没有收货记录', 'Shipped, but nobody recorded the receipt'],
  'receipt-without-shipment': ['已收货，但没有发货记录', 'Received, but nobody recorded the shipment'],
  'unexplained-removal': [
    '有一部分被取走，记录没有说明去向',
    'A part was taken out and no record explains it',
  ],
  'unknown-holder': ['货已离开，接手的人没有记录', 'It left, and nobody recorded who took it'],
};

type Scheme = Identification['candidates'][number]['scheme'];

/** Names of the code schemes. */
export const schemes: Words<Scheme> = {
  cpid: ['零部件代码 CPID', 'Component/part (CPID)'],
  gcn: ['优惠券代码 GCN', 'Coupon (GCN)'],
  gdti: ['单证代码 GDTI', 'Document type (GDTI)'],
  giai: ['单个资产代码 GIAI', 'Individual asset (GIAI)'],
  ginc: ['货物托运代码 GINC', 'Consignment (GINC)'],
  gln: ['位置码 GLN', 'Location number (GLN)'],
  gmn: ['型号代码 GMN', 'Model number (GMN)'],
  grai: ['可回收资产代码 GRAI', 'Returnable asset (GRAI)'],
  gsin: ['货物装运代码 GSIN', 'Shipment (GSIN)'],
  gsrn: ['服务关系代码 GSRN', 'Service relation (GSRN)'],
  gtin: ['商品条码 GTIN', 'Trade item number (GTIN)'],
  itip: ['组件代码 ITIP', 'Trade item piece (ITIP)'],
  person: ['自然人代号', 'Person token'],
  sscc: ['物流单元代码 SSCC', 'Logistic unit (SSCC)'],
  uri: ['网址或 URN', 'Web address or URN'],
  uscc: ['统一社会信用代码', 'Unified social credit code'],
};

/** Product classes that have a ledger. */
export const classes: Words = {
  agri: ['农产品', 'Agricultural produce'],
  food: ['食品', 'Food'],
  drug: ['药品', 'Drugs'],
  agro_input: ['农资', 'Farm inputs'],
  equipment: ['特种设备', 'Special equipment'],
  hazard: ['危险品', 'Hazardous goods'],
  rare_earth: ['稀土', 'Rare earth'],
};

/** `Object.hasOwn` of browsers that do not have it yet (Chrome 87). */
const isOwn = (table: object, key: string): boolean =>
  Object.getOwnPropertyDescriptor(table, key) !== undefined;

const spelt = (word: string): string => word.replace(/_/g, ' ');

function chinese(table: Chinese, word: string, language: Language): string {
  return language === 'zh' && isOwn(table, word) ? (table[word] ?? word) : spelt(word);
}

/** The word of a pair table in the language; a key that the table does not know stays as it is. */
export function wordOf(table: Words, key: string, language: Language): string {
  const pair = isOwn(table, key) ? table[key] : undefined;
  return pair ? pair[language === 'zh' ? 0 : 1] : key;
}

/** What happened: our process where the event names one, else the business step, else the type of the event. */
export function stepOf(
  event: { process?: string; bizStep?: string; type: string },
  language: Language,
): string {
  if (event.process !== undefined) return chinese(processes, event.process, language);
  if (event.bizStep !== undefined) return chinese(bizSteps, event.bizStep, language);
  return event.type;
}

/** The word of a disposition. */
export const dispositionOf = (disposition: string, language: Language): string =>
  chinese(dispositions, disposition, language);

/** "42 箱", "42 containers". */
export const manyText = (level: Level, count: number, language: Language): string =>
  wordOf(manyOf, level, language).replace('{count}', String(count));
