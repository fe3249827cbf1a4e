/**
 * A trace as a report of A4 pages: what was asked, the answer in words, the picture, and the tables behind it. The same report at
 * the same time is the same bytes.
 */
import type { Buffer } from 'node:buffer';
import { cameInKinds, pictureGraphOf, units, wentOutKinds } from '@yunsu/api';
import { termOf, wordIn } from '../heads.ts';
import { printHead } from './head.ts';
import { Paper } from './paper.ts';
import { fitPicture, printPicture } from './print-picture.ts';
import { REPORT_LIMITS, type Report, type ReportLimits } from './report.ts';
import { timeText } from './say-values.ts';
import { summarySentences, truncationSentences } from './summary.ts';
import { printTable } from './table.ts';
import { gapTable, holderTable, linkTable, nodeTable, originTable, responsibleTable } from './tables.ts';
import { type Say, sayIn } from './words.ts';

const BODY = 9;
const SMALL = 8;

/** Prints a report; pages are kept until it is known how many they are, which the limits bound. */
export async function* toReport(
  report: Report,
  limits: ReportLimits = REPORT_LIMITS,
): AsyncGenerator<Buffer> {
  const { language } = report;
  const say = sayIn(language);
  const title = [say('title'), report.product, report.code].filter(Boolean).join(' · ');
  const paper = new Paper({ title, language, createdAt: new Date(report.askedAt) });
  paper.newPage(false);
  printHead(paper, report);
  paper.heading(say('summary'));
  for (const sentence of summarySentences(report)) {
    paper.paragraph(sentence, { size: BODY + 0.5 });
    paper.y += 2;
  }
  if (report.claims !== undefined) await printClaims(paper, report, limits);
  if (report.stock !== undefined) await printStock(paper, report, limits);
  paper.heading(say('responsible'));
  if (report.responsible.length === 0) paper.paragraph(say('responsibleNone'), { size: BODY });
  else await printTable(paper, responsibleTable(report, limits), say);
  printPicturePage(paper, report, say);
  await printDetails(paper, report, limits);
  printNotes(paper, report, say);
  yield* paper.end((page, pages) => say('page', { page, pages }));
}

async function printClaims(paper: Paper, report: Report, limits: ReportLimits): Promise<void> {
  const say = sayIn(report.language);
  paper.heading(say('claims'));
  const table = originTable(report, limits);
  if (table.total === 0) paper.paragraph(say('claimsNone'), { size: BODY });
  else await printTable(paper, table, say);
}

/** The balance in one line for each unit: what came in = what went out + what is left. */
export function balanceLines({ stock, language }: Report): string[] {
  const say = sayIn(language);
  return (stock?.balance ?? []).map(({ uom, cameIn, wentOut, left, leftMax }) => {
    const terms = (list: readonly { kind: string; quantity?: string }[], kinds: typeof cameInKinds) =>
      list.map(({ kind, quantity = '' }) => `${quantity} ${termOf(kinds, kind, language)}`.trim());
    const rest =
      leftMax !== undefined
        ? `${leftMax} ${say('leftMax')}`
        : left === undefined
          ? ''
          : `${left} ${say('left')}`;
    const went = terms(wentOut, wentOutKinds as unknown as typeof cameInKinds);
    const unit = uom === undefined ? say('balanceUnmeasured') : termOf(units, uom, language);
    const sides = [terms(cameIn, cameInKinds).join(' + '), [...went, rest].filter(Boolean).join(' + ')];
    return `${unit}: ${sides.join(' = ')}`;
  });
}

async function printStock(paper: Paper, report: Report, limits: ReportLimits): Promise<void> {
  const say = sayIn(report.language);
  const { stock } = report;
  const at = stock?.at ? `（${say('stockAt', { time: timeText(stock.at) })}）` : '';
  paper.heading(
    `${say('stock')}${report.language === 'zh' ? at : at.replace('（', ' (').replace('）', ')')}`,
  );
  for (const line of balanceLines(report)) {
    paper.paragraph(line, { size: BODY });
    paper.y += 2;
  }
  const table = holderTable(report, limits);
  if (table.total === 0) paper.paragraph(say('stockNone'), { size: BODY });
  else await printTable(paper, table, say);
}

/** The picture has a page of its own, upright or turned as it is easier to read. */
function printPicturePage(paper: Paper, report: Report, say: Say): void {
  const { language, direction, trace } = report;
  if (trace.nodes.length === 0) return;
  const fitted = fitPicture(pictureGraphOf(trace, language), { language, direction });
  const room = fitted.picture.height * fitted.scale + 74;
  if (fitted.turned || paper.y + room > paper.bottom) paper.newPage(fitted.turned);
  paper.heading(say('picture'), 0);
  const joined = fitted.boxes < trace.nodes.length ? [say('pictureJoined')] : [];
  const caption = [fitted.picture.description, ...joined].join(' ');
  paper.paragraph(caption, { size: SMALL, ink: 'soft' });
  paper.y += 6;
  printPicture(paper, fitted);
}

/** The tables of all that was found, on turned pages, for a code and an event are long. */
async function printDetails(paper: Paper, report: Report, limits: ReportLimits): Promise<void> {
  const say = sayIn(report.language);
  const { trace, language } = report;
  if (trace.nodes.length > 0) {
    paper.newPage(true);
    paper.heading(`${wordIn(language, 'nodes')} (${trace.nodes.length})`);
    await printTable(paper, nodeTable(report, limits), say);
    paper.heading(`${wordIn(language, 'links')} (${trace.links.length})`);
    await printTable(paper, linkTable(report, limits), say);
    paper.heading(`${wordIn(language, 'gaps')} (${trace.gaps.length})`);
    await printTable(paper, gapTable(report, limits), say);
  }
  paper.heading(say('events'));
  printEvents(paper, report, say);
}

function printEvents(paper: Paper, { events }: Report, say: Say): void {
  if (events === undefined) {
    paper.paragraph(say('eventsPublic'), { size: BODY });
    return;
  }
  const { count, first, truncated } = events;
  paper.paragraph(say('eventsCount', { count }), { size: BODY });
  if (truncated !== undefined)
    paper.paragraph(say('eventsTruncated', truncated), { size: BODY, ink: 'warn' });
  if (first.length === 0) return;
  if (first.length < count) paper.paragraph(say('eventsFirst', { count: first.length }), { size: BODY });
  paper.y += 2;
  for (const { eventID, time } of first) paper.paragraph(`${timeText(time)}  ${eventID}`, { size: 7 });
}

/** How to read the numbers, and what the report leaves out. */
function printNotes(paper: Paper, report: Report, say: Say): void {
  paper.heading(say('limits'), 40);
  const notes = [
    ...truncationSentences(report, say),
    say('limitRecords'),
    say('limitInferred'),
    say('limitShares'),
    ...(paper.hasMissing ? [say('unprintable')] : []),
  ];
  for (const note of notes) paper.paragraph(note, { size: SMALL });
}
