/** A trace as the picture in the domain wants it: units and prefectures in the words of the reader. */
import type { PictureGraph, PictureLanguage, PictureLink, PictureNode } from '@yunsu/domain';
import type { TraceAnswer, TraceLink, TraceNode } from './shapes/trace.ts';
import { rowOf } from './vocabulary/pair.ts';
import { prefectures } from './vocabulary/prefectures.ts';
import { units } from './vocabulary/units.ts';

/** The part of a canonical URI that people compare: serial, lot, SSCC, credit code. */
function shortUnit(uri: string): string {
  const last = (uri.startsWith('http') ? uri.split('/').pop() : uri.split(':').pop()) || uri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Names that the masking gives to what the public may not read; pages say them in the language of the reader. */
const masked: Readonly<Record<string, string>> = {
  '自然人（已隐去姓名）': 'Person (name withheld)',
  '经营者（已隐去名称）': 'Trader (name withheld)',
  未知: 'unknown',
};

const inLanguage = (text: string, language: PictureLanguage): string =>
  language === 'zh' ? text : (rowOf(masked, text) ?? text);

const uomWords = (uom: string | undefined, language: PictureLanguage) => {
  const row = rowOf(units, uom);
  return uom === undefined ? {} : { uom, uomWord: row ? row[language === 'zh' ? 0 : 1] : uom };
};

/** 西双版纳傣族自治州 is called 西双版纳州 where there is little room. */
const PEOPLES = /^(.+?)(?:(?:哈尼|傈僳|景颇|彝|壮|苗|傣|白|藏)族)+自治州$/;

function prefectureIn({ place }: TraceNode, language: PictureLanguage): string | undefined {
  const row = rowOf(prefectures, place.division?.slice(0, 4));
  if (!row) return place.prefecture;
  return language === 'zh' ? row[0].replace(PEOPLES, '$1州') : row[1];
}

type Amount = Pick<TraceNode, 'quantity' | 'quantityMax' | 'uom' | 'share' | 'shareMax'>;

const amountOf = ({ quantity, quantityMax, uom, share, shareMax }: Amount, language: PictureLanguage) => ({
  ...(quantity === undefined ? {} : { quantity }),
  ...(quantityMax === undefined ? {} : { quantityMax }),
  ...uomWords(uom, language),
  ...(share === undefined ? {} : { share }),
  ...(shareMax === undefined ? {} : { shareMax }),
});

function toNode(node: TraceNode, gaps: readonly string[], language: PictureLanguage): PictureNode {
  const { holder, place } = node;
  const prefecture = prefectureIn(node, language);
  const named = place.masked || place.name === '未知' ? undefined : place.name;
  return {
    id: node.id,
    level: node.level,
    unit: shortUnit(node.uri),
    kind: /\/01\/(\d{14})/.exec(node.uri)?.[1] ?? '',
    ...(node.product === undefined ? {} : { product: node.product }),
    holder: inLanguage(holder.name, language),
    holderUnknown: holder.kind === 'unknown' && !holder.masked && holder.uri === undefined,
    ...(named === undefined ? {} : { place: named }),
    ...(prefecture === undefined ? {} : { prefecture }),
    ...amountOf(node, language),
    depth: node.depth,
    time: node.time,
    inTransit: node.inTransit,
    inferred: node.inferred,
    ...(node.direction === undefined ? {} : { direction: node.direction }),
    ends: (node.ends ?? []).map(({ kind, quantity, uom }) => ({
      kind,
      quantity,
      ...uomWords(uom, language),
    })),
    gaps,
  };
}

const toLink = (link: TraceLink, language: PictureLanguage): PictureLink => ({
  from: link.from,
  to: link.to,
  kind: link.kind,
  time: link.time,
  ...amountOf(link, language),
});

/**
 * What a trace says, ready to be drawn with `drawPicture`. With `codes: 'root'` the other units go without their codes:
 * a shopper has nothing to compare them with.
 */
export function pictureGraphOf(
  answer: TraceAnswer,
  language: PictureLanguage,
  codes: 'all' | 'root' = 'all',
): PictureGraph {
  const gaps = new Map<string, string[]>();
  for (const { node, kind } of answer.gaps) {
    if (node !== undefined) gaps.set(node, [...(gaps.get(node) ?? []), kind]);
  }
  return {
    root: answer.root,
    nodes: answer.nodes.map((node) => {
      const drawn = toNode(node, gaps.get(node.id) ?? [], language);
      return codes === 'all' || node.id === answer.root ? drawn : { ...drawn, unit: '' };
    }),
    links: answer.links.map((link) => toLink(link, language)),
    ...(answer.truncated ? { truncated: { limit: answer.truncated.limit, max: answer.truncated.max } } : {}),
  };
}
