import { rankCards } from './rank.ts';
import { settle } from './settle.ts';

/**
 * Layered drawing of cards (Sugiyama's method): ranks; a slot on every rank that a long link passes; an order within each rank by
 * the mean of the neighbours, swept to and fro; places by least squares without overlap. Deterministic: the same cards and links
 * in the same order give the same drawing. Some milliseconds for a thousand cards.
 */
export interface Size {
  /** Extent of a card along the direction of flow, and across it. */
  readonly along: number;
  readonly across: number;
}

export interface Point {
  readonly along: number;
  readonly across: number;
}

export interface Layout {
  /** Corner of each card nearest to the origin. */
  readonly corners: ReadonlyMap<string, Point>;
  /** Points where a long link enters and leaves the ranks that it passes, by the link's id. */
  readonly routes: ReadonlyMap<string, readonly Point[]>;
  /** Where the rank of each card ends along the flow: beyond it a line may turn aside. */
  readonly rankEnds: ReadonlyMap<string, number>;
  readonly along: number;
  readonly across: number;
}

/** Room between ranks, and between cards of a rank, where the caller names none. */
export const GAP_ALONG = 80;
export const GAP_ACROSS = 18;
/** Room for a link that passes. */
const PASSING = 10;
const ORDER_SWEEPS = 8;
const PLACE_SWEEPS = 8;

interface Slot {
  /** Index of a card, or of the link that passes. */
  readonly card: number | undefined;
  readonly before: Slot[];
  readonly after: Slot[];
  order: number;
  centre: number;
}

interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

const newSlot = (card: number | undefined): Slot => ({ card, before: [], after: [], order: 0, centre: 0 });

function connect(from: Slot, to: Slot): void {
  from.after.push(to);
  to.before.push(from);
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Slots by rank, and the slots that each long pair passes. */
function slotsOf(count: number, pairs: readonly (readonly [number, number])[]) {
  const { ranks, onward } = rankCards(count, pairs);
  const cardSlots = ranks.map((_, card) => newSlot(card));
  const layers: Slot[][] = [];
  for (const [card, rank] of ranks.entries()) {
    const slot = cardSlots[card];
    const layer = layers[rank] ?? [];
    layers[rank] = layer;
    if (slot) layer.push(slot);
  }
  const passed = new Map<string, { slot: Slot; rank: number }[]>();
  for (const [from, to] of onward) {
    if (passed.has(`${from}>${to}`)) continue;
    const passes: { slot: Slot; rank: number }[] = [];
    let last = cardSlots[from];
    for (let rank = (ranks[from] ?? 0) + 1; rank < (ranks[to] ?? 0); rank += 1) {
      const slot = newSlot(undefined);
      layers[rank]?.push(slot);
      if (last) connect(last, slot);
      passes.push({ slot, rank });
      last = slot;
    }
    const end = cardSlots[to];
    if (last && end) connect(last, end);
    passed.set(`${from}>${to}`, passes);
  }
  return { ranks, layers, passed, cardSlots };
}

function orderSlots(layers: readonly Slot[][]): void {
  const number = (layer: readonly Slot[]) => {
    for (const [order, slot] of layer.entries()) slot.order = order;
  };
  for (const layer of layers) number(layer);
  for (let sweep = 0; sweep < ORDER_SWEEPS; sweep += 1) {
    const down = sweep % 2 === 0;
    for (const layer of down ? layers : [...layers].reverse()) {
      const wishes = new Map(
        layer.map((slot) => {
          const near = down ? slot.before : slot.after;
          return [slot, near.length > 0 ? mean(near.map(({ order }) => order)) : slot.order];
        }),
      );
      layer.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0) || a.order - b.order);
      number(layer);
    }
  }
}

function placeSlots(layers: readonly Slot[][], acrossOf: (card: number) => number, gap: number): void {
  const sizeOf = (slot: Slot) => (slot.card === undefined ? PASSING : acrossOf(slot.card));
  const place = (layer: readonly Slot[], wishOf: (slot: Slot) => number) => {
    const sizes = layer.map(sizeOf);
    const weights = layer.map(({ before, after }) => Math.max(1, before.length + after.length));
    const centres = settle(layer.map(wishOf), sizes, gap, weights);
    for (const [at, slot] of layer.entries()) slot.centre = centres[at] ?? 0;
  };
  for (const layer of layers) place(layer, () => 0);
  for (let sweep = 0; sweep < PLACE_SWEEPS; sweep += 1) {
    const down = sweep % 2 === 0;
    const last = sweep === PLACE_SWEEPS - 1;
    for (const layer of down ? layers : [...layers].reverse()) {
      place(layer, (slot) => {
        const near = last ? [...slot.before, ...slot.after] : down ? slot.before : slot.after;
        return near.length > 0 ? mean(near.map(({ centre }) => centre)) : slot.centre;
      });
    }
  }
}

/** Where each rank begins and how deep its deepest card is. */
function extentsOf(layers: readonly Slot[][], sizes: readonly Size[], gap: number) {
  const extents: { start: number; depth: number }[] = [];
  let start = 0;
  for (const layer of layers) {
    const depth = Math.max(
      0,
      ...layer.map(({ card }) => (card === undefined ? 0 : (sizes[card]?.along ?? 0))),
    );
    extents.push({ start, depth });
    start += depth + gap;
  }
  return extents;
}

/** Room between ranks and between the cards of a rank. */
export interface Gaps {
  readonly along: number;
  readonly across: number;
}

/** Lays cards out along the direction of flow; links to unknown cards are left out. */
export function layOut(
  ids: readonly string[],
  links: readonly Edge[],
  size: Size | ((id: string) => Size),
  gaps: Gaps = { along: GAP_ALONG, across: GAP_ACROSS },
): Layout {
  const sizes = ids.map(typeof size === 'function' ? size : () => size);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const pairs = links.flatMap(({ from, to }) => {
    const [a, b] = [indexOf.get(from), indexOf.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [[a, b] as const];
  });
  const { ranks, layers, passed, cardSlots } = slotsOf(ids.length, pairs);
  orderSlots(layers);
  placeSlots(layers, (card) => sizes[card]?.across ?? 0, gaps.across);
  const halfOf = (index: number) => (sizes[index]?.across ?? 0) / 2;
  const top = Math.min(0, ...cardSlots.map(({ centre }, index) => centre - halfOf(index)));
  const extents = extentsOf(layers, sizes, gaps.along);
  const extentOf = (rank: number) => extents[rank] ?? { start: 0, depth: 0 };
  const corners = new Map<string, Point>();
  const rankEnds = new Map<string, number>();
  for (const [index, id] of ids.entries()) {
    const { start, depth } = extentOf(ranks[index] ?? 0);
    corners.set(id, { along: start, across: (cardSlots[index]?.centre ?? 0) - halfOf(index) - top });
    rankEnds.set(id, start + depth);
  }
  const routes = new Map<string, Point[]>();
  for (const { id, from, to } of links) {
    const passes = passed.get(`${indexOf.get(from)}>${indexOf.get(to)}`) ?? [];
    const route = passes.flatMap(({ slot, rank }) => {
      const across = slot.centre - top;
      const { start, depth } = extentOf(rank);
      return [
        { along: start, across },
        { along: start + depth, across },
      ];
    });
    routes.set(id, route);
  }
  const passing = layers.flat().flatMap((slot) => (slot.card === undefined ? slot.centre - top : []));
  const cards = ids.map((id, index) => (corners.get(id)?.across ?? 0) + 2 * halfOf(index));
  return {
    corners,
    routes,
    rankEnds,
    along: Math.max(0, ...extents.map(({ start, depth }) => start + depth)),
    across: Math.max(0, ...cards, ...passing),
  };
}
