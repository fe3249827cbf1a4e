import { expect, test } from 'vitest';
import { sayIn } from '../words.ts';
import { toGapSheet, toLinkSheet, toNodeSheet } from './export.ts';

const time = '2026-08-18T04:00:00.000Z';

test('a node keeps its exact amount, its whole code and its ends', () => {
  const [head, row] = toNodeSheet(
    [
      {
        id: 'f3',
        uri: 'https://id.gs1.org/01/09521234045014/10/VX-0818',
        level: 'lot',
        holder: {
          name: '示例农贸摊主一',
          kind: 'company',
          masked: false,
          uri: 'urn:yunsu:party:92530102MAY040078C',
        },
        place: { name: '农贸市场摊位', prefecture: '昆明市', masked: false },
        quantity: '10.50',
        uom: 'KGM',
        share: '0.2',
        inferred: false,
        time,
        depth: 3,
        inTransit: true,
        product: '辣椒',
        ends: [{ kind: 'sold', quantity: '4', uom: 'KGM', eventID: 'urn:uuid:1', time }],
      },
    ],
    'zh',
    sayIn('zh'),
  );
  const cells = Object.fromEntries((head ?? []).map((name, index) => [name, row?.[index]]));
  expect(cells).toMatchObject({
    编码: 'https://id.gs1.org/01/09521234045014/10/VX-0818',
    数量: '10.50',
    占比: '0.2',
    数量上限: '',
    运输中: '是',
    推定: '否',
    终点: '售出 4 KGM',
  });
});

test('links and gaps have a row each under a head of the same width', () => {
  const t = sayIn('en');
  const links = toLinkSheet([{ from: 'a', to: 'b', kind: 'transfer', eventID: 'e', time }], 'en', t);
  const gaps = toGapSheet([{ kind: 'unknown-holder', uri: 'u', eventID: 'e', time }], 'en', t);
  for (const [head, row] of [links, gaps]) expect(row?.length).toBe(head?.length);
  expect(links[1]?.slice(0, 4)).toEqual([time, 'transfer', 'a', 'b']);
});
