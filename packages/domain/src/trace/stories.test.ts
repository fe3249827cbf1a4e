import { beforeAll, describe, expect, test } from 'vitest';
import { key, MemoryStore, readStory } from '../../test/support/memory-store.ts';
import { type GraphNode, stockOf, type TraceGraph, traceUnit } from '../index.ts';

/** Sums of decimals with at most four places, exactly. */
const sum = (texts: Iterable<string | undefined>): number =>
  [...texts].reduce((total, text) => total + Math.round(Number(text ?? '0') * 1e4), 0) / 1e4;

class Story {
  readonly store: MemoryStore;
  readonly #names: ReadonlyMap<string, string>;

  constructor(id: string) {
    const { events, registers } = readStory(id);
    this.store = new MemoryStore(events, registers);
    this.#names = new Map([...registers.places, ...registers.parties].map(({ uri, name }) => [uri, name]));
  }

  trace(uri: string, direction: 'back' | 'forward', to?: string): Promise<TraceGraph> {
    const bound = to === undefined ? {} : { to: Date.parse(to) * 1000 };
    return traceUnit(this.store, { root: key(uri), direction, ...bound });
  }

  uri = (node: GraphNode): string => this.store.uri(node.unit).replace('https://id.gs1.org', '');
  place = (node: GraphNode): string => this.#names.get(this.store.uri(node.place)) ?? '?';

  async stock(uri: string, to?: string): Promise<Record<string, string>> {
    const at = to === undefined ? undefined : Date.parse(to) * 1000;
    const { holdings } = await stockOf(this.store, key(uri), at);
    return Object.fromEntries(
      holdings.map(({ place, quantity, uom, inTransit }) => [
        `${this.#names.get(this.store.uri(place)) ?? '?'}${inTransit ? ' (on the way)' : ''}`,
        `${quantity} ${uom}`,
      ]),
    );
  }
}

describe('S01, Pu’er tea', () => {
  let tea: Story;
  const leaf = 'https://id.gs1.org/01/09521234015017/10/FL1';
  const cake = 'https://id.gs1.org/01/09521234015031/21/C0117';
  const cakes = 'https://id.gs1.org/01/09521234015031/10/PE-2026-01';
  beforeAll(() => {
    tea = new Story('S01');
  });

  test('cake C0117 goes back to two gardens, 30 % and 70 %, through exactly these holdings', async () => {
    const { nodes, links, gaps, truncated } = await tea.trace(cake, 'back');
    const seen = nodes.map((node) => [tea.uri(node), tea.place(node), node.quantity, node.share, node.depth]);
    const shop = '/01/09521234015031/21/C0117';
    const box = '/00/095212340100000036';
    const mc = (n: number) => `/01/09521234015024/10/MC${n}`;
    const fl = (n: number) => `/01/09521234015017/10/FL${n}`;
    const places = new Map(seen.map(([uri, place]) => [`${uri} ${place}`, true]));
    expect(places.size).toBe(13);
    expect(seen.slice(0, 5).map(([uri, , quantity, share]) => [uri, quantity, share])).toEqual([
      [shop, '0.357', '1'],
      [box, '0.357', '1'],
      [box, '0.357', '1'],
      [box, '0.357', '1'],
      [shop, '0.357', '1'],
    ]);
    const shares = seen
      .slice(5)
      .map(([uri, , quantity, share, depth]) => `${depth} ${uri} ${quantity} ${share}`)
      .sort();
    expect(shares).toEqual(
      [1, 2]
        .flatMap((n) => {
          const [quantity, share] = n === 1 ? ['0.1071', '0.3'] : ['0.2499', '0.7'];
          return [`5 ${mc(n)}`, `6 ${mc(n)}`, `7 ${fl(n)}`, `8 ${fl(n)}`].map(
            (line) => `${line} ${quantity} ${share}`,
          );
        })
        .sort(),
    );
    expect(links).toHaveLength(12);
    expect(gaps).toEqual([]);
    expect(truncated).toBeNull();
  });

  test('leaf FL1 went into 548 cakes at 30 % each, and nothing of it is lost on the way', async () => {
    const { nodes, gaps } = await tea.trace(leaf, 'forward');
    const atFactory = nodes.filter((node) => node.depth === 4 && tea.uri(node).includes('/21/'));
    expect(new Set(atFactory.map(tea.uri)).size).toBe(548);
    expect(new Set(atFactory.map(({ share }) => share))).toEqual(new Set(['0.3']));
    // 548 cakes of 0.357 kg are 195.636 kg, of which 0.3 is 58.6908 kg.
    expect(sum(atFactory.map(({ quantity }) => quantity))).toBe(58.6908);
    const ended = nodes.filter(({ ends }) => ends.length > 0).map((node) => node.unit);
    expect(new Set(ended).size).toBe(3);
    expect(gaps).toEqual([]);
  });

  test('stock of the cakes at several instants', async () => {
    expect(await tea.stock(cakes, '2026-04-10T00:00:00+08:00')).toEqual({});
    expect(Object.values(await tea.stock(cakes, '2026-04-11T00:00:00+08:00'))).toEqual(['548 H87']);
    expect(Object.values(await tea.stock(cakes, '2026-04-20T12:00:00+08:00'))).toEqual(['546 H87']);
    expect(Object.values(await tea.stock(cakes)).sort()).toEqual(['41 H87', '504 H87']);
    const maocha = 'https://id.gs1.org/01/09521234015024/10/MC1';
    expect(Object.values(await tea.stock(maocha, '2026-04-06T10:00:00+08:00')).sort()).toEqual([
      '41.35 KGM',
      '58.65 KGM',
    ]);
    expect(Object.values(await tea.stock(maocha))).toEqual(['41.35 KGM']);
  });
});

describe('S04, a residue and its recall', () => {
  let veg: Story;
  const lot = 'https://id.gs1.org/01/09521234045014/10/VX-0818';
  const crate = 'https://id.gs1.org/00/095212340400000019';
  beforeAll(() => {
    veg = new Story('S04');
  });

  test('crate 1 goes back through stall, market and pack-house to the field', async () => {
    const { nodes, gaps } = await veg.trace(crate, 'back');
    const steps = [...nodes].sort((a, b) => a.time - b.time);
    expect(steps.map((node) => [veg.uri(node), veg.store.uri(node.place).slice(-13)])).toEqual([
      ['/01/09521234045014/10/VX-0818', '9521234040019'],
      ['/01/09521234045014/10/VX-0818', '9521234040026'],
      ['/00/095212340400000019', '9521234040026'],
      ['/00/095212340400000019', '9521234040033'],
      ['/00/095212340400000019', '9521234040088'],
    ]);
    expect(new Set(steps.map(({ quantity, share }) => `${quantity} ${share}`))).toEqual(new Set(['10 1']));
    expect(gaps).toEqual([]);
  });

  test('all 600 kg are accounted for: 530 ended, 70 with nobody knows whom', async () => {
    const { nodes, gaps } = await veg.trace(lot, 'forward');
    expect(sum(nodes.flatMap(({ ends }) => ends.map(({ quantity }) => quantity)))).toBe(530);
    const unknown = nodes.filter(({ party, inTransit }) => party === undefined && !inTransit);
    expect(sum(unknown.map(({ quantity }) => quantity))).toBe(70);
    expect(gaps.map(({ kind }) => kind)).toEqual(new Array(7).fill('unknown-holder'));
    const byEvent = new Map<string, number>();
    for (const { ends } of nodes)
      for (const { event, quantity } of ends)
        byEvent.set(event, (byEvent.get(event) ?? 0) + Number(quantity));
    // Sold 37; eaten 50 and 44; sampled 1; destroyed 398.
    expect([...byEvent.values()].sort((a, b) => a - b)).toEqual([1, 37, 44, 50, 398]);
  });

  test('ten holders are ten places, and every crate is a node', async () => {
    const { nodes } = await veg.trace(lot, 'forward');
    const known = nodes.filter(({ party, inTransit }) => party !== undefined && !inTransit);
    expect(new Set(known.map((node) => `${node.party} ${node.place}`)).size).toBe(10);
    expect(new Set(nodes.map(veg.uri).filter((uri) => uri.startsWith('/00/'))).size).toBe(60);
  });

  test('stock at several instants', async () => {
    const total = async (to?: string) =>
      sum(Object.values(await veg.stock(lot, to)).map((text) => text.split(' ')[0]));
    expect(await total('2026-08-18T07:00:00+08:00')).toBe(0);
    expect(await total('2026-08-18T08:00:00+08:00')).toBe(600);
    expect(await total('2026-08-18T16:00:00+08:00')).toBe(600);
    expect(Object.keys(await veg.stock(lot, '2026-08-18T16:00:00+08:00'))).toHaveLength(2);
    expect(await total('2026-08-19T13:30:00+08:00')).toBe(600 - 37 - 50);
    expect(await total('2026-08-29T00:00:00+08:00')).toBe(600 - 37 - 94 - 1);
    expect(await veg.stock(lot)).toEqual({ '?': '70 KGM' });
  });
});

describe('S05, a vaccine and its cold chain', () => {
  let vaccine: Story;
  const lot = 'https://id.gs1.org/01/09521234055013/10/V1';
  const vial = 'https://id.gs1.org/01/09521234055013/21/85905050000000000013';
  beforeAll(() => {
    vaccine = new Story('S05');
  });

  test('lot V1 reaches its 1,000 vials and 20 boxes', async () => {
    const { nodes, links, truncated } = await vaccine.trace(lot, 'forward');
    const uris = new Set(nodes.map(vaccine.uri));
    expect([...uris].filter((uri) => uri.includes('/21/'))).toHaveLength(1000);
    expect([...uris].filter((uri) => uri.startsWith('/00/'))).toHaveLength(20);
    expect(links.filter(({ kind }) => kind === 'membership')).toHaveLength(1000);
    expect(truncated).toBeNull();
    expect(nodes[0]).toMatchObject({ quantity: '1000', uom: 'H87', share: '1', depth: 0 });
  });

  test('50 vials were destroyed in their box, one was used', async () => {
    const { nodes } = await vaccine.trace(lot, 'forward');
    const ended = nodes.filter(({ ends }) => ends.length > 0);
    expect(ended.map((node) => [vaccine.uri(node), node.ends.map(({ quantity }) => quantity)])).toEqual([
      ['/00/095212340500000049', ['50']],
      ['/01/09521234055013/21/85905050000000000013', ['1']],
    ]);
  });

  test('949 vials are left: 800, 100 and 49', async () => {
    expect(Object.values(await vaccine.stock(lot)).sort()).toEqual(['100 H87', '49 H87', '800 H87']);
  });

  test('vial 13 goes back through clinic, county and province to the maker', async () => {
    const { nodes } = await vaccine.trace(vial, 'back');
    const steps = [...nodes].sort((a, b) => a.time - b.time || b.depth - a.depth);
    expect(steps.map((node) => vaccine.store.uri(node.place).slice(-13))).toEqual([
      '9521234050018',
      '9521234050018',
      '9521234050025',
      '9521234050049',
      '9521234050056',
      '9521234050056',
    ]);
    expect(steps.every(({ share }) => share === '1')).toBe(true);
  });
});
