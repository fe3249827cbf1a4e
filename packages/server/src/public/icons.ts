import { html, type Markup } from './markup.ts';
import type { Stage } from './roles.ts';

/** Drawings of 24 by 24, drawn by the stylesheet with a line of the text's colour. */
const drawings = {
  check: html`<path d="m6 12.5 4 4 8-9"/>`,
  bag: html`<path d="M5 8h14l-1 12H6zM9 8V7a3 3 0 0 1 6 0v1"/>`,
  cross: html`<path d="m7 7 10 10M17 7 7 17"/>`,
  alert: html`<path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.3"/>`,
  clock: html`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`,
  pause: html`<path d="M9 6v12M15 6v12"/>`,
  question: html`<path d="M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.3-1.7 2.6M12 18v.3"/>`,
  search: html`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`,
  scan: html`<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8.5v7M11 8.5v7M13.5 8.5v7M16 8.5v7"/>`,
  photo: html`<path d="M4 8h4l1.5-2.5h5L16 8h4v11H4z"/><circle cx="12" cy="13" r="3.5"/>`,
  keys: html`<path d="M3 7h18v10H3zM6.5 10.5h.01M10 10.5h.01M13.5 10.5h.01M17 10.5h.01M8 14h8"/>`,
  light: html`<path d="M9 17.5h6M10 20.5h4M12 3.5a5.5 5.5 0 0 0-3 10v1.5h6v-1.5a5.5 5.5 0 0 0-3-10"/>`,
  leaf: html`<path d="M5 19c0-9 5-13 14-14 0 9-4 14-11 14M5 19c2-5 5-7.5 9-9"/>`,
  basket: html`<path d="M4 10h16l-1.8 9H5.8zM8 10l3-5M16 10l-3-5M9.5 13v3M14.5 13v3"/>`,
  pan: html`<path d="M3 12h13a6.5 6.5 0 0 1-13 0M16 12l5-2M7 8c0-1.5 1.5-1.5 1.5-3M11 8c0-1.5 1.5-1.5 1.5-3"/>`,
  factory: html`<path d="M4 20V10l5 3v-3l5 3V5h5v15zM8 16.5h1M12 16.5h1M16 16.5h1"/>`,
  flask: html`<path d="M9 4h6M10 4v6l-5 8.5c-.5 1 0 1.5 1 1.5h12c1 0 1.5-.5 1-1.5L14 10V4M7.5 15h9"/>`,
  store: html`<path d="M3.5 20V9L12 4l8.5 5v11M7.5 20v-8h9v8M7.5 16h9"/>`,
  market: html`<path d="M4 20V10M20 20V10M3 10l2-5h14l2 5zM4 15h16M9 10V5M15 10V5"/>`,
  shop: html`<path d="M5 11v9h14v-9M4 7l1.5-3h13L20 7v2a2.6 2.6 0 0 1-5.3 0 2.6 2.6 0 0 1-5.4 0A2.6 2.6 0 0 1 4 9zM10 20v-5h4v5"/>`,
  bowl: html`<path d="M4 12h16a8 8 0 0 1-16 0M9 20h6M9 8c0-2 1.5-2 1.5-4M13.5 8c0-2 1.5-2 1.5-4"/>`,
  care: html`<path d="M9.5 4h5v5.5H20v5h-5.5V20h-5v-5.5H4v-5h5.5z"/>`,
  truck: html`<path d="M3 16V7h10v9M13 10h4l4 3.5V16h-2M9 16h6M3 16h1.5"/><circle cx="7" cy="17" r="2"/><circle cx="17" cy="17" r="2"/>`,
  tool: html`<path d="M14 6.5a4 4 0 0 0-5 5L4 16.5 7.5 20l5-5a4 4 0 0 0 5-5L15 12.5 11.5 9z"/>`,
  shield: html`<path d="M12 3.5 19.5 6v6c0 4.5-3 7-7.5 8.5-4.5-1.5-7.5-4-7.5-8.5V6z"/>`,
  person: html`<circle cx="12" cy="8" r="3.5"/><path d="M5 20c0-4 3-6 7-6s7 2 7 6"/>`,
  dot: html`<circle cx="12" cy="12" r="4"/>`,
} as const;

/** Name of a drawing. */
export type IconName = keyof typeof drawings;

/** The drawing of each station. */
export const stageIcons: Readonly<Record<Stage, IconName>> = {
  origin: 'leaf',
  collecting: 'basket',
  primary: 'pan',
  making: 'factory',
  testing: 'flask',
  storing: 'store',
  trading: 'market',
  distributing: 'store',
  retail: 'shop',
  serving: 'bowl',
  care: 'care',
  transport: 'truck',
  using: 'tool',
  authority: 'shield',
  end: 'person',
  passing: 'dot',
};

/** A drawing beside words; screen readers skip it. */
export const icon = (name: IconName): Markup =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${drawings[name]}</svg>`;
