/** The picture of a trace on paper: the shapes that SVG prints, as vectors and text. */
import {
  drawPicture,
  type Ink,
  inks,
  type Picture,
  type PictureGraph,
  type PictureLanguage,
  type PictureOptions,
  type Shape,
} from '@yunsu/domain';
import { A4, MARGIN, type Paper } from './paper.ts';

/** Nothing on paper is smaller (points). */
export const TEXT_SIZE_MIN = 6;
/** A pixel at a desk is three quarters of a point (CSS Values §6.2): larger than at a desk a picture is not drawn. */
const SCALE_MAX = 0.75;
/** Boxes that are tried, most first. */
const BOXES = [80, 60, 45, 34, 26, 20, 15, 11, 8, 6, 4, 3, 2] as const;
/** Boxes beside each other that are tried. */
const ACROSS = [Number.POSITIVE_INFINITY, 9, 5] as const;
/** Height of a page that the head of the section, the caption and the foot take. */
const TAKEN = 82;

/** A picture with the size and the way of the paper that it is printed on. */
export interface FittedPicture {
  readonly picture: Picture;
  readonly turned: boolean;
  /** Points for each pixel. */
  readonly scale: number;
  /** Boxes that it has. */
  readonly boxes: number;
}

const smallest = (picture: Picture): number =>
  Math.min(
    ...picture.parts.flatMap(({ shapes }) =>
      shapes.flatMap((shape) => (shape.kind === 'text' ? shape.size : [])),
    ),
  );

const boxesOf = ({ parts }: Picture): number => parts.filter(({ role }) => role === 'box').length;

function onPaper(picture: Picture, turned: boolean): FittedPicture {
  const [width, height] = turned ? [A4.long, A4.short] : [A4.short, A4.long];
  const scale = Math.min(
    SCALE_MAX,
    (width - 2 * MARGIN) / picture.width,
    (height - 2 * MARGIN - TAKEN) / picture.height,
  );
  return { picture, turned, scale, boxes: boxesOf(picture) };
}

const isReadable = ({ picture, scale }: FittedPicture): boolean => smallest(picture) * scale >= TEXT_SIZE_MIN;

/** More boxes say more; of as many, the larger is easier to read, and of equal ones the upright. */
const isBetter = (one: FittedPicture, than: FittedPicture | undefined): boolean =>
  than === undefined || one.boxes > than.boxes || (one.boxes === than.boxes && one.scale > than.scale + 1e-9);

interface Asked {
  readonly language: PictureLanguage;
  readonly direction: PictureOptions['direction'];
}

/** A trace drawn with so many boxes in every way that the paper can be held. */
function* drawn(graph: PictureGraph, asked: Asked, boxesMax: number): Generator<FittedPicture> {
  for (const acrossMax of ACROSS) {
    for (const flow of ['down', 'right'] as const) {
      const picture = drawPicture(graph, { ...asked, flow, boxesMax, acrossMax });
      yield onPaper(picture, false);
      yield onPaper(picture, true);
    }
  }
}

/** Draws a trace with as many boxes as one page can hold in a size that can be read. */
export function fitPicture(graph: PictureGraph, asked: Asked): FittedPicture {
  let best: FittedPicture | undefined;
  for (const boxesMax of BOXES) {
    if (best !== undefined && best.boxes >= boxesMax) break;
    for (const fitted of drawn(graph, asked, boxesMax))
      if (isReadable(fitted) && isBetter(fitted, best)) best = fitted;
  }
  // Two boxes one above the other have half a page each.
  if (best === undefined) throw new Error('a picture of two boxes does not fit the page');
  return best;
}

const DASHES = { solid: undefined, dashed: [7, 4], dotted: [2, 3] } as const;

interface Stroked {
  readonly fill?: Ink;
  readonly line?: Ink;
  readonly lineWidth?: number;
  readonly stroke?: keyof typeof DASHES;
}

/** Fills and draws the path that is open in the document. */
function paint({ document }: Paper, { fill, line, lineWidth = 1, stroke = 'solid' }: Stroked): void {
  const dash = DASHES[stroke];
  document.lineWidth(lineWidth);
  if (dash === undefined) document.undash();
  else document.dash(dash[0], { space: dash[1] });
  if (fill && line) document.fillAndStroke(inks[fill][0], inks[line][0]);
  else if (fill) document.fill(inks[fill][0]);
  else if (line) document.stroke(inks[line][0]);
  document.undash();
}

function printShape(paper: Paper, shape: Shape): void {
  const { document } = paper;
  if (shape.kind === 'text') {
    const { size, ink, bold = false, anchor = 'start' } = shape;
    paper.line(shape.text, shape.x, shape.y, { size, ink, bold, anchor });
    return;
  }
  if (shape.kind === 'box') {
    const { x, y, width, height, radius } = shape;
    if (radius > 0) document.roundedRect(x, y, width, height, radius);
    else document.rect(x, y, width, height);
  } else {
    for (const step of shape.steps) {
      if (step.to === 'curve') document.bezierCurveTo(step.x1, step.y1, step.x2, step.y2, step.x, step.y);
      else if (step.to === 'start') document.moveTo(step.x, step.y);
      else document.lineTo(step.x, step.y);
    }
    if (shape.fill) document.closePath();
  }
  paint(paper, shape);
}

/** Prints a picture where the paper is, in the middle of the page. */
export function printPicture(paper: Paper, { picture, scale }: FittedPicture): void {
  const x = MARGIN + (paper.width - picture.width * scale) / 2;
  paper.document.save();
  paper.document.translate(x, paper.y).scale(scale);
  for (const { shapes } of picture.parts) for (const shape of shapes) printShape(paper, shape);
  paper.document.restore();
  paper.y += picture.height * scale;
}
