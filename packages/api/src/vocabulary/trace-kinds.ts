import type { TraceEnd, TraceGap, TraceLink } from '../shapes/trace.ts';
import type { UnitAnswer } from '../shapes/unit.ts';
import type { Pair } from './pair.ts';

type Words<K extends string> = Readonly<Record<K, Pair>>;

/** What a code names. */
export const levels: Words<UnitAnswer['level']> = {
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
