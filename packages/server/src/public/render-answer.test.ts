import type { UnitAnswer } from '@yunsu/api';
import { describe, expect, test } from 'vitest';
import { company, link, masked, node, place, unknownAnswer } from '../../test/public/answer-parts.ts';
import { cakeAnswer, crateAnswer, gapAnswer, vialAnswer, voidedAnswer } from '../../test/public/answers.ts';
import type { PublicAnswer } from './answer.ts';
import { renderAnswer } from './render-answer.ts';
import { STEPS_MAX } from './render-journey.ts';
import { states } from './states.ts';
import { plainView } from './view.ts';

/** Design §8: a public page has at most 30 kB. */
const PAGE_BYTES_MAX = 30_000;
const [zh, en] = [plainView('zh', '/q?code=1'), plainView('en', '/q?code=1')];
const textOf = (page: string): string =>
  page
    .replace(/<(style|title)>.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const orderOf = (text: string, words: readonly string[]): number[] => words.map((word) => text.indexOf(word));
const ascending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => number > (numbers[index - 1] ?? -1));

describe('the crate of chillies', () => {
  const text = textOf(renderAnswer(crateAnswer(), zh));

  test('says the state, the product and the code first, then the three answers, then the way', () => {
    expect(
      ascending(
        orderOf(text, [
          '已召回',
          '不要食用',
          '辣椒',
          '095212340400000019',
          '从哪里来',
          '到哪里去',
          '谁负责',
          '它走过的路',
        ]),
      ),
    ).toBe(true);
  });

  test('tells the way in the words of a shopper and in the order of the goods', () => {
    const way = text.slice(text.indexOf('它走过的路'));
    expect(
      ascending(orderOf(way, ['产地', '采收', '收购', '装箱', '从玉溪市运往昆明市', '批发', '零售'])),
    ).toBe(true);
  });

  test('names who answers and masks the farmer and the traders', () => {
    expect(text).toContain('通海示例收购点');
    expect(text).toContain('农户（已隐去姓名）');
    expect(text).toContain('批发商（已隐去名称）');
    expect(text).toContain('摊主（已隐去名称）');
  });

  test('says what to do, which case it is and where to complain', () => {
    expect(text).toContain('召回编号 RC-2026-0401');
    expect(text).toContain('12345');
  });

  test('without a recall it is in circulation and says no word of one', () => {
    const calm = textOf(renderAnswer(crateAnswer(true), zh));
    expect(calm).toContain('流通中');
    expect(calm).not.toContain('召回编号');
  });
});

test('the cake shows computed shares, the test result and how the shares were computed', () => {
  const page = renderAnswer(cakeAnswer(), zh);
  const text = textOf(page);
  expect(text).toMatch(/古树 30\.0 %/);
  expect(text).toMatch(/台地 70\.0 %/);
  expect(text).toContain('共 2 批来源');
  expect(text).toContain('报告编号 TR-PE-2026-01');
  expect(text).toContain('SC11453282200016');
  expect(page).toMatch(/<details><summary>这个数是怎么算的<\/summary>/);
});

test('shares that do not add up name the rest, and a bound is called one', () => {
  const cake = cakeAnswer();
  const [old] = cake.claims;
  if (!old) throw new Error('the cake has claims');
  const partly = textOf(renderAnswer({ ...cake, claims: [old] }, zh));
  expect(partly).toContain('没有记录 70.0 %');
  const bound = textOf(renderAnswer({ ...cake, claims: [{ ...old, bound: true }] }, zh));
  expect(bound).toContain('至多 30.0 %');
  expect(bound).not.toContain('没有记录 70.0 %');
});

test('the vial is used, shows lot and maker and its recall, and never who was vaccinated', () => {
  const text = textOf(renderAnswer(vialAnswer(), zh));
  expect(ascending(orderOf(text, ['已使用', '召回通知', '示例疫苗']))).toBe(true);
  expect(text).toContain('昆明示例疫苗公司');
  expect(text).toMatch(/批号 V1/);
  expect(text).toContain('不显示使用者');
  expect(text).not.toContain('pt_');
});

test('what nobody recorded is called a gap', () => {
  const text = textOf(renderAnswer(gapAnswer(), zh));
  expect(text).toContain('这一段没有记录');
  expect(text).toContain('之后没有记录');
  expect(text).not.toContain('未知');
});

test('an unknown code says what it is, that nothing follows from it, and whom to ask', () => {
  const text = textOf(renderAnswer(unknownAnswer('095212340499999997'), zh));
  expect(text).toContain('平台没有这个码的记录');
  expect(text).toContain('这是箱码（SSCC');
  expect(text).toContain('不说明商品是真是假');
  expect(text).toContain('12345');
  expect(text).not.toContain('它走过的路');
});

test('a voided record shows no journey and says that it was taken back', () => {
  const text = textOf(renderAnswer(voidedAnswer(), zh));
  expect(text).toContain('记录已作废');
  expect(text).not.toContain('它走过的路');
});

test('a code of a place or a firm shows what the registers say of it, without a state', () => {
  const answer = unknownAnswer('https://id.gs1.org/414/9521234040026');
  const text = textOf(renderAnswer({ ...answer, place: place('530400', '玉溪市') }, zh));
  expect(text).toContain('玉溪市');
  expect(text).not.toContain('平台没有这个码的记录');
  const farmer = unknownAnswer('https://id.gs1.org/417/9521234040026');
  const person = { ...masked('person', 'producer_farmer'), name: '张三' };
  expect(renderAnswer({ ...farmer, party: person }, zh)).not.toContain('张三');
});

test('a registered kind of product without a lot says that another code is needed, and claims no state', () => {
  const answer = unknownAnswer('09521234045014');
  const product = { uri: answer.unit.uri, name: '辣椒', class: 'agri' };
  const text = textOf(renderAnswer({ ...answer, unit: { ...answer.unit, product } }, zh));
  expect(text).toContain('辣椒');
  expect(text).toContain('请扫带批号或序列号的码');
  expect(text).not.toContain('平台没有这个码的记录');
});

test('an item that was used stays used in the words of its way, also when its lot is recalled later', () => {
  const vial = vialAnswer();
  const text = textOf(renderAnswer({ ...vial, unit: { ...vial.unit, state: 'recalled' } }, zh));
  expect(text).toContain('2026年5月27日 发药或接种');
  expect(text).not.toContain('最后记录到的位置');
});

test.each(Object.keys(states) as UnitAnswer['state'][])(
  'state %s is said in words and drawn in both languages',
  (state) => {
    const answer = { ...crateAnswer(true), unit: { ...crateAnswer(true).unit, state } };
    for (const [view, index] of [
      [zh, 0],
      [en, 1],
    ] as const) {
      const page = renderAnswer(answer, view);
      expect(page).toContain(`<section class="state ${states[state].tone}"`);
      expect(textOf(page)).toContain(states[state].word[index]);
      expect(page).toContain('<svg class="icon"');
    }
  },
);

test('an English page holds Chinese only in registered names and in the switch, and says so to screen readers', () => {
  for (const answer of [crateAnswer(), cakeAnswer(), vialAnswer(), gapAnswer(), voidedAnswer()]) {
    const page = renderAnswer(answer, en)
      .replace(/<title>.*?<\/title>/s, '')
      .replace(/<(bdi|a|text)[^>]* lang="zh-CN"[^>]*>.*?<\/\1>/gs, '');
    const left = textOf(page).match(/\p{Script=Han}+/gu) ?? [];
    // Claims and facts come in the language of the record.
    expect(
      left.filter((text) => !['古树', '台地', '昆明市场监管局', '昆明示例疫苗公司'].includes(text)),
    ).toEqual([]);
  }
});

describe('hostile names', () => {
  const hostile = `<script>alert(1)</script>"'\u202e${'长'.repeat(5000)}`;
  const holder = { ...company(hostile, hostile), uri: hostile };
  const secret = {
    ...masked('person', 'producer_farmer'),
    name: '张三',
    uri: 'urn:yunsu:person:pt_4699fcbbb1eaf52e',
  };
  const nodes = Array.from({ length: 40 }, (_, index) =>
    node(
      `n${index}`,
      index % 2 ? secret : { ...holder, uri: `u${index}` },
      place('53', hostile),
      `2026-01-01T08:${10 + index}`,
      {
        product: hostile,
        quantity: hostile,
        uom: hostile,
        facts: Array.from({ length: 30 }, (__, fact) => ({
          name: `f${fact}`,
          zh: hostile,
          en: hostile,
          value: hostile,
        })),
      },
    ),
  );
  const links = nodes
    .slice(1)
    .map((to, index) => link(`n${index}`, to.id, 'transfer', `e${index}`, '2026-01-01T08:00'));
  const base = crateAnswer();
  const answer: PublicAnswer = {
    ...base,
    code: hostile,
    candidate: { ...base.candidate, scheme: hostile, parts: { [hostile]: hostile } },
    unit: { ...base.unit, product: { uri: hostile, name: hostile, class: 'constructor' } },
    trace: { ...base.trace, root: 'n39', nodes, links },
    events: [],
    responsible: Array.from({ length: 30 }, () => ({
      name: hostile,
      role: 'toString',
      licences: Array.from({ length: 30 }, () => ({
        type: hostile,
        number: hostile,
        scope: hostile,
        validTo: hostile,
      })),
    })),
    claims: Array.from({ length: 30 }, () => ({
      zh: hostile,
      en: hostile,
      share: '0.03',
      from: [hostile, hostile],
    })),
    tests: Array.from({ length: 30 }, () => ({
      time: hostile,
      result: 'conformant' as const,
      report: hostile,
      by: holder,
    })),
    recall: { case: hostile, declaredAt: hostile, by: holder },
  };

  test.each(['zh', 'en'] as const)(
    'in %s open no tag, no attribute and no text direction, and keep the page small',
    (language) => {
      const page = renderAnswer(answer, plainView(language));
      expect(page).not.toContain('<script');
      expect(page).not.toContain('\u202e');
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(PAGE_BYTES_MAX);
    },
  );

  test('of a masked person appear nowhere, nor does the token', () => {
    const page = renderAnswer(answer, zh);
    expect(page).not.toContain('张三');
    expect(page).not.toContain('pt_');
  });
});

test('as many steps as the bound are printed, of one more the middle is left out and said so', () => {
  const holders = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      node(
        `n${index}`,
        company(`甲${index}号`, 'collector'),
        place('530100', '昆明市'),
        `2026-01-01T08:${10 + index}`,
      ),
    );
  const pageOf = (count: number) => {
    const nodes = holders(count);
    const links = nodes
      .slice(1)
      .map((to, index) => link(`n${index}`, to.id, 'transfer', `e${index}`, '2026-01-02T08:00'));
    const base = crateAnswer(true);
    return textOf(
      renderAnswer(
        { ...base, events: [], trace: { ...base.trace, root: `n${count - 1}`, nodes, links } },
        zh,
      ),
    );
  };
  expect(pageOf(STEPS_MAX)).not.toContain('从略');
  const cut = pageOf(STEPS_MAX + 1);
  expect(cut).toContain('中间 1 步从略');
  expect(cut).toContain('甲0号');
  expect(cut).toContain(`甲${STEPS_MAX}号`);
});

test('a page runs no script and carries no style of its own, and the same answer gives the same text', () => {
  for (const answer of [crateAnswer(), cakeAnswer(), vialAnswer(), unknownAnswer('095212340499999997')]) {
    const page = renderAnswer(answer, zh);
    expect(page).not.toMatch(/<script|<style| style="| on[a-z]+="|javascript:|(src|action)="https?:/i);
    expect(page).toBe(renderAnswer(answer, zh));
    expect(Buffer.byteLength(page)).toBeLessThan(PAGE_BYTES_MAX);
  }
});

test('the way back is drawn with shares and without the codes of other units', () => {
  const svg = /<svg [^>]*class="picture".*?<\/svg>/s.exec(renderAnswer(cakeAnswer(), zh))?.[0] ?? '';
  expect(svg).toContain('来源图：');
  expect(svg).toContain('所查');
  expect(svg).toContain('30%');
  expect(svg).not.toContain('FL1');
});

test('names of any length leave the page small, with its picture', () => {
  const answer = cakeAnswer();
  const long = '漢'.repeat(20_000);
  const nodes = answer.trace.nodes.map((one) => ({ ...one, holder: { ...one.holder, name: long } }));
  const page = renderAnswer({ ...answer, trace: { ...answer.trace, nodes } }, zh);
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(PAGE_BYTES_MAX);
});
