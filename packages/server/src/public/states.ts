import type { Pair, UnitAnswer } from '@yunsu/api';
import type { IconName } from './icons.ts';

/** How a state looks (tone and icon, never colour alone) and what it tells a shopper. */
export interface StateLook {
  readonly tone: 'good' | 'calm' | 'warn' | 'stop' | 'mute';
  readonly icon: IconName;
  readonly word: Pair;
  readonly sentence: Pair;
}

/** The honest states of a code (design §6): one of them is always shown. */
export const states: Readonly<Record<UnitAnswer['state'], StateLook>> = {
  active: {
    tone: 'good',
    icon: 'check',
    word: ['流通中', 'In circulation'],
    sentence: [
      '平台有它的记录，没有召回、停售或过期的记录。',
      'It is on record here, with no recall, hold or expiry.',
    ],
  },
  sold: {
    tone: 'calm',
    icon: 'bag',
    word: ['已售出', 'Sold'],
    sentence: [
      '这一件已售给消费者。您刚买到它，就属正常；若有人当新品再卖，请当心。',
      'It was sold to a consumer. That is right if you just bought it; beware if somebody offers it as new.',
    ],
  },
  used: {
    tone: 'calm',
    icon: 'check',
    word: ['已使用', 'Used'],
    sentence: [
      '这一件已经使用。若有人再次销售或使用它，请拒绝并拨打 12345。',
      'It has been used. If somebody sells or uses it again, refuse and call 12345.',
    ],
  },
  destroyed: {
    tone: 'mute',
    icon: 'cross',
    word: ['已销毁', 'Destroyed'],
    sentence: [
      '记录显示它已销毁，市场上不应再出现。若您手中有它，请拨打 12345。',
      'It was recorded as destroyed and must not be on the market. If you hold it, call 12345.',
    ],
  },
  recalled: {
    tone: 'stop',
    icon: 'alert',
    word: ['已召回', 'Recalled'],
    sentence: ['请停止食用、使用和销售。', 'Stop eating, using and selling it.'],
  },
  expired: {
    tone: 'warn',
    icon: 'clock',
    word: ['已过期', 'Expired'],
    sentence: ['已超过有效期，请不要购买、食用或使用。', 'It is past its date. Do not buy, eat or use it.'],
  },
  held: {
    tone: 'warn',
    icon: 'pause',
    word: ['暂停销售', 'On hold'],
    sentence: ['正在核查，核查结束前不得销售。', 'It is being checked and must not be sold until that ends.'],
  },
  voided: {
    tone: 'mute',
    icon: 'cross',
    word: ['记录已作废', 'Record voided'],
    sentence: ['这个码的记录已由记录者声明有误。', 'Whoever recorded this code declared the record wrong.'],
  },
  elsewhere: {
    tone: 'calm',
    icon: 'question',
    word: ['由其他平台管理', 'Kept elsewhere'],
    sentence: [
      '这个码由外地或其他平台发放，本平台没有它的记录，请按下面的办法查询。',
      'This code was given out elsewhere; nothing is recorded here. Ask as said below.',
    ],
  },
  not_issued: {
    tone: 'stop',
    icon: 'alert',
    word: ['未发放的码', 'Never issued'],
    sentence: [
      '这个码属于已分配的号段，但从未发放。它不应出现在任何商品上。',
      'This code lies in a range that has an owner, but it was never given out. It must not be on any product.',
    ],
  },
  not_activated: {
    tone: 'warn',
    icon: 'pause',
    word: ['尚未激活', 'Not activated'],
    sentence: [
      '这个码已经发放或印制，但还没有登记用于任何商品。',
      'This code was given out or printed, but not yet recorded on any product.',
    ],
  },
  code_void: {
    tone: 'stop',
    icon: 'cross',
    word: ['已作废的码', 'Void code'],
    sentence: [
      '发码主体已将这个码作废。贴有它的商品请勿购买、使用。',
      'Its owner has made this code void. Do not buy or use what carries it.',
    ],
  },
  unknown: {
    tone: 'warn',
    icon: 'question',
    word: ['平台没有这个码的记录', 'Not on record here'],
    sentence: [
      '码的写法正确，但平台没有它的记录。这不说明商品是真是假。',
      'The code is well formed, but nothing is recorded here. That does not say whether the product is genuine.',
    ],
  },
};

/** A code that its owner has activated, with no record of the thing that it is on: more than printed, less than in circulation. */
export const activated: StateLook = {
  tone: 'calm',
  icon: 'check',
  word: ['已激活', 'Activated'],
  sentence: [
    '发码主体登记它已用于商品，但还没有这件商品的流转记录。',
    'Its owner has recorded that it is on a product; nothing else is recorded yet.',
  ],
};
