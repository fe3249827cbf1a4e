/**
 * Places things of given sizes on a line, in their order and without overlap, as near as can be to where each wants to be (least
 * squares). Taking from each wish what stands before it turns "no overlap" into "not decreasing", and that is isotonic
 * regression: neighbours in conflict are pooled into a block at their mean, in one pass.
 */
export function settle(
  wishes: readonly number[],
  sizes: readonly number[],
  gap: number,
  weights: readonly number[] = [],
): number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (let at = 0; at < sizes.length; at += 1) {
    if (at > 0) offset += ((sizes[at - 1] ?? 0) + (sizes[at] ?? 0)) / 2 + gap;
    offsets.push(offset);
  }
  const blocks: { mean: number; weight: number; count: number }[] = [];
  for (const [at, wish] of wishes.entries()) {
    let block = { mean: wish - (offsets[at] ?? 0), weight: weights[at] ?? 1, count: 1 };
    for (let before = last(blocks); before && before.mean > block.mean; before = last(blocks)) {
      const weight = before.weight + block.weight;
      const mean = (before.mean * before.weight + block.mean * block.weight) / weight;
      block = { mean, weight, count: before.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  const centres = blocks.flatMap(({ mean, count }) => new Array<number>(count).fill(mean));
  return centres.map((centre, at) => centre + (offsets[at] ?? 0));
}

const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
