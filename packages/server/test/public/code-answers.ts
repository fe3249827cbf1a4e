import type { HolderView, UnitAnswer } from '@yunsu/api';
import type { Candidate, Words } from '@yunsu/identifiers';
import type { PublicAnswer } from '../../src/public/answer.ts';
import { company, unknownAnswer } from './answer-parts.ts';

/** Answers about codes with no record of a thing: the states before the first event, other places, several readings. */

const words = (zh: string, en: string): Words => ({ zh, en });

/** A reading by an example scheme of twenty digits. */
export function reading(more: Partial<Candidate> = {}): Candidate {
  return {
    scheme: 'example-drug',
    name: words('示例药品追溯码', 'Example drug trace code'),
    verified: true,
    uri: 'urn:yunsu:code:example-drug:81234567890123456789',
    digitalLink: null,
    level: 'item',
    parts: { product: '8123456', serial: '789012345' },
    inWords: [
      { part: 'product', value: '8123456', name: words('药品标识', 'Drug identifier') },
      { part: 'serial', value: '789012345', name: words('序列号', 'Serial number') },
    ],
    issuer: {
      name: words('示例发码机构甲', 'Example issuer A'),
      ask: {
        ...words('在该机构的查询页输入 20 位码。', 'Enter the 20 digits on the page of this issuer.'),
        url: 'https://a.example.org/ask',
      },
    },
    confidence: 0.8,
    issues: [],
    ...more,
  };
}

/** A second reading of the same digits, of which no text confirms the structure. */
export const otherReading = reading({
  scheme: 'example-meat',
  name: words('示例肉菜流通码', 'Example meat and vegetable code'),
  verified: false,
  uri: 'urn:yunsu:code:example-meat:81234567890123456789',
  level: 'lot',
  inWords: [
    {
      part: 'division',
      value: '812345',
      name: words('行政区划', 'Division'),
      meaning: words('未知区划', 'unknown division'),
    },
  ],
  issuer: {
    name: words('示例发码机构乙', 'Example issuer B'),
    ask: words('拨打当地商务部门电话询问。', 'Ask the local department of commerce.'),
  },
  confidence: 0.35,
  issues: [{ at: 0, ...words('没有这个行政区划。', 'There is no such division.') }],
});

/** A code that says by itself that it comes from elsewhere. */
export const foreignReading = reading({
  scheme: 'example-farm',
  name: words('示例农产品追溯码', 'Example farm produce code'),
  uri: 'urn:yunsu:code:example-farm:33010212345678901234',
  level: 'lot',
  inWords: [
    {
      part: 'division',
      value: '330102',
      name: words('行政区划', 'Division'),
      meaning: words('浙江省杭州市上城区', 'Shangcheng, Hangzhou, Zhejiang'),
    },
    { part: 'serial', value: '12345678901234', name: words('流水号', 'Running number') },
  ],
  confidence: 0.9,
});

const provincial = reading({
  scheme: 'provincial',
  name: words('云南省追溯码', 'Yunnan provincial code'),
  uri: 'urn:yunsu:code:provincial:53E47K2M9QXR',
  inWords: [
    { part: 'province', value: '53', name: words('省份', 'Province'), meaning: words('云南省', 'Yunnan') },
    { part: 'kind', value: 'E', name: words('类别', 'Kind'), meaning: words('单件', 'item') },
    { part: 'random', value: '47K2M9QX', name: words('随机部分', 'Random part') },
  ],
  confidence: 0.95,
});

export const owner: HolderView = company('通海示例合作社', 'producer_coop');

type CodeFacts = NonNullable<UnitAnswer['code']>;

/** An answer in a state, for a reading. */
export function codeAnswer(
  code: string,
  candidate: Candidate,
  state: UnitAnswer['state'],
  facts: Partial<CodeFacts> | null = null,
): PublicAnswer {
  const base = unknownAnswer('095212340499999997');
  const codeFacts: CodeFacts | null = facts && {
    state: 'printed',
    since: '2026-08-01T09:30:00+08:00',
    issuedTo: owner,
    ...facts,
  };
  return {
    ...base,
    code,
    candidate,
    unit: {
      ...base.unit,
      uri: candidate.uri,
      level: candidate.level,
      state,
      code: codeFacts,
      askElsewhere: state === 'elsewhere' ? elsewhere : null,
    },
  };
}

const elsewhere = {
  name: words('浙江示例追溯平台', 'Example platform of Zhejiang'),
  ask: {
    ...words('在浙江的查询页输入这个码。', 'Enter the code on the page of Zhejiang.'),
    url: 'https://zj.example.org/',
  },
};

/** Codes by the state that their page tells. */
export const codePages = {
  unknown: { answer: codeAnswer('81234567890123456789', reading(), 'unknown'), others: [] },
  several: { answer: codeAnswer('81234567890123456789', reading(), 'unknown'), others: [otherReading] },
  elsewhere: {
    answer: codeAnswer('33010212345678901234', foreignReading, 'elsewhere'),
    others: [otherReading],
  },
  notIssued: {
    answer: codeAnswer('53E4-7K2M-9QXR', provincial, 'not_issued', { state: 'unreserved', since: null }),
    others: [],
  },
  printed: { answer: codeAnswer('53E4-7K2M-9QXR', provincial, 'not_activated', {}), others: [] },
  reserved: {
    answer: codeAnswer('53E4-7K2M-9QXR', provincial, 'not_activated', { state: 'reserved' }),
    others: [],
  },
  lost: {
    answer: codeAnswer('53E4-7K2M-9QXR', provincial, 'code_void', { state: 'void', reason: 'lost' }),
    others: [],
  },
  spoiled: {
    answer: codeAnswer('53E4-7K2M-9QXR', provincial, 'code_void', { state: 'void', reason: 'spoiled' }),
    others: [],
  },
  unused: {
    answer: codeAnswer('53E4-7K2M-9QXR', provincial, 'code_void', { state: 'void', reason: 'unused' }),
    others: [],
  },
  wrong: {
    answer: codeAnswer('53E4-7K2M-9QXR', provincial, 'code_void', { state: 'void', reason: 'wrong' }),
    others: [],
  },
  activated: {
    answer: codeAnswer('53E4-7K2M-9QXR', provincial, 'active', { state: 'active' }),
    others: [],
  },
  address: { answer: unknownAnswer('https://shop.example.com/p?id=1'), others: [] },
} as const satisfies Record<string, { answer: PublicAnswer; others: readonly Candidate[] }>;
