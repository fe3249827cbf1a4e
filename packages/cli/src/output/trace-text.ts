import type { TraceAnswer, TraceEnd, TraceGap, TraceNode } from '@yunsu/api';
import type { Direction } from '../arguments.ts';
import { sumOf } from '../exact.ts';
import { type Language, say, type TextName } from '../words.ts';
import { plain, type Side, toTable } from './cells.ts';
import { holderText, labelOf, placeText, quantityText, shareText, timeText } from './labels.ts';
import { type TreeLine, treeLines, type Way } from './trace-tree.ts';

const endNames: Readonly<Record<TraceEnd['kind'], TextName>> = {
  sold: 'endSold',
  consumed: 'endConsumed',
  destroyed: 'endDestroyed',
  sampled: 'endSampled',
  ended: 'endEnded',
};

const gapNames: Readonly<Record<TraceGap['kind'], TextName>> = {
  'shipment-without-receipt': 'gapShipment',
  'receipt-without-shipment': 'gapReceipt',
  'unexplained-removal': 'gapRemoval',
  'unknown-holder': 'gapHolder',
};

const sides: readonly Side[] = ['left', 'right', 'right', 'left', 'left', 'left', 'left'];

/** How much: exact, or an upper bound that is called one. */
function amountText(language: Language, node: TraceNode): string {
  if (node.quantity !== undefined) return quantityText(language, node.quantity, node.uom);
  if (node.quantityMax === undefined) return '';
  return say(language, 'upTo', { text: quantityText(language, node.quantityMax, node.uom) });
}

function partText(language: Language, node: TraceNode): string {
  if (node.share !== undefined) return shareText(node.share);
  return node.shareMax === undefined ? '' : say(language, 'upTo', { text: shareText(node.shareMax) });
}

/** What ended here, summed by kind: a destroyed box of fifty is one remark. */
function endTexts(language: Language, ends: readonly TraceEnd[]): string[] {
  const groups = Map.groupBy(ends, (end) => `${end.kind} ${end.uom}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const total = sumOf(group.map((end) => end.quantity));
    if (first === undefined || total === undefined) return [];
    return [`${say(language, endNames[first.kind])} ${quantityText(language, total, first.uom)}`];
  });
}

function remarksOf(language: Language, line: TreeLine, node: TraceNode): string {
  const remarks = [
    ...(node.inTransit ? [say(language, 'inTransit')] : []),
    ...endTexts(language, node.ends ?? []),
    ...(line.seenAbove ? [say(language, 'seenAbove')] : []),
  ];
  return remarks.join('; ');
}

/** How many more went the same way, and how much they are together. */
function moreRow(language: Language, { branch, more = [] }: TreeLine): string[] {
  const units = new Set(more.map((node) => node.uom));
  const quantities = more.map((node) => node.quantity ?? '');
  const total = units.size === 1 ? sumOf(quantities) : undefined;
  const amount = total === undefined ? '' : quantityText(language, total, more[0]?.uom);
  return [branch + say(language, 'moreAlike', { count: more.length }), amount];
}

function rowOf(language: Language, line: TreeLine): string[] {
  const { node } = line;
  if (node === undefined) return moreRow(language, line);
  const name = node.product === undefined ? labelOf(node.uri) : `${node.product} ${labelOf(node.uri)}`;
  return [
    line.branch + name,
    amountText(language, node),
    partText(language, node),
    holderText(language, node.holder),
    placeText(node.place),
    timeText(node.time),
    remarksOf(language, line, node),
  ];
}

function gapRow(language: Language, gap: TraceGap): string[] {
  const quantity = gap.quantity === undefined ? '' : quantityText(language, gap.quantity, gap.uom);
  return [say(language, gapNames[gap.kind]), labelOf(gap.uri), quantity, timeText(gap.time)];
}

function treeText(language: Language, trace: TraceAnswer, way: Way): string[] {
  const { lines, hidden } = treeLines(trace, way);
  const table = toTable(
    lines.map((line) => rowOf(language, line)),
    sides,
  );
  return [
    say(language, way),
    ...table,
    ...(hidden > 0 ? [say(language, 'moreLines', { count: hidden })] : []),
  ];
}

/** A trace for the eye: one tree a direction, then the gaps, then what the answer rests on. */
export function traceText(language: Language, trace: TraceAnswer, direction: Direction): string[] {
  const ways: Way[] = direction === 'both' ? ['back', 'forward'] : [direction];
  const trees = ways.flatMap((way) => [...treeText(language, trace, way), '']);
  const gaps = trace.gaps.map((gap) => gapRow(language, gap));
  return [
    ...trees,
    ...(gaps.length > 0 ? [say(language, 'gaps'), ...toTable(gaps, ['left', 'left', 'right']), ''] : []),
    ...(trace.truncated
      ? [say(language, 'truncated', { limit: plain(trace.truncated.limit), max: trace.truncated.max })]
      : []),
    say(language, 'knownAt', { time: timeText(trace.asKnownAt.time) }),
  ];
}
