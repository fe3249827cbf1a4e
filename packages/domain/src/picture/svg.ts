/**
 * A picture as SVG 1.1. Colours are classes with a light value, a dark one for readers who ask for dark, and a custom
 * property (`--picture-text`, …) for pages that bring their own; print is always light.
 */
import type { BoxShape, Ink, Part, PathShape, PathStep, Picture, Shape, TextShape } from './drawing.ts';

/** Light and dark, each readable on its `ground` (WCAG 2.2 AA: 4.5 to 1 for every ink that writes). */
export const inks: Readonly<Record<Ink, readonly [light: string, dark: string]>> = {
  text: ['#15221e', '#e8efeb'],
  soft: ['#4d5b56', '#a9b8b1'],
  line: ['#b3c0ba', '#56665f'],
  paper: ['#ffffff', '#1c2723'],
  ground: ['#f2f5f2', '#121a17'],
  accent: ['#0d5a49', '#5fc7a8'],
  tint: ['#e2f0ea', '#1d3a31'],
  onAccent: ['#ffffff', '#0c1a15'],
  warn: ['#9a3b00', '#ffb27a'],
  end: ['#2b4a74', '#a5c4ef'],
  area0: ['#0f6e5a', '#66d0b2'],
  area1: ['#8a4b08', '#f0b26b'],
  area2: ['#3d55a8', '#a3b6f7'],
  area3: ['#9b2f5f', '#f19abf'],
  area4: ['#5a6a12', '#c3d269'],
  area5: ['#6b3fa0', '#c9a8f2'],
  area6: ['#0b6a88', '#74cbe8'],
  area7: ['#8c3528', '#f2a396'],
};

export interface SvgOptions {
  /** `own`: a file that stands alone; `page`: part of an HTML page that has the rules of `pictureCss`. */
  readonly style?: 'own' | 'page';
}

const round = (number: number): string => String(Math.round(number * 10) / 10);
const BOLD = ' font-weight="600"';
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Text of XML 1.0 §2.2: markup escaped, characters that XML does not know replaced. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const inkNames = Object.keys(inks) as Ink[];
const shortOf = (ink: Ink): string => `${String.fromCharCode(97 + inkNames.indexOf(ink))}`;
const fillClass = (ink: Ink): string => `f${shortOf(ink)}`;
const lineClass = (ink: Ink): string => `s${shortOf(ink)}`;
const DASHES: Readonly<Record<string, string>> = { dashed: '7 4', dotted: '2 3' };

interface Stroked {
  readonly fill?: Ink;
  readonly line?: Ink;
  readonly lineWidth?: number;
  readonly stroke?: 'solid' | 'dashed' | 'dotted';
}

function look({ fill, line, lineWidth = 1, stroke = 'solid' }: Stroked): string {
  const classes = [fill && fillClass(fill), line && lineClass(line)].filter(Boolean).join(' ');
  const dash = line && DASHES[stroke] ? ` stroke-dasharray="${DASHES[stroke]}"` : '';
  return (
    ` class="${classes}"${fill ? '' : ' fill="none"'}` +
    `${line && lineWidth !== 1 ? ` stroke-width="${lineWidth}"` : ''}${dash}`
  );
}

const boxMarkup = (box: BoxShape): string =>
  `<rect x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}" rx="${box.radius}"${look(box)}/>`;

const stepMarkup = (step: PathStep): string => {
  const end = `${round(step.x)} ${round(step.y)}`;
  if (step.to === 'curve')
    return `C${round(step.x1)} ${round(step.y1)} ${round(step.x2)} ${round(step.y2)} ${end}`;
  return `${step.to === 'start' ? 'M' : 'L'}${end}`;
};

const pathMarkup = (path: PathShape): string =>
  `<path d="${path.steps.map(stepMarkup).join('')}${path.fill ? 'z' : ''}"${look(path)}/>`;

/** Names in Chinese stay Chinese in an English picture, for readers aloud and for the choice of a font. */
const isForeign = (text: string, language: Picture['language']): boolean =>
  language === 'en' && /\p{Script=Han}/u.test(text);

function textMarkup(
  { x, y, size, text, ink, bold, anchor }: TextShape,
  language: Picture['language'],
): string {
  const where = anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : '';
  const weight = bold ? BOLD : '';
  const lang = isForeign(text, language) ? ' lang="zh-CN"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${weight}${where}${lang} class="${fillClass(ink)}">${escapeXml(text)}</text>`;
}

function shapeMarkup(shape: Shape, language: Picture['language']): string {
  if (shape.kind === 'box') return boxMarkup(shape);
  return shape.kind === 'path' ? pathMarkup(shape) : textMarkup(shape, language);
}

const partMarkup = ({ label, shapes }: Part, { language }: Picture, withTitles: boolean): string => {
  const title = withTitles && label !== '' ? `<title>${escapeXml(label)}</title>` : '';
  return `<g>${title}${shapes.map((shape) => shapeMarkup(shape, language)).join('')}</g>`;
};

const nameOf = (ink: Ink): string => `--picture-${ink.toLowerCase()}`;

/** The rules for pictures in pages; `dark` also for readers who ask for dark. */
export function pictureCss(dark = true): string {
  const rules = inkNames.map((ink) => {
    const [light] = inks[ink];
    const value = (property: string) => `${property}:${light};${property}:var(${nameOf(ink)},${light})`;
    return `.picture .${fillClass(ink)}{${value('fill')}}.picture .${lineClass(ink)}{${value('stroke')}}`;
  });
  const darkened = inkNames.map((ink) => `${nameOf(ink)}:${inks[ink][1]}`).join(';');
  const atNight = dark ? `@media screen and (prefers-color-scheme:dark){.picture{${darkened}}}` : '';
  return `${rules.join('')}${atNight}`;
}

const FONTS =
  "system-ui,-apple-system,'PingFang SC','HarmonyOS Sans SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";

/** A picture as an SVG document, or as an element of a page. */
export function toPictureSvg(picture: Picture, { style = 'own' }: SvgOptions = {}): string {
  const { width, height, language, title, description, parts } = picture;
  const own = style === 'own';
  const used = own ? `<style>${pictureCss()}</style>` : '';
  const ground = own ? `<rect width="${width}" height="${height}" class="${fillClass('ground')}"/>` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="picture" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
    ` role="img" lang="${language === 'zh' ? 'zh-CN' : 'en'}"${own ? ` font-family="${FONTS}"` : ''}>` +
    `<title>${escapeXml(title)}</title><desc>${escapeXml(description)}</desc>${used}${ground}` +
    `${parts.map((part) => partMarkup(part, picture, own)).join('')}</svg>`
  );
}
