import type { GraphLink, GraphNode } from '@yunsu/domain';
import { type Sayer, sayLink, sayNode } from './name-trace.ts';

/*
 * Nodes and links of a trace as lines of JSON. In the order of a graph neighbours mostly say the same but for their names:
 * a thousand serials that were commissioned together, and the links that lead to them. What follows the names is put
 * into text once for each such run, which is a third of the time of naming each alone.
 */

/** Lines `{"node":{…}}`. */
export function linesOfNodes(say: Sayer, nodes: readonly GraphNode[]): string {
  const lines: string[] = [];
  const { names, products } = say;
  let last: GraphNode | undefined;
  let rest = '';
  for (const node of nodes) {
    const { id, unit } = node;
    const head = `{"node":{"id":${JSON.stringify(id)},"uri":${JSON.stringify(names.uri(unit))}`;
    const isSame =
      last !== undefined &&
      saysTheSame(last, node) &&
      names.level(last.unit) === names.level(unit) &&
      products.of(last.unit) === products.of(unit);
    if (!isSame) rest = restOf({ node: sayNode(say, node) }, head);
    last = node;
    lines.push(head, rest);
  }
  return lines.join('');
}

/** Lines `{"link":{…}}`. */
export function linesOfLinks(say: Sayer, links: readonly GraphLink[]): string {
  const lines: string[] = [];
  let last: GraphLink | undefined;
  let rest = '';
  for (const link of links) {
    const head = `{"link":{"from":${JSON.stringify(link.from)},"to":${JSON.stringify(link.to)}`;
    if (last === undefined || !linksTheSame(last, link)) rest = restOf({ link: sayLink(say, link) }, head);
    last = link;
    lines.push(head, rest);
  }
  return lines.join('');
}

/** What stands in a line after its names. */
function restOf(value: object, head: string): string {
  const text = JSON.stringify(value);
  if (!text.startsWith(head)) throw new Error(`a line that does not begin with its names: ${text}`);
  return `${text.slice(head.length)}\n`;
}

type Measured = Pick<GraphNode, 'quantity' | 'quantityMax' | 'uom' | 'share' | 'shareMax'>;

const measuresTheSame = (one: Measured, other: Measured): boolean =>
  one.quantity === other.quantity &&
  one.quantityMax === other.quantityMax &&
  one.uom === other.uom &&
  one.share === other.share &&
  one.shareMax === other.shareMax;

/** Nodes that differ in `id` and `unit` alone; of ends no more is asked than whether they are the same ones. */
const saysTheSame = (one: GraphNode, other: GraphNode): boolean =>
  one.time === other.time &&
  one.party === other.party &&
  one.place === other.place &&
  one.origin === other.origin &&
  one.ends === other.ends &&
  one.depth === other.depth &&
  one.inTransit === other.inTransit &&
  one.inferred === other.inferred &&
  one.direction === other.direction &&
  measuresTheSame(one, other);

/** Links that differ in `from` and `to` alone. */
const linksTheSame = (one: GraphLink, other: GraphLink): boolean =>
  one.event === other.event &&
  one.kind === other.kind &&
  one.time === other.time &&
  measuresTheSame(one, other);
