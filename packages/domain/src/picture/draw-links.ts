/**
 * Lines between boxes. Each leaves its box on the side to which the goods flow, at a port of its own, and comes in with an
 * arrow; what it carries stands on it where nothing else does.
 */
import { shareText, sumText } from './amount-text.ts';
import type { BoxText } from './box-text.ts';
import type { BoxLink } from './boxes.ts';
import type { Part, PathStep, Shape, Stroke } from './drawing.ts';
import type { Layout, Point } from './layout.ts';
import { widthOf } from './measure.ts';
import { type SayWord, wordOr } from './words.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Pixel = { readonly x: number; readonly y: number };

export interface LinkFrame {
  readonly downward: boolean;
  readonly layout: Layout;
  readonly placeOf: ReadonlyMap<string, Place>;
  readonly textOf: ReadonlyMap<string, BoxText>;
  readonly say: SayWord;
}

const ARROW = 8;
const SIZE = 11.5;
const LINE = 14;
/** Part of a side on which lines begin and end, so that corners stay free. */
const PORTS = 0.6;
/** Where on the last stretch of a line its words may stand, the best first: away from where lines bundle. */
const TRIES = {
  middle: [0.5, 0.62, 0.38, 0.74, 0.26, 0.84, 0.16],
  late: [0.7, 0.62, 0.78, 0.54, 0.84, 0.46, 0.38, 0.28],
  early: [0.3, 0.38, 0.22, 0.46, 0.16, 0.54, 0.62, 0.72],
} as const;

const overlaps = (a: Place, b: Place): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Where the lines of each box leave and arrive, in the order of where they lead, so that they do not cross at once. */
function portsOf(links: readonly BoxLink[], frame: LinkFrame): Map<string, { start: number; end: number }> {
  const { placeOf, downward, layout } = frame;
  const sideOf = (id: string) => {
    const { x, y, width, height } = placeOf.get(id)!;
    return downward ? { from: x, length: width } : { from: y, length: height };
  };
  const centreOf = (id: string) => sideOf(id).from + sideOf(id).length / 2;
  const ports = new Map(links.map(({ id }) => [id, { start: 0, end: 0 }]));
  const spread = (way: 'start' | 'end') => {
    const byBox = new Map<string, BoxLink[]>();
    for (const link of links) {
      const box = way === 'start' ? link.from : link.to;
      byBox.set(box, [...(byBox.get(box) ?? []), link]);
    }
    for (const [box, group] of byBox) {
      const wishOf = (link: BoxLink) => {
        const route = layout.routes.get(link.id) ?? [];
        const next = way === 'start' ? route[0] : route[route.length - 1];
        return next ? next.across : centreOf(way === 'start' ? link.to : link.from);
      };
      const sorted = [...group].sort((a, b) => wishOf(a) - wishOf(b) || (a.id < b.id ? -1 : 1));
      const { from, length } = sideOf(box);
      const step = Math.min(22, (length * PORTS) / Math.max(1, sorted.length - 1));
      for (const [at, link] of sorted.entries())
        ports.get(link.id)![way] = from + length / 2 + (at - (sorted.length - 1) / 2) * step;
    }
  };
  spread('start');
  spread('end');
  return ports;
}

interface Way {
  readonly steps: PathStep[];
  readonly start: Pixel;
  readonly end: Pixel;
  /** The stretch on which the words stand. */
  readonly last: readonly [Pixel, Pixel, Pixel, Pixel];
}

/** A line along the flow; one that leads back (goods that return) swings out and comes from behind. */
function wayOf(link: BoxLink, port: { start: number; end: number }, frame: LinkFrame): Way {
  const { downward, layout, placeOf } = frame;
  const at = ({ along, across }: Point): Pixel =>
    downward ? { x: across, y: along } : { x: along, y: across };
  const [from, to] = [placeOf.get(link.from)!, placeOf.get(link.to)!];
  const startAlong = downward ? from.y + from.height : from.x + from.width;
  const endAlong = downward ? to.y : to.x;
  const begin = { along: startAlong, across: port.start };
  const finish = { along: endAlong - ARROW, across: port.end };
  const route = layout.routes.get(link.id) ?? [];
  const leave = { along: Math.max(startAlong, layout.rankEnds.get(link.from) ?? 0), across: port.start };
  const returns = endAlong < startAlong;
  const points = returns ? [begin, finish] : [leave, ...route, finish];
  const start = at(begin);
  const steps: PathStep[] = [{ to: 'start', ...start }];
  if (!returns && leave.along > startAlong) steps.push({ to: 'line', ...at(leave) });
  let last: Way['last'] = [start, start, start, start];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    if (!before) continue;
    if (index % 2 === 0) {
      steps.push({ to: 'line', ...at(point) });
      continue;
    }
    const reach = returns ? 60 : (point.along - before.along) / 2;
    const one = at({ along: before.along + reach, across: before.across });
    const two = at({ along: point.along - reach, across: point.across });
    const end = at(point);
    steps.push({ to: 'curve', x1: one.x, y1: one.y, x2: two.x, y2: two.y, ...end });
    last = [at(before), one, two, end];
  }
  return { steps, start, end: at({ along: endAlong, across: port.end }), last };
}

function onCurve([a, b, c, d]: Way['last'], t: number): Pixel {
  const u = 1 - t;
  const mix = (p: number, q: number, r: number, s: number) =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}

function arrowAt({ x, y }: Pixel, downward: boolean): PathStep[] {
  const half = ARROW / 2;
  return downward
    ? [
        { to: 'start', x, y },
        { to: 'line', x: x - half, y: y - ARROW },
        { to: 'line', x: x + half, y: y - ARROW },
      ]
    : [
        { to: 'start', x, y },
        { to: 'line', x: x - ARROW, y: y - half },
        { to: 'line', x: x - ARROW, y: y + half },
      ];
}

function wordsOf(link: BoxLink, frame: LinkFrame): string[] {
  const { say, downward } = frame;
  const { members, kind, from, to } = link;
  const isOpened = frame.textOf.get(from)!.isContainer && !frame.textOf.get(to)!.isContainer;
  const word = say(kind === 'packing' && isOpened ? 'unpacking' : wordOr(kind, 'transfer'));
  const what = [sumText(members, say), shareText(members, say)].filter(Boolean).join(' · ');
  if (what === '') return [word];
  return downward ? [`${word} ${what}`] : [word, what];
}

function labelOf(words: readonly string[], way: Way, tries: readonly number[], taken: Place[]): Shape[] {
  const width = Math.max(...words.map((word, at) => widthOf(word, SIZE, at > 0))) + 8;
  const height = words.length * LINE + 2;
  for (const t of tries) {
    const { x, y } = onCurve(way.last, t);
    const place = { x: x - width / 2, y: y - height / 2, width, height };
    if (taken.some((other) => overlaps(other, place))) continue;
    taken.push(place);
    return [
      { kind: 'box', ...place, radius: 4, fill: 'ground' },
      ...words.map(
        (text, at): Shape => ({
          kind: 'text',
          x,
          y: place.y + LINE * (at + 1) - 2.5,
          size: SIZE,
          width: width - 8,
          text,
          ink: at === 0 && words.length > 1 ? 'soft' : 'text',
          ...(at > 0 ? { bold: true } : {}),
          anchor: 'middle',
        }),
      ),
    ];
  }
  return [];
}

const WIDTHS: Readonly<Record<string, number>> = { transformation: 2.2, transfer: 1.6 };

function countBy(links: readonly BoxLink[], end: 'from' | 'to'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const link of links) counts.set(link[end], (counts.get(link[end]) ?? 0) + 1);
  return counts;
}

/** All lines, and above them all their words: no line crosses a word. */
export function drawLinks(links: readonly BoxLink[], frame: LinkFrame): Part[] {
  const ports = portsOf(links, frame);
  const taken = [...frame.placeOf.values()];
  const { textOf, downward, say } = frame;
  const counts = { from: countBy(links, 'from'), to: countBy(links, 'to') };
  const bundleOf = ({ from, to }: BoxLink): keyof typeof TRIES => {
    const [out, into] = [counts.from.get(from) ?? 1, counts.to.get(to) ?? 1];
    return out > into ? 'late' : into > out ? 'early' : 'middle';
  };
  const drawn = links.map((link): { part: Part; label: Part } => {
    const way = wayOf(link, ports.get(link.id)!, frame);
    const [from, to] = [textOf.get(link.from)!, textOf.get(link.to)!];
    const stroke: Stroke =
      from.broken || to.broken ? 'dashed' : from.inferred || to.inferred ? 'dotted' : 'solid';
    const ink = stroke === 'dashed' ? 'warn' : 'soft';
    const words = wordsOf(link, frame);
    const label = `${from.holder} → ${to.holder}${say('comma')}${words.join(' ')}`;
    const shapes: Shape[] = [
      { kind: 'path', steps: way.steps, line: ink, lineWidth: WIDTHS[link.kind] ?? 1.3, stroke },
      { kind: 'path', steps: arrowAt(way.end, downward), fill: ink },
    ];
    const ends = { from: link.from, to: link.to, start: way.start, end: way.end };
    return {
      part: { role: 'link', label, shapes, link: ends },
      label: { role: 'note', label: '', shapes: labelOf(words, way, TRIES[bundleOf(link)], taken) },
    };
  });
  return [
    ...drawn.map(({ part }) => part),
    ...drawn.map(({ label }) => label).filter((one) => one.shapes.length > 0),
  ];
}
