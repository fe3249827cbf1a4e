import { layOut, type Point, type Size } from '@yunsu/domain';
import { type Card, type CardLink, type Cards, toCards } from './cards.ts';

/** A drawing in pixels: goods flow to the right at a desk and downward on a phone. */
export interface Drawing {
  readonly cards: readonly (Card & { readonly x: number; readonly y: number })[];
  readonly links: readonly (CardLink & { readonly path: string; readonly label: { x: number; y: number } })[];
  readonly width: number;
  readonly height: number;
}

export const CARD = { width: 212, height: 108 } as const;
const size = (across: boolean): Size =>
  across ? { along: CARD.height, across: CARD.width } : { along: CARD.width, across: CARD.height };

type Pixel = { x: number; y: number };

/** A line that leaves and arrives along the flow and passes straight beside the cards of the ranks between. */
function toPath(points: readonly Point[], at: (point: Point) => Pixel): string {
  const [start, ...rest] = points;
  if (!start) return '';
  const word = (point: Point) => {
    const { x, y } = at(point);
    return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
  };
  let path = `M ${word(start)}`;
  let last = start;
  for (const [index, point] of rest.entries()) {
    if (index % 2 === 1) path += ` L ${word(point)}`;
    else {
      const middle = (last.along + point.along) / 2;
      path += ` C ${word({ along: middle, across: last.across })} ${word({ along: middle, across: point.across })} ${word(point)}`;
    }
    last = point;
  }
  return path;
}

/** Draws cards and their links; `downward` for narrow windows. */
export function draw({ cards, links }: Pick<Cards, 'cards' | 'links'>, downward: boolean): Drawing {
  const card = size(downward);
  const layout = layOut(
    cards.map(({ id }) => id),
    links,
    card,
  );
  const at = ({ along, across }: Point): Pixel =>
    downward ? { x: across, y: along } : { x: along, y: across };
  const cornerOf = (id: string): Point => layout.corners.get(id) ?? { along: 0, across: 0 };
  return {
    cards: cards.map((one) => ({ ...one, ...at(cornerOf(one.id)) })),
    links: links.map((link) => {
      const from = cornerOf(link.from);
      const to = cornerOf(link.to);
      const start = { along: from.along + card.along, across: from.across + card.across / 2 };
      const end = { along: to.along, across: to.across + card.across / 2 };
      const points = [start, ...(layout.routes.get(link.id) ?? []), end];
      const before = points[points.length - 2] ?? start;
      const label = at({ along: (before.along + end.along) / 2, across: (before.across + end.across) / 2 });
      return { ...link, path: toPath(points, at), label };
    }),
    width: downward ? layout.across : layout.along,
    height: downward ? layout.along : layout.across,
  };
}

/** The cards of an answer, drawn. */
export const drawTrace = (answer: Parameters<typeof toCards>[0], downward: boolean): Drawing =>
  draw(toCards(answer), downward);

/** Where a view looks at first: everything where that is readable, else the start at a readable size. */
export function firstView(
  drawing: Pick<Drawing, 'width' | 'height'>,
  view: { width: number; height: number; zoomMin: number },
  start: Pixel,
): { x: number; y: number; zoom: number } {
  const inner = { width: view.width - 2 * PADDING, height: view.height - 2 * PADDING };
  const whole = Math.min(
    inner.width / Math.max(1, drawing.width),
    inner.height / Math.max(1, drawing.height),
  );
  const zoom = Math.max(view.zoomMin, Math.min(1, whole));
  const place = (length: number, room: number, centre: number): number => {
    const drawn = length * zoom;
    if (drawn + 2 * PADDING <= room) return (room - drawn) / 2;
    return Math.min(PADDING, Math.max(room - drawn - PADDING, room / 2 - centre * zoom));
  };
  return {
    x: place(drawing.width, view.width, start.x + CARD.width / 2),
    y: place(drawing.height, view.height, start.y + CARD.height / 2),
    zoom,
  };
}

const PADDING = 24;
/** Below these zooms the words on a card cannot be read, on a screen at arm's length and on a phone in the hand. */
export const zoomMin = (downward: boolean): number => (downward ? 0.66 : 0.8);

/** Height of the view: as much as the drawing wants at a readable size, up to a part of the window. */
export function viewHeight(
  drawing: Pick<Drawing, 'width' | 'height'>,
  room: { width: number; heightMax: number; zoomMin: number },
): number {
  const fit = (room.width - 2 * PADDING) / Math.max(1, drawing.width);
  const zoom = Math.max(room.zoomMin, Math.min(1, fit));
  return Math.round(Math.min(room.heightMax, Math.max(HEIGHT_MIN, drawing.height * zoom + 2 * PADDING)));
}

const HEIGHT_MIN = 200;
