import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkDigit } from '@yunsu/identifiers';
import { balanceOf, type Key, type TraceGraph, traceUnit } from '../../src/index.ts';
import { Decimal } from '../../src/trace/units.ts';
import { key, MemoryStore, readStory } from './memory-store.ts';

/** One question to the trace and its whole answer; the lines are explained in `fixtures/stories/README.md`. */
export interface ExpectedTrace {
  readonly trace: string;
  readonly direction: 'back' | 'forward';
  /** What had happened by then; absent, all. */
  readonly at?: string;
  readonly arithmetic: readonly string[];
  readonly nodes: readonly string[];
  readonly links: readonly string[];
  readonly gaps?: readonly string[];
}

/** One question to the stock and every term of its lines. */
export interface ExpectedStock {
  readonly stock: string;
  readonly at?: string;
  readonly arithmetic: readonly string[];
  readonly lines: readonly string[];
}

export interface StoryGraphs {
  readonly names: Readonly<Record<string, string>>;
  readonly traces: readonly ExpectedTrace[];
  readonly stocks: readonly ExpectedStock[];
}

const RANGE = /\{(\d+)\.\.(\d+)(?: each (\d+))?\}/g;

function membersOf([, first = '', last = '', each = '1']: RegExpMatchArray): string[] {
  const members: string[] = [];
  for (let n = Number(first); n <= Number(last); n++)
    for (let left = Number(each); left > 0; left--) members.push(String(n).padStart(first.length, '0'));
  return members;
}

/** The lines that one line stands for: its ranges run in step, and `× 60` at its end says how many there are. */
export function expand(line: string): string[] {
  const ranges = [...line.matchAll(RANGE)];
  if (ranges.length === 0) return [line];
  const count = Number(/ × (\d+)$/.exec(line)?.[1]);
  const members = ranges.map(membersOf);
  for (const { length } of members)
    if (length !== count) throw new Error(`${line}: a range of it has ${length} members`);
  const pattern = line.replace(/ × \d+$/, '');
  return Array.from({ length: count }, (_, at) => {
    let next = 0;
    return pattern.replace(RANGE, () => members[next++]![at]!);
  });
}

/** `{check}` closes a number of GS1 with its check digit. */
const withCheckDigit = (uri: string): string =>
  uri.replace(/(\d+)\{check\}/, (_, body: string) => body + checkDigit(body));

/** `600 = 398 + 37 + 94 + 70 + 1`: true if it is. Only + - × / and numbers; × and / bind first. */
export function holds(sum: string): boolean {
  const sides = sum.split('=').map(amountOfSum);
  return sides.length > 1 && sides.every((side) => side.eq(sides[0]!));
}

const amountOfSum = (sum: string): Decimal =>
  sum
    .trim()
    .split(/ (?=[+-] )/)
    .reduce((total, term) => {
      const minus = term.startsWith('- ');
      const factors = term.replace(/^[+-] /, '').split(/ (?=[×/] )/);
      const product = factors.reduce((value, factor) => {
        if (factor.startsWith('× ')) return value.times(factor.slice(2));
        if (factor.startsWith('/ ')) return value.div(factor.slice(2));
        return value.times(factor);
      }, new Decimal(1));
      return minus ? total.minus(product) : total.plus(product);
    }, new Decimal(0));

/** A story and its answers in the short names of its `graphs.json`. */
export class NamedStory {
  readonly graphs: StoryGraphs;
  readonly #store: MemoryStore;
  readonly #keys = new Map<string, Key>();
  readonly #names = new Map<Key, string>();
  readonly #steps = new Map<string, string>();

  constructor(id: string) {
    const path = resolve(import.meta.dirname, `../../../../fixtures/stories/${id}/graphs.json`);
    this.graphs = JSON.parse(readFileSync(path, 'utf8')) as StoryGraphs;
    const { events, registers } = readStory(id);
    this.#store = new MemoryStore(events, registers);
    for (const { eventID, bizStep } of events) this.#steps.set(eventID ?? '', bizStep ?? '');
    for (const [pattern, uris] of Object.entries(this.graphs.names)) {
      const names = expand(pattern);
      const many = uris + (names.length > 1 ? ` × ${names.length}` : '');
      for (const [at, uri] of expand(many).entries()) {
        const unit = key(withCheckDigit(uri));
        this.#keys.set(names[at]!, unit);
        this.#names.set(unit, names[at]!);
      }
    }
  }

  async trace(asked: ExpectedTrace): Promise<TraceGraph> {
    const { direction, trace } = asked;
    return traceUnit(this.#store, { root: this.#key(trace), direction, ...bound(asked) });
  }

  nodes({ nodes }: TraceGraph): string[] {
    return nodes.map((node) => {
      const ends = node.ends.map(({ event, quantity, uom }) => `${this.#step(event)} ${quantity} ${uom}`);
      const said = [this.#where(node), node.inferred && 'inferred', ...amountOf(node), ...ends.sort()];
      return said.filter(Boolean).join(' ');
    });
  }

  links({ nodes, links }: TraceGraph): string[] {
    const at = new Map(nodes.map((node) => [node.id, this.#where(node)]));
    return links.map((link) =>
      [at.get(link.from), '->', at.get(link.to), link.kind, ...amountOf(link)].join(' '),
    );
  }

  gaps({ gaps }: TraceGraph): string[] {
    return gaps.map(({ kind, unit, quantity, uom }) =>
      [kind, this.#name(unit), quantity, uom].filter(Boolean).join(' '),
    );
  }

  async stock(asked: ExpectedStock): Promise<string[]> {
    const { lines } = await balanceOf(this.#store, this.#key(asked.stock), bound(asked).to);
    return lines.flatMap(({ uom = '', cameIn, wentOut, holdings, left, leftMax }) => [
      ...[...cameIn, ...wentOut].flatMap(({ kind, entries }) =>
        entries.map(({ event, quantity = '' }) => `${kind} ${this.#step(event)} ${quantity} ${uom}`),
      ),
      ...holdings.map((one) => [this.#hands(one), 'holds', ...amountOf({ ...one, uom })].join(' ')),
      ['left', ...(left === undefined ? ['at most', leftMax ?? '?'] : [left]), uom].join(' '),
    ]);
  }

  #key(name: string): Key {
    const known = this.#keys.get(name);
    if (known === undefined) throw new Error(`${name} is not among the names of this story`);
    return known;
  }

  #name = (unit: Key | undefined): string =>
    unit === undefined ? '?' : (this.#names.get(unit) ?? this.#store.uri(unit));

  #step(event: string): string {
    return this.#steps.get(this.#store.eventIDByNumber.get(event) ?? '') || 'transformation';
  }

  #hands({ party, place, inTransit }: Hands): string {
    return `${this.#name(party)}@${this.#name(place)}${inTransit ? ' on the way' : ''}`;
  }

  #where = (node: Hands & { unit: Key }): string => `${this.#name(node.unit)} ${this.#hands(node)}`;
}

interface Hands {
  readonly party?: Key;
  readonly place?: Key;
  readonly inTransit: boolean;
}

const bound = ({ at }: { readonly at?: string }): { to?: number } =>
  at === undefined ? {} : { to: Date.parse(at) * 1000 };

interface Measured {
  readonly quantity?: string;
  readonly quantityMax?: string;
  readonly uom?: string;
  readonly share?: string;
  readonly shareMax?: string;
}

const amountOf = ({ quantity, quantityMax, uom = '', share, shareMax }: Measured): string[] => [
  ...(quantity === undefined ? [] : [quantity, uom]),
  ...(quantityMax === undefined ? [] : ['at most', quantityMax, uom]),
  ...(share === undefined ? [] : ['share', share]),
  ...(shareMax === undefined ? [] : ['share at most', shareMax]),
];

/** What is on one side only, counted: `[]` and `[]` where both say the same. */
export function differences(
  expected: readonly string[],
  found: readonly string[],
): { missing: string[]; tooMuch: string[] } {
  const left = [...found];
  const missing = expected.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { missing, tooMuch: left };
}
