import { prefectures, rowOf } from '@yunsu/api';
import { formatPrefecture, prefectureKeyOf } from './format.ts';
import { html, type Markup } from './markup.ts';
import type { View } from './view.ts';
import { say } from './words.ts';

/**
 * Yunnan as sixteen equal cells, neighbours beside neighbours: [column, row] of a hexagon each, odd rows half a
 * cell to the side. A schematic needs no map approval number and no map data, and reads on a phone.
 */
const cells: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '5334': [1.5, 0],
  '5333': [1, 1],
  '5307': [2, 1],
  '5306': [4, 1],
  '5305': [0.5, 2],
  '5329': [1.5, 2],
  '5323': [2.5, 2],
  '5301': [3.5, 2],
  '5303': [4.5, 2],
  '5331': [0, 3],
  '5309': [1, 3],
  '5308': [2, 3],
  '5304': [3, 3],
  '5325': [4, 3],
  '5326': [5, 3],
  '5328': [1.5, 4],
};

const WIDTH = 58;
const ROW = 50;
const x = (column: number): number => 32 + column * WIDTH;
const y = (row: number): number => 36 + row * ROW;

interface Spot {
  readonly division?: string | undefined;
  readonly prefecture?: string | undefined;
}

/** The prefectures of a journey in order, each once in a row. */
export function routeOf(places: readonly Spot[]): string[] {
  const keys = places.map(prefectureKeyOf).filter((key) => key !== undefined);
  return keys.filter((key, index) => key !== keys[index - 1]);
}

const kindOf = (key: string, route: readonly string[]): string =>
  key === route.at(-1) ? 'last' : route.includes(key) ? 'on' : '';

function cell(key: string, route: readonly string[]): Markup {
  const [column, row] = cells[key] ?? [0, 0];
  return html`<use class="${kindOf(key, route)}" href="#cell" x="${x(column)}" y="${y(row)}"/>`;
}

/** Two characters in Chinese; in English, where no name fits a cell, the number of the stop, explained below. */
function label(key: string, route: readonly string[], view: View): Markup | '' {
  const [column, row] = cells[key] ?? [0, 0];
  const stop = route.indexOf(key) + 1;
  const text = view.language === 'zh' ? prefectures[key]?.[2] : stop > 0 && String(stop);
  if (!text) return '';
  return html`<text class="${kindOf(key, route)}" x="${x(column)}" y="${y(row) + 7}">${text}</text>`;
}

/** How far an arrow stays away from the middle of both cells, so that it leaves their names free. */
const CLEAR = 23;
const round = (number: number): number => Math.round(number * 10) / 10;

/** An arrow from one cell to the next of the route. */
function arrow(from: string, to: string): Markup {
  const [fromColumn, fromRow] = cells[from] ?? [0, 0];
  const [toColumn, toRow] = cells[to] ?? [0, 0];
  const dx = x(toColumn) - x(fromColumn);
  const dy = y(toRow) - y(fromRow);
  const length = Math.hypot(dx, dy) || 1;
  const turn = round((Math.atan2(dy, dx) * 180) / Math.PI);
  const at = (distance: number) => [
    round(x(fromColumn) + (dx * distance) / length),
    round(y(fromRow) + (dy * distance) / length),
  ];
  const [x1 = 0, y1 = 0] = at(CLEAR);
  const [x2 = 0, y2 = 0] = at(length - CLEAR);
  return html`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/><path class="tip" d="M5 0-5-7V7z" transform="translate(${x2} ${y2}) rotate(${turn})"/>`;
}

/** The way over the province as a picture, with the same in words; nothing where no prefecture is known. */
export function prefectureMap(places: readonly Spot[], view: View): Markup | '' {
  const route = routeOf(places);
  if (route.length === 0) return '';
  const names = route.map((key) =>
    rowOf(prefectures, key) ? formatPrefecture({ division: key }, view.language) : '',
  );
  const numbered = view.language === 'zh' ? names : names.map((name, index) => `${index + 1} ${name}`);
  return html`<figure class="map">
<svg viewBox="0 0 354 272" role="img" aria-label="${say(view.language, 'mapTitle')}">
<defs><path id="cell" d="M0-31 27-15.5V15.5L0 31-27 15.5V-15.5z"/></defs>
${Object.keys(cells).map((key) => cell(key, route))}
${route.slice(1).map((key, index) => arrow(route[index] ?? key, key))}
${Object.keys(cells).map((key) => label(key, route, view))}
</svg>
<figcaption>${say(view.language, 'mapRoute', { places: numbered.join(' → ') })}<br><small>${say(view.language, 'mapNote')}</small></figcaption>
</figure>`;
}
