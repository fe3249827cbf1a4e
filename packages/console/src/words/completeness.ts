import type { Pair } from '@yunsu/api';

/** Sentences about how complete the records of a unit are, [zh, en]. */
export const completenessWords = {
  completeness: ['记录完整度', 'How complete the records are'],
  hopOn: ['去向一步', 'One hop on'],
  hopBack: ['来源一步', 'One hop back'],
  hopBoth: ['合计', 'Both'],
  shareWorking: [
    '{share} = 已说明 {explained} ÷ 全部 {total}',
    '{share} = {explained} explained ÷ {total} in all',
  ],
  nothingToExplain: ['没有需要说明的交接', 'There is nothing to explain'],
  countedByLegs: [
    '计量单位不一或有未计量的，按段数计。',
    'Counted by hops: not all are measured in one unit.',
  ],
  legsOf: ['{count} 段', 'hops: {count}'],
  termExplained: ['已说明', 'explained'],
  termOpen: ['未说明', 'open'],
  legs: ['段数', 'Hops'],
  openLegs: ['未闭合的交接', 'Open hops'],
  openLegsNone: ['没有未闭合的交接。', 'No hop is open.'],
  openLegsFirst: [
    '共 {count} 段交接，只列出前 {listed} 段，未闭合的在前。',
    'Of {count} hops the first {listed} are listed, the open ones first.',
  ],
  what: ['情况', 'What is missing'],
  since: ['自', 'Since'],
  openDays: ['{count} 天', '{count} days'],
  whomToAsk: ['问谁', 'Whom to ask'],
  askForReceipt: ['{name}：是否收到？', '{name}: did it arrive?'],
  askWhoTook: ['{name}：交给了谁？', '{name}: who took it?'],
  askWhoSent: ['{name}：由谁发来？', '{name}: who sent it?'],
  askWhereFrom: ['{name}：货从哪里来？', '{name}: where did it come from?'],
  inContainer: ['随 {code}', 'inside {code}'],
  silentHolders: ['久无记录的持有人', 'Silent holders'],
  silentNone: ['没有久无记录的持有人。', 'No holder is silent.'],
  lastRecord: ['最近记录', 'Last record'],
  silentDays: ['已 {days} 天无记录（允许 {allowed} 天）', 'nothing for {days} days ({allowed} allowed)'],
  askWhatLeft: ['{name}：货还在吗？', '{name}: is it still there?'],
} as const satisfies Readonly<Record<string, Pair>>;
