import { pictureGraphOf, type TraceAnswer, toCsv } from '@yunsu/api';
import { drawPicture, type PictureLanguage, toPictureSvg } from '@yunsu/domain';

const COLUMNS = [
  'id',
  'uri',
  'level',
  'product',
  'holder',
  'place',
  'prefecture',
  'quantity',
  'quantityMax',
  'uom',
  'share',
  'shareMax',
  'time',
  'depth',
  'direction',
  'inTransit',
  'inferred',
  'from',
  'kind',
  'eventID',
];

/**
 * One row for each node, with the links that lead to it: `from` and `kind` and `eventID` list them, joined by spaces.
 */
export function toTraceCsv({ nodes, links }: TraceAnswer): string {
  const incoming = Map.groupBy(links, ({ to }) => to);
  const rows = nodes.map((node) => {
    const into = incoming.get(node.id) ?? [];
    return [
      node.id,
      node.uri,
      node.level,
      node.product,
      node.holder.name,
      node.place.name,
      node.place.prefecture,
      node.quantity,
      node.quantityMax,
      node.uom,
      node.share,
      node.shareMax,
      node.time,
      node.depth,
      node.direction,
      node.inTransit,
      node.inferred,
      into.map(({ from }) => from).join(' '),
      [...new Set(into.map(({ kind }) => kind))].join(' '),
      into.map(({ eventID }) => eventID).join(' '),
    ];
  });
  return toCsv([COLUMNS, ...rows]);
}

/** The trace as a picture that goods cross from left to right. */
export function toTraceSvg(
  answer: TraceAnswer,
  direction: 'back' | 'forward' | 'both' | undefined,
  language: PictureLanguage,
): string {
  const graph = pictureGraphOf(answer, language);
  return toPictureSvg(drawPicture(graph, { language, flow: 'right', direction }));
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text of XML 1.0: markup escaped, characters that XML does not know replaced. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

const nodeKeys = ['uri', 'level', 'product', 'holder', 'place', 'quantity', 'uom', 'share', 'time'] as const;
const linkKeys = ['kind', 'eventID', 'time', 'quantity', 'uom', 'share'] as const;

function graphmlData(prefix: string, values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`<data key="${prefix}-${name}">${xml(value)}</data>`],
    )
    .join('');
}

/** GraphML 1.0: what Gephi, yEd and NetworkX read. */
export function toGraphml({ nodes, links }: TraceAnswer): string {
  const keys = [
    ...nodeKeys.map((name) => `<key id="n-${name}" for="node" attr.name="${name}" attr.type="string"/>`),
    ...linkKeys.map((name) => `<key id="e-${name}" for="edge" attr.name="${name}" attr.type="string"/>`),
  ];
  const nodeLines = nodes.map(({ id, uri, level, product, holder, place, quantity, uom, share, time }) => {
    const data = graphmlData('n', {
      uri,
      level,
      product,
      holder: holder.name,
      place: place.name,
      quantity,
      uom,
      share,
      time,
    });
    return `<node id="${id}">${data}</node>`;
  });
  const linkLines = links.map(({ from, to, kind, eventID, time, quantity, uom, share }, index) => {
    const data = graphmlData('e', { kind, eventID, time, quantity, uom, share });
    return `<edge id="e${index}" source="${from}" target="${to}">${data}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph edgedefault="directed">',
    ...nodeLines,
    ...linkLines,
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}
