import type { Issuer, Words } from '../identifier.ts';

/** What the parts of GS1 keys are called. */
const names: Readonly<Record<string, Words>> = {
  sscc: { en: 'SSCC', zh: 'SSCC' },
  gtin: { en: 'GTIN', zh: '商品条码 GTIN' },
  lot: { en: 'Lot', zh: '批号' },
  serial: { en: 'Serial number', zh: '序列号' },
  tpx: { en: 'Third-party serial', zh: '第三方序列号' },
  variant: { en: 'Product variant', zh: '产品变体' },
  piece: { en: 'Piece number', zh: '件号' },
  total: { en: 'Number of pieces', zh: '总件数' },
  cpid: { en: 'CPID', zh: '零部件码' },
  grai: { en: 'GRAI', zh: 'GRAI' },
  giai: { en: 'GIAI', zh: 'GIAI' },
  importerIndex: { en: 'Importer index', zh: '进口商索引' },
  gdti: { en: 'GDTI', zh: 'GDTI' },
  gcn: { en: 'GCN', zh: 'GCN' },
  gsrn: { en: 'GSRN', zh: 'GSRN' },
  instance: { en: 'Service instance', zh: '服务次序号' },
  gln: { en: 'GLN', zh: 'GLN' },
  extension: { en: 'Extension', zh: '扩展号' },
  paymentReference: { en: 'Payment reference', zh: '付款单参考代码' },
  ginc: { en: 'GINC', zh: 'GINC' },
  gsin: { en: 'GSIN', zh: 'GSIN' },
  gmn: { en: 'Model number', zh: '型号码' },
};

/** The names of these parts in this order. */
export function gs1Names(...parts: readonly string[]): Readonly<Record<string, Words>> {
  return Object.fromEntries(parts.map((part) => [part, names[part] ?? { en: part, zh: part }]));
}

const name: Words = {
  en: 'GS1 (in China: GS1 China)',
  zh: 'GS1（中国：中国物品编码中心）',
};
const url = 'https://www.gds.org.cn/';

/** Product numbers are given out by GS1 China (中国物品编码中心) to firms in China, by other members elsewhere. */
export const gs1ProductIssuer: Issuer = {
  name,
  ask: {
    en: 'Look the product up with GS1 China.',
    zh: '可在中国物品编码中心的商品信息服务平台查询该商品条码。',
    url,
  },
};

/** The other numbers are made by a firm from the company prefix that GS1 gave it. */
export const gs1Issuer: Issuer = {
  name,
  ask: {
    en: 'The first digits name the firm that made the number: look its company prefix up with GS1 China.',
    zh: '该编码由企业自行编制，前几位为厂商识别代码，可在中国物品编码中心查询所属企业。',
    url,
  },
};
