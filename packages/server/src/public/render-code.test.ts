import { describe, expect, test } from 'vitest';
import {
  codeAnswer,
  codePages,
  foreignReading,
  otherReading,
  reading,
} from '../../test/public/code-answers.ts';
import { renderAnswer } from './render-answer.ts';
import { plainView } from './view.ts';

const PAGE_BYTES_MAX = 30_000;
const [zh, en] = [plainView('zh', '/q?code=1'), plainView('en', '/q?code=1')];
const textOf = (page: string): string =>
  page
    .replace(/<title>.*?<\/title>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
type Name = keyof typeof codePages;
const pageOf = (name: Name, view = zh): string =>
  renderAnswer(codePages[name].answer, view, codePages[name].others);
const names = Object.keys(codePages) as Name[];

describe.each([
  ['zh', zh],
  ['en', en],
] as const)('every state of a code, in %s', (language, view) => {
  test('has a page of its own', () => {
    const texts = new Set(names.map((name) => textOf(pageOf(name, view))));
    expect(texts.size).toBe(names.length);
  });

  test.each(names)('%s tells where to turn, calls nothing genuine, and is small', (name) => {
    const page = pageOf(name, view);
    expect(textOf(page)).toContain('12345');
    expect(textOf(page)).not.toMatch(/正品|保真|is genuine\b(?<!whether the product is genuine)/);
    expect(Buffer.byteLength(page)).toBeLessThan(PAGE_BYTES_MAX);
    expect(page).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`);
  });
});

test('an unknown code is said in its parts, with where to ask its issuer', () => {
  const page = pageOf('unknown');
  const text = textOf(page);
  expect(text).toContain('平台没有这个码的记录');
  expect(text).toContain('这是示例药品追溯码');
  expect(text).toMatch(/药品标识 8123456/);
  expect(text).toContain('示例发码机构甲');
  expect(text).toContain('在该机构的查询页输入 20 位码。');
  expect(page).toContain('<a class="out" href="https://a.example.org/ask" rel="noreferrer external">');
});

test('an unknown code with several readings tells each with how sure it is, in words', () => {
  const text = textOf(pageOf('several'));
  expect(text).toContain('这个码有 2 种可能');
  expect(text).toMatch(/示例药品追溯码 很可能/);
  expect(text).toMatch(/示例肉菜流通码 有可能/);
  expect(text).toContain('没有标准文本可以核对');
  expect(text).toMatch(/第 1 个字符 · 没有这个行政区划。/);
  expect(text).toContain('由谁发放 示例发码机构乙');
  expect(text).not.toMatch(/0\.\d|%/);
  expect(text.indexOf('在该机构的查询页')).toBeLessThan(text.indexOf('拨打当地商务部门电话询问'));
});

test.each([
  [0.95, '几乎可以肯定'],
  [0.9, '几乎可以肯定'],
  [0.89, '很可能'],
  [0.6, '很可能'],
  [0.3, '有可能'],
  [0.29, '可能性较小'],
])('a confidence of %d is called %s', (confidence, word) => {
  const page = renderAnswer(codePages.several.answer, zh, [{ ...otherReading, confidence }]);
  expect(textOf(page)).toContain(`示例肉菜流通码 ${word}`);
});

test('a code of elsewhere names the place that it says and where to ask there', () => {
  const text = textOf(pageOf('elsewhere'));
  expect(text).toContain('由其他平台管理');
  expect(text).toContain('发码地： 浙江省杭州市上城区');
  expect(text).toContain('浙江示例追溯平台');
  expect(text).toContain('打开 zj.example.org');
  expect(text).toContain('它也可能是另一种码');
  expect(textOf(pageOf('elsewhere', en))).toContain('Given out in: Shangcheng, Hangzhou, Zhejiang');
});

test('a code of elsewhere without words of its own still tells who gives such codes out', () => {
  const answer = codeAnswer('1', { ...foreignReading, inWords: [] }, 'elsewhere');
  const text = textOf(renderAnswer({ ...answer, unit: { ...answer.unit, askElsewhere: null } }, zh));
  expect(text).not.toContain('发码地');
  expect(text).toContain('示例发码机构甲');
});

describe('a code that this platform gave out', () => {
  test('not activated, tells to whom, how far it got, since when, and what to do on a product', () => {
    const text = textOf(pageOf('printed'));
    expect(text).toContain('尚未激活');
    expect(text).toMatch(/发放给 通海示例合作社/);
    expect(text).toContain('标签已印制，还没有登记用于商品');
    expect(text).toContain('自 2026年8月1日 09:30');
    expect(text).toContain('如果它贴在商品上');
    expect(textOf(pageOf('reserved'))).toContain('已领取，还没有登记印制');
  });

  test('hides its owner where the public may not know it', () => {
    const base = codePages.printed.answer;
    const issuedTo = { name: '张三', kind: 'person', masked: true, role: 'producer_farmer' } as const;
    const code = base.unit.code && { ...base.unit.code, issuedTo };
    const page = renderAnswer({ ...base, unit: { ...base.unit, code } }, zh);
    expect(page).not.toContain('张三');
    expect(page).toContain('农户（已隐去姓名）');
  });

  test.each([
    ['lost', '标签遗失'],
    ['spoiled', '标签印坏或损坏'],
    ['unused', '标签没有用上，剩余作废'],
    ['wrong', '赋码有误'],
  ] as const)('made void as %s says so; a lost label is a warning of its own', (name, reason) => {
    const text = textOf(pageOf(name));
    expect(text).toContain('已作废的码');
    expect(text).toContain(`作废原因 ${reason}`);
    expect(text.includes('当心：这是一张遗失的标签')).toBe(name === 'lost');
  });

  test('activated without a record of the thing, is not called in circulation', () => {
    const text = textOf(pageOf('activated'));
    expect(text).toContain('已激活');
    expect(text).toContain('还没有这件商品的流转记录');
    expect(text).not.toContain('流通中');
    expect(text).not.toContain('它走过的路');
  });

  test('never given out, names the owner of the range and that it belongs on no product', () => {
    const text = textOf(pageOf('notIssued'));
    expect(text).toContain('未发放的码');
    expect(text).toMatch(/号段属于 通海示例合作社/);
    expect(text).toContain('不应出现在任何商品上');
  });
});

test('a code that holds a web address names the website and opens nothing', () => {
  const page = pageOf('address');
  expect(textOf(page)).toContain('网站 shop.example.com');
  expect(page).not.toContain('href="https://shop.example.com');
});

test('an issuer with an address that is none of the web is not linked to', () => {
  const ask = { zh: '问', en: 'ask', url: 'javascript:alert(1)' };
  const issuer = { name: { zh: '甲', en: 'A' }, ask };
  const page = renderAnswer(codeAnswer('1', reading({ issuer }), 'unknown'), zh);
  expect(page).not.toMatch(/javascript:|class="out"/);
});

test('hostile words of a scheme open no tag', () => {
  const evil = '"><script>alert(1)</script>';
  const words = { zh: evil, en: evil };
  const candidate = reading({
    name: words,
    inWords: [{ part: 'division', value: evil, name: words, meaning: words }],
    issuer: { name: words, ask: { ...words, url: `https://x.example/${evil}` } },
    issues: [{ at: 0, ...words }],
  });
  for (const state of ['unknown', 'elsewhere', 'not_activated'] as const) {
    const page = renderAnswer(codeAnswer(evil, candidate, state, {}), zh, [candidate]);
    expect(page).not.toContain('<script');
  }
});
