import {
  bizSteps,
  type CodeState,
  dispositions,
  type LinkHealth,
  type Movement,
  type Pair,
  processes,
  rowOf,
  type UnitAnswer,
  type VoidReason,
} from '@yunsu/api';
import type { Language } from './words.ts';

export { endKinds, gapKinds, legKinds, levels, linkKinds } from '@yunsu/api';

/**
 * Words for what the answers name; the words of CBV and of the units stand in the API's room, for the public pages say them too.
 */
type Words<K extends string = string> = Readonly<Record<K, Pair>>;

type Level = UnitAnswer['level'];

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

/** States of a code before its first event: [zh, en, tone]. */
export const codeStates: Readonly<
  Record<CodeState | 'unreserved', readonly [zh: string, en: string, tone: Tone]>
> = {
  unreserved: ['未领', 'unreserved', 'stop'],
  reserved: ['已领', 'reserved', 'mute'],
  printed: ['已印', 'printed', 'calm'],
  active: ['激活', 'active', 'good'],
  void: ['作废', 'void', 'stop'],
};

/** Why a code was made void. */
export const voidReasons: Words<VoidReason> = {
  spoiled: ['印坏', 'spoiled'],
  lost: ['遗失', 'lost'],
  unused: ['未用', 'unused'],
  wrong: ['印错', 'wrong'],
};

/** What was done to codes of an order. */
export const acts: Words<Movement['act']> = {
  reserve: ['领取', 'Reserved'],
  print: ['印制', 'Printed'],
  activate: ['激活', 'Activated'],
  void: ['作废', 'Made void'],
  reconcile: ['核销', 'Reconciled'],
};

/** What the visits of a link have come to: [zh, en, tone]. */
export const healths: Readonly<Record<LinkHealth, readonly [zh: string, en: string, tone: Tone]>> = {
  alive: ['正常', 'alive', 'good'],
  failing: ['访问失败', 'failing', 'warn'],
  dead: ['失效', 'dead', 'stop'],
  unvisited: ['未检查', 'not visited', 'mute'],
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

const column = (language: Language): 0 | 1 => (language === 'zh' ? 0 : 1);

/** The word of a pair table in the language; a key that the table does not know is spelt out. */
export const wordOf = (table: Words, key: string, language: Language): string =>
  rowOf(table, key)?.[column(language)] ?? key.replace(/_/g, ' ');

/** The word of a row with a tone in the language. */
export const toneWord = (
  [zh, en]: readonly [zh: string, en: string, tone: Tone],
  language: Language,
): string => (language === 'zh' ? zh : en);

/** What happened: our process where the event names one, else the business step, else the type of the event. */
export function stepOf(
  event: { process?: string; bizStep?: string; type: string },
  language: Language,
): string {
  if (event.process !== undefined) return wordOf(processes, event.process, language);
  if (event.bizStep !== undefined) return wordOf(bizSteps, event.bizStep, language);
  return event.type;
}

/** The word of a disposition. */
export const dispositionOf = (disposition: string, language: Language): string =>
  wordOf(dispositions, disposition, language);

/** "42 箱", "42 containers". */
export const manyText = (level: Level, count: number, language: Language): string =>
  wordOf(manyOf, level, language).replace('{count}', String(count));
