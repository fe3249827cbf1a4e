import type { EventView, TraceAnswer } from '@yunsu/api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { company, emptyTrace, event, link, masked, node, place } from '../../test/public/answer-parts.ts';
import { cakeAnswer, crateAnswer, gapAnswer, vialAnswer } from '../../test/public/answers.ts';
import { type Journey, journeyOf, type Step, type Stop } from './journey.ts';
import { NODES_MAX } from './stations.ts';

const wordsOf = (step: Step): string =>
  step.kind === 'stop' ? [step.stage, ...step.acts.map(([, en]) => en)].join(' ') : step.kind;
const told = ({ steps }: Journey): string[] => steps.map(wordsOf);
const stopsOf = ({ steps }: Journey): Stop[] => steps.filter((step) => step.kind === 'stop');

const kunming = place('530100', '昆明市');
const yuxi = place('530400', '玉溪市');
const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T08:00`;
const traceOf = (nodes: TraceAnswer['nodes'], links: TraceAnswer['links']): TraceAnswer => ({
  ...emptyTrace,
  root: nodes[0]?.id ?? '',
  nodes,
  links,
});

describe('the stories', () => {
  test('the crate goes from the field to the collector, the market and the stall', () => {
    const { trace, events } = crateAnswer();
    const journey = journeyOf(trace, events);
    expect(told(journey)).toEqual(['origin harvested', 'collecting packed', 'trading', 'retail']);
    const [origin, packhouse, market] = stopsOf(journey);
    expect(origin).toMatchObject({ from: '2026-08-18T07:30:00+08:00', origins: 1, products: ['辣椒'] });
    expect(origin?.arrival).toBeUndefined();
    expect(packhouse?.arrival).toMatchObject({
      departed: '2026-08-18T09:00:00+08:00',
      arrived: '2026-08-18T09:40:00+08:00',
    });
    expect(market?.arrival).toMatchObject({
      from: [yuxi],
      departed: '2026-08-18T14:00:00+08:00',
      arrived: '2026-08-18T18:00:00+08:00',
    });
  });

  test('the cake has two source lots, and two piles at one mill are one station', () => {
    const { trace, events } = cakeAnswer();
    const journey = journeyOf(trace, events);
    expect(told(journey)).toEqual([
      'origin harvested',
      'primary pan-fired and sun-dried',
      'making blended and pressed inspected packed',
      'trading',
      'retail unpacked sold',
    ]);
    expect(stopsOf(journey)[0]).toMatchObject({
      origins: 2,
      facts: [{ zh: '树龄类别', values: ['古树', '台地'] }],
    });
  });

  test('the vial ends with the clinic that used it', () => {
    const { trace, events } = vialAnswer();
    expect(told(journeyOf(trace, events)).at(-1)).toBe('care unpacked dispensed');
  });

  test('what left without a receipt is a gap after the last station', () => {
    const { trace, events } = gapAnswer();
    const journey = journeyOf(trace, events);
    expect(told(journey)).toEqual(['origin harvested', 'collecting packed', 'trading', 'gap']);
    expect(journey.steps.at(-1)).toMatchObject({ reason: 'shipment-without-receipt' });
    const unsaid = journeyOf({ ...trace, gaps: [] }, events);
    expect(unsaid.steps.at(-1)).toMatchObject({ kind: 'gap', reason: 'unknown-holder' });
  });
});

test('the order in which nodes, links and events are given changes nothing', () => {
  const { trace, events } = cakeAnswer();
  const expected = journeyOf(trace, events);
  const shuffled = <T>(values: readonly T[]) =>
    fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });
  fc.assert(
    fc.property(shuffled(trace.nodes), shuffled(trace.links), shuffled(events), (nodes, links, given) => {
      const journey = journeyOf({ ...trace, nodes, links }, given);
      expect(told(journey)).toEqual(told(expected));
      expect(stopsOf(journey).map(({ from, until }) => [from, until])).toEqual(
        stopsOf(expected).map(({ from, until }) => [from, until]),
      );
    }),
  );
});

describe('stations', () => {
  const factory = company('工厂', 'food_manufacturer');
  const dealer = company('商行', 'food_wholesaler');

  test('goods that come back make a second station', () => {
    const nodes = [
      node('c', factory, kunming, day(5)),
      node('b', dealer, yuxi, day(3)),
      node('a', factory, kunming, day(1)),
    ];
    const links = [link('a', 'b', 'transfer', 'e1', day(3)), link('b', 'c', 'transfer', 'e2', day(5))];
    expect(stopsOf(journeyOf(traceOf(nodes, links), [])).map(({ stage }) => stage)).toEqual([
      'making',
      'trading',
      'making',
    ]);
  });

  test('two masked traders that hand over to each other are two steps, though they look alike', () => {
    const trader = masked('company', 'vegetable_wholesaler');
    const nodes = [node('b', trader, kunming, day(3)), node('a', trader, kunming, day(1))];
    const sold = traceOf(nodes, [link('a', 'b', 'transfer', 'e1', day(3))]);
    expect(journeyOf(sold, []).steps).toHaveLength(2);
    const packed = traceOf(nodes, [link('a', 'b', 'packing', 'e1', day(3))]);
    expect(journeyOf(packed, []).steps).toHaveLength(1);
  });

  test('a node in transit is the way between its neighbours, and the last one is a step of its own', () => {
    const nodes = [
      node('c', dealer, yuxi, day(4)),
      node('b', dealer, yuxi, day(2), { inTransit: true }),
      node('a', factory, kunming, day(1)),
    ];
    const links = [link('a', 'b', 'transfer', 'e1', day(2)), link('b', 'c', 'transfer', 'e2', day(4))];
    const there = journeyOf(traceOf(nodes, links), []);
    expect(told(there)).toEqual(['making', 'trading']);
    expect(stopsOf(there)[1]?.arrival).toEqual({
      from: [kunming],
      departed: `${day(2)}:00+08:00`,
      arrived: `${day(4)}:00+08:00`,
    });
    const moving = journeyOf(traceOf(nodes.slice(1), links.slice(0, 1)), []);
    expect(told(moving)).toEqual(['making', 'transit']);
  });

  test('times of different offsets are compared as times', () => {
    const nodes = [
      node('b', dealer, yuxi, day(1), { time: '2026-01-01T02:00:00Z' }),
      node('a', factory, kunming, day(1), { time: '2026-01-01T09:00:00+08:00' }),
    ];
    expect(told(journeyOf(traceOf(nodes, []), []))).toEqual(['making', 'trading']);
  });

  test('events taken back and acts of authorities leave no words', () => {
    const nodes = [node('a', factory, kunming, day(1))];
    const events: EventView[] = [
      { ...event('e1', 'packing', kunming, factory, day(1)), voided: true },
      event('e2', 'holding/proclaiming', kunming, factory, day(2)),
      event('e3', 'inspecting', kunming, factory, day(3)),
      event('e4', 'constructor/constructor', kunming, factory, day(4)),
    ];
    expect(told(journeyOf(traceOf(nodes, []), events))).toEqual(['making inspected']);
  });

  test('the way forward is no part of the way back', () => {
    const nodes = [
      node('a', factory, kunming, day(1)),
      node('z', dealer, yuxi, day(9), { direction: 'forward' }),
    ];
    expect(journeyOf(traceOf(nodes, [link('a', 'z', 'transfer', 'e1', day(9))]), []).steps).toHaveLength(1);
  });
});

describe('hostile graphs', () => {
  test('a cycle ends', () => {
    const holder = company('甲', 'collector');
    const nodes = [node('a', holder, kunming, day(1)), node('b', company('乙', 'lab'), yuxi, day(2))];
    const links = [
      link('a', 'b', 'transfer', 'e1', day(2)),
      link('b', 'a', 'transfer', 'e2', day(3)),
      link('a', 'a', 'packing', 'e3', day(3)),
      link('x', 'a', 'packing', 'e4', day(3)),
    ];
    expect(told(journeyOf(traceOf(nodes, links), []))).toEqual(['collecting', 'testing']);
  });

  test('any graph gives each station at most once a node, and ends', () => {
    const graphs = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(graphs, (pairs) => {
        const nodes = Array.from({ length: 12 }, (_, index) =>
          node(`n${index}`, company(`甲${index % 4}`, 'collector'), kunming, day(index + 1), {
            inTransit: index % 5 === 4,
          }),
        );
        const links = pairs.map(([from, to, transfer], index) =>
          link(`n${from}`, `n${to}`, transfer ? 'transfer' : 'packing', `e${index}`, day(from + 1)),
        );
        const { steps } = journeyOf(traceOf(nodes, links), []);
        expect(steps.length).toBeGreaterThan(0);
        expect(steps.length).toBeLessThanOrEqual(nodes.length);
      }),
    );
  });

  test('as many nodes as the bound are looked at, one more is said to be left out', () => {
    const chain = (count: number) => {
      const nodes = Array.from({ length: count }, (_, index) =>
        node(`n${index}`, company(`甲${index}`, 'collector'), kunming, day(1), { depth: count - index }),
      );
      const links = nodes
        .slice(1)
        .map((to, index) => link(`n${index}`, to.id, 'transfer', `e${index}`, day(1)));
      return journeyOf(traceOf(nodes, links), []);
    };
    expect(chain(NODES_MAX)).toMatchObject({ truncated: false, steps: { length: NODES_MAX } });
    expect(chain(NODES_MAX + 1)).toMatchObject({ truncated: true, steps: { length: NODES_MAX } });
  });

  test('a walk that was cut says so', () => {
    const { trace, events } = crateAnswer();
    const cut = { ...trace, truncated: { limit: 'depth', max: 64, at: 'x' } };
    expect(journeyOf(cut, events).truncated).toBe(true);
    expect(journeyOf(trace, events).truncated).toBe(false);
  });
});
