/** Who stands next to whom, of holdings by their ids: `far` from `start[id]` to `start[id + 1]`. */
export interface Adjacency {
  readonly size: number;
  readonly start: Int32Array;
  readonly far: Int32Array;
}

/** The neighbours that arcs give to each id below `size`: two flat arrays instead of a list for each. */
export function adjacencyOf(size: number, near: Int32Array, far: Int32Array): Adjacency {
  const start = new Int32Array(size + 1);
  for (const id of near) start[id + 1]! += 1;
  for (let id = 0; id < size; id++) start[id + 1]! += start[id]!;
  const next = start.slice();
  const neighbours = new Int32Array(far.length);
  for (let arc = 0; arc < near.length; arc++) {
    const at = next[near[arc]!]!++;
    neighbours[at] = far[arc]!;
  }
  return { size, start, far: neighbours };
}

/** Fewest arcs from a root to each id; -1 where no path leads. */
export function depthsFrom(roots: Iterable<number>, { size, start, far }: Adjacency): Int32Array {
  const depths = new Int32Array(size).fill(-1);
  let level = [...roots];
  for (const root of level) depths[root] = 0;
  for (let depth = 1; level.length > 0; depth++) {
    const found: number[] = [];
    for (const near of level) {
      for (let at = start[near]!; at < start[near + 1]!; at++) {
        const id = far[at]!;
        if (depths[id] !== -1) continue;
        depths[id] = depth;
        found.push(id);
      }
    }
    level = found;
  }
  return depths;
}

/**
 * The sets of two or more ids that can all reach each other: Tarjan's algorithm without recursion, linear in the arcs.
 */
export function cyclesOf({ size, start, far }: Adjacency): number[][] {
  const order = new Int32Array(size).fill(-1);
  const lowest = new Int32Array(size);
  const at = start.slice(0, size);
  const isOpen = new Uint8Array(size);
  const open: number[] = [];
  const cycles: number[][] = [];
  let entered = 0;
  const enter = (id: number): number => {
    lowest[id] = entered;
    order[id] = entered++;
    open.push(id);
    isOpen[id] = 1;
    return id;
  };
  const leave = (id: number, parent: number | undefined): void => {
    if (parent !== undefined) lowest[parent] = Math.min(lowest[parent]!, lowest[id]!);
    if (lowest[id] !== order[id]) return;
    const members = open.splice(open.lastIndexOf(id));
    for (const member of members) isOpen[member] = 0;
    if (members.length > 1) cycles.push(members);
  };
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    const path = [enter(root)];
    for (let id = path.at(-1); id !== undefined; id = path.at(-1)) {
      if (at[id] === start[id + 1]) {
        path.pop();
        leave(id, path.at(-1));
        continue;
      }
      const next = far[at[id]!++]!;
      if (order[next] === -1) path.push(enter(next));
      else if (isOpen[next] === 1) lowest[id] = Math.min(lowest[id]!, order[next]!);
    }
  }
  return cycles;
}
