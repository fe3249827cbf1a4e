/**
 * Ranks for a layered drawing: every link leads from a lower rank to a higher one, except the links that close a cycle (goods
 * that come back), which are left out of the reckoning. Longest path from the sources, then nodes with room before them move up
 * to what follows, so that a short branch stands beside its end and not at the far edge. Linear in cards and links.
 */
export interface Ranks {
  /** Rank of each card, from 0 without a hole. */
  readonly ranks: readonly number[];
  /** Links, as pairs of card indexes, that lead to a higher rank. */
  readonly onward: readonly (readonly [from: number, to: number])[];
}

type Adjacency = readonly (readonly number[])[];

function adjacencyOf(count: number, pairs: readonly (readonly [number, number])[]): number[][] {
  const out: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of pairs) out[from]?.push(to);
  return out;
}

/** Pairs without those that close a cycle, found by a depth-first walk with a stack of its own. */
function acyclic(out: Adjacency): [number, number][] {
  const kept: [number, number][] = [];
  const state = new Uint8Array(out.length);
  for (let start = 0; start < out.length; start += 1) {
    if (state[start] !== 0) continue;
    const stack: { card: number; next: number }[] = [{ card: start, next: 0 }];
    state[start] = 1;
    for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
      const to = out[top.card]?.[top.next];
      top.next += 1;
      if (to === undefined) {
        state[top.card] = 2;
        stack.pop();
      } else if (state[to] !== 1) {
        kept.push([top.card, to]);
        if (state[to] === 0) stack.push({ card: to, next: 0 });
        if (state[to] === 0) state[to] = 1;
      }
    }
  }
  return kept;
}

function topological(out: Adjacency): number[] {
  const waiting = new Int32Array(out.length);
  for (const targets of out) for (const to of targets) waiting[to] = (waiting[to] ?? 0) + 1;
  const order = [...out.keys()].filter((card) => waiting[card] === 0);
  for (let at = 0; at < order.length; at += 1) {
    for (const to of out[order[at] ?? 0] ?? []) {
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) order.push(to);
    }
  }
  return order;
}

/** Ranks cards, which are given as `0..count-1` with pairs of them. */
export function rankCards(count: number, pairs: readonly (readonly [number, number])[]): Ranks {
  const onward = acyclic(adjacencyOf(count, pairs));
  const out = adjacencyOf(count, onward);
  const order = topological(out);
  const incoming = new Int32Array(count);
  const ranks = new Array<number>(count).fill(0);
  for (const card of order) {
    for (const to of out[card] ?? []) {
      incoming[to] = (incoming[to] ?? 0) + 1;
      ranks[to] = Math.max(ranks[to] ?? 0, (ranks[card] ?? 0) + 1);
    }
  }
  for (const card of [...order].reverse()) {
    const targets = out[card] ?? [];
    if (targets.length === 0 || (incoming[card] ?? 0) > targets.length) continue;
    ranks[card] = Math.min(...targets.map((to) => ranks[to] ?? 0)) - 1;
  }
  const used = [...new Set(ranks)].sort((a, b) => a - b);
  const dense = new Map(used.map((rank, index) => [rank, index]));
  return { ranks: ranks.map((rank) => dense.get(rank) ?? 0), onward };
}
