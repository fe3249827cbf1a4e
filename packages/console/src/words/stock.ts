import type { Pair } from '@yunsu/api';

/** Sentences about the stock of a unit and its balance, [zh, en]. */
export const stockWords = {
  stockAt: ['看哪一时刻（北京时间）', 'Stock at (UTC+8)'],
  stockKnownAt: ['按哪一时刻已登记的记录', 'As recorded by (UTC+8)'],
  stockNow: ['回到现在', 'Back to now'],
  stockLeft: ['结存', 'left'],
  stockBalance: ['平衡表', 'Balance'],
  stockTerm: ['项目', 'Item'],
  stockEvents: ['依据的事件', 'Events'],
  stockEventsFirst: ['只列出前 {count} 条。', 'Only the first {count} are listed.'],
  stockCounties: ['按县区：', 'By county: '],
  stockBarIn: ['共 {total}', 'In all {total}'],
  unmeasured: ['未计量', 'not measured'],
} as const satisfies Readonly<Record<string, Pair>>;
