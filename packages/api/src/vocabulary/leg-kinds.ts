import type { LegView } from '../shapes/completeness.ts';
import type { Pair } from './pair.ts';
import { gapKinds } from './trace-kinds.ts';

/** What the records say of one hop. */
export const legKinds: Readonly<Record<LegView['kind'], Pair>> = {
  ...gapKinds,
  matched: ['发货与收货相符', 'Shipped and received'],
  ended: ['已售出、用完或销毁', 'Sold, used up or destroyed'],
};
