import type { EventView, HolderView, PlaceView } from '@yunsu/api';
import type { PublicAnswer } from '../../src/public/answer.ts';
import { company, emptyTrace, event, link, masked, node, place, unknownAnswer } from './answer-parts.ts';

/** Answers made by hand for the pages: the crate of S04, the cake of S01, the vial of S05, and codes with nothing to show. */

const field = place('530423', '玉溪市');
const packhouse = place('530423', '玉溪市');
const market = place('530114', '昆明市');
const stall = place('530102', '昆明市');
const farmer = masked('person', 'producer_farmer');
const collector = company('通海示例收购点', 'collector');
const wholesaler = masked('company', 'vegetable_wholesaler');
const stallHolder = masked('company', 'stall_operator');

const crateEvents: EventView[] = [
  event('v1', 'creating_class_instance/harvesting/active', field, farmer, '2026-08-18T07:30'),
  event('v2', 'shipping//in_transit', field, farmer, '2026-08-18T09:00'),
  event('v3', 'receiving//in_progress', packhouse, collector, '2026-08-18T09:40'),
  event('v4', 'packing//container_closed', packhouse, collector, '2026-08-18T12:00'),
  event('v5', 'shipping//in_transit', packhouse, collector, '2026-08-18T14:00'),
  event('v7', 'receiving//sellable_accessible', market, wholesaler, '2026-08-18T18:00'),
  event('v15', 'shipping//in_transit', market, wholesaler, '2026-08-19T07:40'),
  event('v18', 'receiving//in_progress', stall, stallHolder, '2026-08-19T09:00'),
];

/** Crate 1 of S04 on its stall, with the recall of its lot in force unless `calm`. */
export function crateAnswer(calm = false): PublicAnswer {
  const product = '辣椒';
  const nodes = [
    node('n4', stallHolder, stall, '2026-08-19T09:00', {
      level: 'container',
      quantity: '10.000',
      uom: 'KGM',
      product,
    }),
    node('n3', wholesaler, market, '2026-08-18T18:00', { level: 'container', depth: 1 }),
    node('n2', collector, packhouse, '2026-08-18T12:00', { level: 'container', depth: 2 }),
    node('n1', collector, packhouse, '2026-08-18T09:40', { depth: 3, product }),
    node('n0', farmer, field, '2026-08-18T09:00', { depth: 4, product }),
  ];
  const links = [
    link('n0', 'n1', 'transfer', 'v3', '2026-08-18T09:40'),
    link('n1', 'n2', 'packing', 'v4', '2026-08-18T12:00'),
    link('n2', 'n3', 'transfer', 'v7', '2026-08-18T18:00'),
    link('n3', 'n4', 'transfer', 'v18', '2026-08-19T09:00'),
  ];
  const answer = unknownAnswer('095212340400000019');
  const authority = company('昆明市场监管局', 'regulator_market');
  return {
    ...answer,
    unit: {
      ...answer.unit,
      state: calm ? 'active' : 'recalled',
      product: { uri: 'https://id.gs1.org/01/09521234045014', name: product, class: 'agri' },
      ledger: 'agri',
      lastEvent: crateEvents.at(-1) ?? null,
    },
    trace: { ...emptyTrace, root: 'n4', nodes, links },
    events: crateEvents,
    responsible: [{ name: '通海示例收购点', role: 'collector', licences: [] }],
    ...(calm
      ? {}
      : {
          tests: [
            {
              time: '2026-08-27T16:00:00+08:00',
              result: 'non_conformant' as const,
              report: 'LAB-0827-RE',
              by: company('示例检测机构', 'lab'),
            },
          ],
          recall: { case: 'RC-2026-0401', declaredAt: '2026-08-20T17:30:00+08:00', by: authority },
        }),
  };
}

const garden = place('532822', '西双版纳傣族自治州');
const mill = place('532822', '西双版纳傣族自治州');
const factory = place('532822', '西双版纳傣族自治州');
const store = place('530111', '昆明市');
const shop = place('530102', '昆明市');
const cooperative = masked('company', 'producer_coop');
const miller = company('勐海示例初制所', 'primary_processor');
const maker = company('勐海示例茶厂', 'food_manufacturer');
const dealer = masked('company', 'food_wholesaler');
const retailer = company('昆明示例茶店', 'food_retailer');

const cakeEvents: EventView[] = [
  event('t1', 'creating_class_instance/harvesting/active', garden, cooperative, '2026-03-28T17:30'),
  event('t2', 'creating_class_instance/harvesting/active', garden, cooperative, '2026-03-28T18:00'),
  event('t5', 'shipping//in_transit', garden, cooperative, '2026-03-28T18:40'),
  event('t7', 'receiving//in_progress', mill, miller, '2026-03-28T19:30'),
  event('t8', 'commissioning/kill_green_sun_dry/active', mill, miller, '2026-03-30T17:00'),
  event('t9', 'commissioning/kill_green_sun_dry/active', mill, miller, '2026-03-30T18:00'),
  event('t10', 'shipping//in_transit', mill, miller, '2026-04-06T09:00'),
  event('t11', 'receiving//in_progress', factory, maker, '2026-04-06T11:00'),
  event('t12', 'commissioning/blend_press/active', factory, maker, '2026-04-10T16:00'),
  event('t17', 'inspecting//conformant', factory, maker, '2026-04-16T16:00'),
  event('t18', 'packing//container_closed', factory, maker, '2026-04-18T15:00'),
  event('t19', 'shipping//in_transit', factory, maker, '2026-04-20T09:00'),
  event('t20', 'receiving//sellable_accessible', store, dealer, '2026-04-21T16:00'),
  event('t21', 'shipping//in_transit', store, dealer, '2026-05-06T10:00'),
  event('t22', 'receiving//sellable_accessible', shop, retailer, '2026-05-06T14:00'),
  event('t23', 'unpacking//sellable_accessible', shop, retailer, '2026-05-07T09:00'),
  event('t24', 'retail_selling//retail_sold', shop, retailer, '2026-05-09T11:20'),
];

/** Cake C0117 of S01, sold, from two gardens in the shares 30 and 70 %. */
export function cakeAnswer(): PublicAnswer {
  const tree = (value: string) => [
    { name: 'urn:yunsu:voc:treeClass', zh: '树龄类别', en: 'Tree class', value },
  ];
  const nodes = [
    node('c9', retailer, shop, '2026-05-06T14:00', {
      level: 'item',
      product: '普洱生茶饼 357 g',
      facts: [
        { name: 'urn:epcglobal:cbv:mda:lotNumber', zh: '批号', en: 'Lot', value: 'PE-2026-01' },
        { name: 'urn:yunsu:voc:productionDate', zh: '生产日期', en: 'Made on', value: '2026-04-10' },
      ],
    }),
    node('c8', dealer, store, '2026-04-21T16:00', { level: 'container', depth: 1 }),
    node('c7', maker, factory, '2026-04-18T15:00', { level: 'container', depth: 2 }),
    node('c6', maker, factory, '2026-04-10T16:00', { level: 'item', depth: 3, product: '普洱生茶饼 357 g' }),
    node('c5', maker, factory, '2026-04-06T11:00', { depth: 4, product: '晒青毛茶' }),
    node('c4', maker, factory, '2026-04-06T11:00', { depth: 4, product: '晒青毛茶' }),
    node('c3', miller, mill, '2026-03-30T17:00', { depth: 5, product: '晒青毛茶' }),
    node('c2', miller, mill, '2026-03-30T18:00', { depth: 5, product: '晒青毛茶' }),
    node('b3', miller, mill, '2026-03-28T19:30', { depth: 6, product: '茶鲜叶' }),
    node('b2', miller, mill, '2026-03-28T19:30', { depth: 6, product: '茶鲜叶' }),
    node('a1', cooperative, garden, '2026-03-28T18:40', {
      depth: 7,
      product: '茶鲜叶',
      share: '0.3',
      facts: tree('古树'),
    }),
    node('a2', cooperative, garden, '2026-03-28T18:45', {
      depth: 7,
      product: '茶鲜叶',
      share: '0.7',
      facts: tree('台地'),
    }),
  ];
  const links = [
    link('a1', 'b3', 'transfer', 't7', '2026-03-28T19:30'),
    link('a2', 'b2', 'transfer', 't7', '2026-03-28T19:30'),
    link('b3', 'c3', 'transformation', 't8', '2026-03-30T17:00'),
    link('b2', 'c2', 'transformation', 't9', '2026-03-30T18:00'),
    link('c3', 'c5', 'transfer', 't11', '2026-04-06T11:00'),
    link('c2', 'c4', 'transfer', 't11', '2026-04-06T11:00'),
    link('c4', 'c6', 'transformation', 't12', '2026-04-10T16:00'),
    link('c5', 'c6', 'transformation', 't12', '2026-04-10T16:00'),
    link('c6', 'c7', 'packing', 't18', '2026-04-18T15:00'),
    link('c7', 'c8', 'transfer', 't20', '2026-04-21T16:00'),
    link('c8', 'c9', 'transfer', 't22', '2026-05-06T14:00'),
  ];
  const answer = unknownAnswer('https://id.gs1.org/01/09521234015031/21/C0117');
  return {
    ...answer,
    unit: {
      ...answer.unit,
      state: 'sold',
      product: { uri: 'https://id.gs1.org/01/09521234015031', name: '普洱生茶饼 357 g', class: 'food' },
      ledger: 'food',
      lastEvent: cakeEvents.at(-1) ?? null,
    },
    trace: { ...emptyTrace, root: 'c9', nodes, links },
    events: cakeEvents,
    responsible: [
      {
        name: '勐海示例茶厂',
        role: 'food_manufacturer',
        licences: [
          {
            type: '食品生产许可证',
            number: 'SC11453282200016',
            scope: '茶叶及相关制品 114',
            validTo: '2028-04-30',
          },
        ],
      },
    ],
    claims: [
      { zh: '古树', en: 'Old trees', share: '0.3', from: ['https://id.gs1.org/01/09521234015017/10/FL1'] },
      {
        zh: '台地',
        en: 'Terrace garden',
        share: '0.7',
        from: ['https://id.gs1.org/01/09521234015017/10/FL2'],
      },
    ],
    tests: [
      {
        time: '2026-04-16T15:00:00+08:00',
        result: 'conformant',
        report: 'TR-PE-2026-01',
        by: company('景洪示例检测中心', 'lab'),
      },
    ],
  };
}

const plant = place('530181', '昆明市');
const provincial = place('530102', '昆明市');
const county = place('532524', '红河哈尼族彝族自治州');
const clinic = place('532524', '红河哈尼族彝族自治州');
const holder = company('昆明示例疫苗公司', 'mah');
const provincialCentre = company('省疾控中心', 'drug_wholesaler');
const countyCentre = company('建水县疾控中心', 'drug_wholesaler');
const vaccinator = company('建水接种单位', 'hospital');

/** Vial 13 of S05: used, and its lot recalled afterwards. */
export function vialAnswer(): PublicAnswer {
  const product = '示例疫苗 0.5 mL';
  const nodes = [
    node('w4', vaccinator, clinic, '2026-05-27T08:20', {
      level: 'item',
      product,
      facts: [{ name: 'urn:epcglobal:cbv:mda:lotNumber', zh: '批号', en: 'Lot', value: 'V1' }],
    }),
    node('w3', vaccinator, clinic, '2026-05-26T08:40', { level: 'container', depth: 1 }),
    node('w2', countyCentre, county, '2026-05-11T12:40', { level: 'container', depth: 2 }),
    node('w1', provincialCentre, provincial, '2026-04-03T10:30', { level: 'container', depth: 3 }),
    node('w0', holder, plant, '2026-04-01T11:00', { level: 'item', depth: 4, product }),
  ];
  const links = [
    link('w0', 'w1', 'transfer', 'y4', '2026-04-03T10:30'),
    link('w1', 'w2', 'transfer', 'y6', '2026-05-11T12:40'),
    link('w2', 'w3', 'transfer', 'y13', '2026-05-26T08:40'),
    link('w3', 'w4', 'packing', 'y14', '2026-05-27T08:20'),
  ];
  const events = [
    event('y1', 'commissioning//active', plant, holder, '2026-04-01T09:00'),
    event('y2', 'packing//container_closed', plant, holder, '2026-04-01T11:00'),
    event('y3', 'shipping//in_transit', plant, holder, '2026-04-03T08:00'),
    event('y4', 'receiving//sellable_not_accessible', provincial, provincialCentre, '2026-04-03T10:30'),
    event('y5', 'shipping//in_transit', provincial, provincialCentre, '2026-05-11T08:00'),
    event('y6', 'receiving//sellable_accessible', county, countyCentre, '2026-05-11T12:40'),
    event('y12', 'shipping//in_transit', county, countyCentre, '2026-05-26T08:00'),
    event('y13', 'receiving//sellable_accessible', clinic, vaccinator, '2026-05-26T08:40'),
    event('y14', 'unpacking//sellable_accessible', clinic, vaccinator, '2026-05-27T08:20'),
    event('y15', 'dispensing//dispensed', clinic, vaccinator, '2026-05-27T08:45'),
  ];
  const answer = unknownAnswer('(01)09521234055013(21)85905050000000000013');
  return {
    ...answer,
    unit: {
      ...answer.unit,
      state: 'used',
      product: { uri: 'https://id.gs1.org/01/09521234055013', name: product, class: 'drug' },
      ledger: 'drug',
      lastEvent: events.at(-1) ?? null,
    },
    trace: { ...emptyTrace, root: 'w4', nodes, links },
    events,
    responsible: [
      {
        name: '昆明示例疫苗公司',
        role: 'mah',
        licences: [
          { type: '药品生产许可证', number: '滇-TEST-0005', scope: '疫苗生产', validTo: '2027-01-01' },
        ],
      },
    ],
    recall: { case: 'RC-2026-0501', declaredAt: '2026-06-02T09:00:00+08:00', by: holder },
  };
}

/** A crate sold for cash without an account: the way ends in a gap (S04, crates 22 to 28). */
export function gapAnswer(): PublicAnswer {
  const crate = crateAnswer();
  const nobody: HolderView = { name: '未知', kind: 'unknown', masked: false };
  const nowhere: PlaceView = { name: '未知', masked: false };
  const nodes = crate.trace.nodes.filter(({ id }) => id !== 'n4');
  return {
    ...crate,
    trace: {
      ...crate.trace,
      root: 'n5',
      nodes: [
        node('n5', nobody, nowhere, '2026-08-19T08:00', { level: 'container', inTransit: true }),
        ...nodes,
      ],
      links: [...crate.trace.links.slice(0, 3), link('n3', 'n5', 'transfer', 'v17', '2026-08-19T08:00')],
      gaps: [
        {
          kind: 'shipment-without-receipt',
          node: 'n5',
          uri: crate.unit.uri,
          eventID: 'v17',
          time: '2026-08-19T08:00:00+08:00',
        },
      ],
    },
    events: crate.events.filter(({ eventID }) => eventID !== 'v15' && eventID !== 'v18'),
  };
}

/** A unit whose records were declared wrong. */
export function voidedAnswer(): PublicAnswer {
  const crate = crateAnswer(true);
  return {
    ...crate,
    unit: { ...crate.unit, state: 'voided', lastEvent: null },
    trace: emptyTrace,
    events: [],
  };
}
