/**
 * A trace as a picture: layers in the direction of the goods, siblings as one box, amounts on the links. A pure function of
 * the trace and the options: the same trace in any order of its nodes gives the same picture.
 */
import { type BoxText, boxSentence, boxText } from './box-text.ts';
import { type Boxes, toBoxes } from './boxes.ts';
import { composeBox } from './draw-box.ts';
import { drawLinks, type Place } from './draw-links.ts';
import type { Ink, Part, Picture } from './drawing.ts';
import type { PictureGraph, PictureNode } from './graph.ts';
import { layOut } from './layout.ts';
import { cleanText, widthOf, wrap } from './measure.ts';
import { type PictureLanguage, type SayWord, wordOr, wordsIn } from './words.ts';

/** Most boxes of one picture, whatever is asked for; beyond some hundreds nobody reads them. */
export const BOXES_MAX = 300;
/** Boxes of a picture where the caller names no number. */
export const BOXES_DEFAULT = 80;

export interface PictureOptions {
  readonly language: PictureLanguage;
  /** Goods flow to the right (desks) or downward (phones, upright paper). */
  readonly flow: 'right' | 'down';
  readonly direction?: 'back' | 'forward' | 'both' | undefined;
  /** From 2 to `BOXES_MAX`. */
  readonly boxesMax?: number;
  /** Most boxes beside each other; unlimited where it is absent. */
  readonly acrossMax?: number;
  readonly boxWidth?: number;
}

const MARGIN = 16;
const AREAS = 8;
const SIZE = { right: 218, down: 176 } as const;
const GAPS = { right: { along: 132, across: 20 }, down: { along: 54, across: 16 } } as const;

/** A colour for each prefecture, in the order of the names; with more than eight a colour comes again, beside another name. */
function areasOf(nodes: readonly PictureNode[]): Map<string, Ink> {
  const names = [
    ...new Set(nodes.flatMap(({ prefecture }) => (prefecture ? cleanText(prefecture) : []))),
  ].sort();
  return new Map(names.map((name, index) => [name, `area${index % AREAS}` as Ink]));
}

function titleOf(graph: PictureGraph, direction: PictureOptions['direction'], say: SayWord): string {
  const root = graph.nodes.find(({ id }) => id === graph.root);
  const unit = root
    ? cleanText([root.product, say(wordOr(root.level, 'other')), root.unit].filter(Boolean).join(' '))
    : say('nothing');
  const word = direction === 'back' ? 'titleBack' : direction === 'forward' ? 'titleForward' : 'titleBoth';
  return say(word, { unit });
}

function describe(
  graph: PictureGraph,
  { boxes, links }: Boxes,
  texts: readonly BoxText[],
  say: SayWord,
): string {
  const gaps = texts.filter(({ broken }) => broken).length;
  return [
    say('described', { nodes: graph.nodes.length, boxes: boxes.length, links: links.length }),
    ...(gaps > 0 ? [say('describedGaps', { count: gaps })] : []),
    ...(graph.truncated ? [say('truncated', graph.truncated)] : []),
  ].join(' ');
}

/** Boxes that follow each other one by one have the width of the picture to themselves. */
const CHAIN_WIDER = 1.6;

function isChain({ links }: Boxes): boolean {
  const ends = [...links.map(({ from }) => `from ${from}`), ...links.map(({ to }) => `to ${to}`)];
  return new Set(ends).size === ends.length;
}

const NOTE = { size: 13, line: 19 } as const;

/** One or more lines below the picture. */
function note(words: string, width: number, top: number, ink: Ink): Part {
  const lines = wrap(words, { width, size: NOTE.size, bold: true, linesMax: 4 });
  return {
    role: 'note',
    label: words,
    shapes: lines.map((text, at) => ({
      kind: 'text',
      x: MARGIN,
      y: top + NOTE.line * (at + 1) - 5,
      size: NOTE.size,
      width,
      text,
      ink,
      bold: true,
    })),
  };
}

const rightEnd = (part: Part): number =>
  Math.max(
    0,
    ...part.shapes.map((shape) => {
      if (shape.kind === 'box') return shape.x + shape.width;
      if (shape.kind === 'path')
        return Math.max(
          ...shape.steps.flatMap((step) => (step.to === 'curve' ? [step.x, step.x1, step.x2] : step.x)),
        );
      const half = shape.anchor === 'middle' ? 0.5 : shape.anchor === 'end' ? 0 : 1;
      return shape.x + widthOf(shape.text, shape.size, shape.bold) * half;
    }),
  );

/** The least x of words on a line, which may stand out to the left of the outermost box. */
const leftEnd = (part: Part): number =>
  Math.min(MARGIN, ...part.shapes.map((shape) => (shape.kind === 'box' ? shape.x : MARGIN)));

const shifted = (part: Part, by: number): Part => ({
  ...part,
  shapes: part.shapes.map((shape) =>
    shape.kind === 'path'
      ? {
          ...shape,
          steps: shape.steps.map((step) =>
            step.to === 'curve'
              ? { ...step, x: step.x + by, x1: step.x1 + by, x2: step.x2 + by }
              : { ...step, x: step.x + by },
          ),
        }
      : { ...shape, x: shape.x + by },
  ),
  ...(part.box ? { box: { ...part.box, x: part.box.x + by } } : {}),
  ...(part.link
    ? {
        link: {
          ...part.link,
          start: { ...part.link.start, x: part.link.start.x + by },
          end: { ...part.link.end, x: part.link.end.x + by },
        },
      }
    : {}),
});

/** Draws a trace. */
export function drawPicture(graph: PictureGraph, options: PictureOptions): Picture {
  const { language, flow, direction, acrossMax = Number.POSITIVE_INFINITY } = options;
  const say = wordsIn(language);
  const boxesMax = Math.min(BOXES_MAX, Math.max(2, options.boxesMax ?? BOXES_DEFAULT));
  const drawn = toBoxes(graph, { boxesMax, acrossMax: Math.max(2, acrossMax) });
  const areas = areasOf(graph.nodes);
  const texts = drawn.boxes.map((box) => boxText(box, graph.root, say));
  const narrow = options.boxWidth ?? SIZE[flow];
  const width = flow === 'down' && isChain(drawn) ? Math.round(narrow * CHAIN_WIDER) : narrow;
  const composed = texts.map((text) => composeBox(text, areas.get(text.prefecture) ?? 'soft', width, say));
  const downward = flow === 'down';
  const indexOf = new Map(drawn.boxes.map(({ id }, index) => [id, index]));
  const sizeOf = (id: string) => {
    const { height } = composed[indexOf.get(id)!]!;
    return downward ? { along: height, across: width } : { along: width, across: height };
  };
  const ids = drawn.boxes.map(({ id }) => id);
  const layout = shiftedBy(MARGIN, layOut(ids, drawn.links, sizeOf, GAPS[flow]));
  const placeOf = new Map(
    ids.map((id, index): [string, Place] => {
      const { along, across } = layout.corners.get(id)!;
      const corner = downward ? { x: across, y: along } : { x: along, y: across };
      return [id, { ...corner, width, height: composed[index]!.height }];
    }),
  );
  const textOf = new Map(ids.map((id, index) => [id, texts[index]!]));
  const boxParts = ids.map((id, index): Part => {
    const place = placeOf.get(id)!;
    return {
      role: 'box',
      label: boxSentence(texts[index]!, say),
      shapes: composed[index]!.draw(place.x, place.y),
      box: { id, ...place, count: drawn.boxes[index]!.members.length },
    };
  });
  const linkParts = drawLinks(drawn.links, { downward, layout, placeOf, textOf, say });
  const [across, along] = [layout.across + MARGIN, layout.along + MARGIN];
  return framed([...linkParts, ...boxParts], {
    width: downward ? across : along,
    height: downward ? along : across,
    language,
    title: titleOf(graph, direction, say),
    description: describe(graph, drawn, texts, say),
    notes: [
      ...(graph.nodes.length === 0 ? [say('nothing')] : []),
      ...(graph.truncated ? [say('truncated', graph.truncated)] : []),
    ],
  });
}

/** A layout that begins at the margin. */
function shiftedBy(by: number, layout: ReturnType<typeof layOut>): ReturnType<typeof layOut> {
  const move = ({ along, across }: { along: number; across: number }) => ({
    along: along + by,
    across: across + by,
  });
  return {
    corners: new Map([...layout.corners].map(([id, point]) => [id, move(point)])),
    routes: new Map([...layout.routes].map(([id, points]) => [id, points.map(move)])),
    rankEnds: new Map([...layout.rankEnds].map(([id, end]) => [id, end + by])),
    along: layout.along + by,
    across: layout.across + by,
  };
}

interface Frame extends Omit<Picture, 'parts'> {
  readonly notes: readonly string[];
}

const WIDTH_MIN = 240;

/** Makes room for words that stand out at the sides, and puts the notes below. */
function framed(parts: readonly Part[], { notes, ...frame }: Frame): Picture {
  const out = Math.max(0, MARGIN / 2 - Math.min(MARGIN, ...parts.map(leftEnd)));
  const moved = out > 0 ? parts.map((part) => shifted(part, out)) : [...parts];
  const width = Math.ceil(
    Math.max(WIDTH_MIN, frame.width + out, ...moved.map((part) => rightEnd(part) + MARGIN / 2)),
  );
  let height = parts.length === 0 ? MARGIN : frame.height;
  for (const words of notes) {
    const part = note(words, width - 2 * MARGIN, height, 'warn');
    moved.push(part);
    height += part.shapes.length * NOTE.line + MARGIN / 2;
  }
  return { ...frame, width, height: Math.ceil(height), parts: moved };
}
