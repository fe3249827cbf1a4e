/**
 * The logistic label of GS1 (GS1 Logistic Label Guideline): three zones divided by lines. Above who sends and who receives, to be
 * written by hand or under the title; in the middle what the label says, each value under its data title; below the
 * symbols, the SSCC as the lowest one.
 */
import { applicationIdentifiers, toElementString } from '@yunsu/identifiers';
import { elementStringOf } from './datamatrix.ts';
import type { Drawing, Rule, Shape, SymbolShape, Text } from './drawing.ts';
import { type Block, type Box, setText } from './fit.ts';
import { BARS_HEIGHT, bars, placeBars } from './gs1-128.ts';
import type { LabelRequest } from './label-request.ts';
import { bothWords, labelWords, refusals, unprintable } from './label-words.ts';
import { GS1_128_LENGTH_MAX, type Modules } from './modules.ts';

/** X-dimension of GS1-128 on logistic units, in millimetres (GS1 General Specifications §5.12.3, table 5). */
export const LOGISTIC_MODULE_MIN = 0.495;
export const LOGISTIC_MODULE_MAX = 0.94;

const PADDING = 2;
const RULE = 0.35;
/** Text under a symbol: at least 3 mm high (GS1 Logistic Label Guideline, human readable interpretation). */
const HRI_SIZE = 4.1;
const HRI_HEIGHT = 6.2;
const GAP = 2;
/** Paper lower than this has no room for sender and receiver. */
const PARTIES_HEIGHT_MIN = 120;
const PARTIES_HEIGHT = 30;

type Value = readonly [ai: string, value: string];

/** The SSCC, and everything else in as few symbols as hold it: by the length of GS1-128, and by the width of the label. */
function symbolsOf(elements: readonly Value[], width: number): { modules: Modules; text: string }[] {
  const toModules = (group: readonly Value[]) => {
    const raw = toElementString(group, 'raw');
    return bars(raw.ok ? raw.text : undefined);
  };
  const isHeld = (group: readonly Value[]) => {
    const raw = toElementString(group, 'raw');
    if (!raw.ok || raw.text.length > GS1_128_LENGTH_MAX) return false;
    const { columns, quiet } = toModules(group);
    return (columns + 2 * quiet) * LOGISTIC_MODULE_MIN + 2 <= width;
  };
  const groups: Value[][] = [];
  for (const value of elements.filter(([ai]) => ai !== '00')) {
    const last = groups.at(-1);
    if (last && isHeld([...last, value])) last.push(value);
    else groups.push([value]);
  }
  const all = [...groups, elements.filter(([ai]) => ai === '00')];
  return all.map((group) => ({
    modules: toModules(group),
    text: group.map(([ai, value]) => `(${ai})${value}`).join(' '),
  }));
}

const ruleAt = (y: number, width: number): Rule => ({ kind: 'rule', x: 0, y, width, height: RULE });

function placed(
  blocks: readonly Block[],
  box: Box,
  request: LabelRequest,
  anchor: 'start' | 'middle' = 'start',
): Text[] {
  const texts = setText(blocks, box, { anchor });
  if (!texts) throw unprintable(refusals.textTooLong(request.width, request.height));
  return texts;
}

/** The symbols from the bottom up; `top` is where the lowest zone begins. */
function symbolZone(request: LabelRequest): { shapes: Shape[]; top: number } {
  const { subject, width, height } = request;
  const shapes: Shape[] = [];
  let bottom = height - PADDING / 2;
  for (const { modules, text } of symbolsOf(subject.elements, width).toReversed()) {
    const y = bottom - HRI_HEIGHT - BARS_HEIGHT;
    const symbol: SymbolShape = placeBars(
      modules,
      { y, height: BARS_HEIGHT, moduleMin: LOGISTIC_MODULE_MIN, moduleMax: LOGISTIC_MODULE_MAX },
      request,
    );
    const box = { x: PADDING, y: bottom - HRI_HEIGHT + 0.6, width: width - 2 * PADDING, height: HRI_HEIGHT };
    shapes.push(symbol, ...placed([{ text, size: HRI_SIZE, sizeMin: 3 }], box, request, 'middle'));
    bottom = y - GAP;
  }
  return { shapes, top: bottom };
}

/** What a value is called: in Chinese, with the data title of GS1 (General Specifications §3.2). */
function nameOf(ai: string): string {
  const known = applicationIdentifiers.get(ai);
  const [name, title] = [known?.name.zh ?? '', known?.title ?? ''];
  return name.includes(title) ? name : `${name} ${title}`;
}

/** The title, the SSCC, and further values in two columns, each under its name. */
function textZone(request: LabelRequest, box: Box): Text[] {
  const { subject, title } = request;
  const blocksOf = (values: readonly Value[]): Block[] =>
    values.flatMap(([ai, value], index) => [
      { text: nameOf(ai), size: 2.6, sizeMin: 1.5, gap: index === 0 ? 0.4 : 0.7 },
      { text: value, size: 5, sizeMin: 2, whole: true },
    ]);
  const rest = subject.elements.slice(1);
  const headed = [
    ...(title ? [{ text: title, size: 6, sizeMin: 2.4, bold: true }] : []),
    ...blocksOf(subject.elements.slice(0, 1)),
  ];
  if (rest.length === 0) return placed(headed, box, request);
  const share = (headed.length + 1) / (headed.length + 1 + Math.ceil(rest.length / 2) * 2);
  const above = { ...box, height: box.height * share };
  const below = {
    ...box,
    y: box.y + above.height,
    height: box.height - above.height,
    width: box.width / 2 - 1,
  };
  const isLeft = (_: Value, index: number) => index % 2 === 0;
  const left = placed(blocksOf(rest.filter(isLeft)), below, request);
  // The right column has no more values than the left one: in the same sizes it fits as well.
  const right = blocksOf(rest.filter((value, index) => !isLeft(value, index))).map((block, index) => ({
    ...block,
    size: left[index]?.size ?? block.size,
  }));
  return [
    ...placed(headed, above, request),
    ...left,
    ...placed(right, { ...below, x: box.x + box.width / 2 + 1 }, request),
  ];
}

function partyZone(request: LabelRequest): Shape[] {
  const half = request.width / 2;
  const head = (words: { en: string; zh: string }, x: number): Text => ({
    kind: 'text',
    x: x + PADDING,
    y: 5.2,
    size: 3,
    text: bothWords(words),
  });
  return [
    head(labelWords.from, 0),
    head(labelWords.to, half),
    { kind: 'rule', x: half - RULE / 2, y: 0, width: RULE, height: PARTIES_HEIGHT },
    ruleAt(PARTIES_HEIGHT, request.width),
  ];
}

/** Draws a logistic label; refused for anything but an SSCC, and for paper that cannot hold the bars at 0.495 mm. */
export function ssccLabel(request: LabelRequest): Drawing {
  const { subject, width, height } = request;
  if (subject.elements[0]?.[0] !== '00' || elementStringOf(subject) === undefined)
    throw unprintable(refusals.noSscc);
  const symbols = symbolZone(request);
  const parties = height >= PARTIES_HEIGHT_MIN && symbols.top - PARTIES_HEIGHT > 25;
  const above = parties ? PARTIES_HEIGHT + RULE : 0;
  const room = symbols.top - RULE - above;
  const box = { x: PADDING, y: above + 1, width: width - 2 * PADDING, height: room - 2 };
  return {
    width,
    height,
    title: subject.lines.join(' '),
    shapes: [
      ...(parties ? partyZone(request) : []),
      ...textZone(request, box),
      ruleAt(symbols.top - RULE, width),
      ...symbols.shapes,
    ],
  };
}
