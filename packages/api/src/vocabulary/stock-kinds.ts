import type { PartyCameIn, PartyWentOut } from '../shapes/party-balance.ts';
import type { StockCameIn, StockWentOut } from '../shapes/stock.ts';
import type { Pair } from './pair.ts';
import { endKinds } from './trace-kinds.ts';

/** How amounts come into a balance. */
export const cameInKinds: Readonly<Record<StockCameIn['kind'], Pair>> = {
  commissioned: ['采收、生产登记', 'began'],
  produced: ['加工产出', 'made'],
  drawn: ['自批次中取出', 'drawn from its lot'],
  packed: ['装入', 'packed'],
  firstSeen: ['首次出现', 'first seen'],
  unexplained: ['来历不明', 'unexplained'],
  recovered: ['用后又出现', 'seen again after use'],
  otherUnit: ['改用本单位计量', 'first measured in another unit'],
};

/** How amounts leave a balance. */
export const wentOutKinds: Readonly<Record<StockWentOut['kind'], Pair>> = {
  ...endKinds,
  used: ['投入加工', 'used in making'],
  unpacked: ['取出', 'taken out'],
  otherUnit: ['改用其他单位计量', 'counted on in another unit'],
};

/** How amounts come to a party in a period. */
export const partyCameInKinds: Readonly<Record<PartyCameIn['kind'], Pair>> = {
  ...cameInKinds,
  opening: ['期初结存', 'opening stock'],
  bought: ['购入、收货', 'received'],
};

/** How amounts leave a party in a period. */
export const partyWentOutKinds: Readonly<Record<PartyWentOut['kind'], Pair>> = {
  ...wentOutKinds,
  delivered: ['交付他人', 'delivered'],
};
