/** The head of a report: what was asked, by whose rights, and how to ask again. */
import { QR_BYTES_MAX, qrModules, runsOf } from '../../labels/modules.ts';
import { type FileWord, wordIn } from '../heads.ts';
import { LEADING, MARGIN, type Paper } from './paper.ts';
import type { Report } from './report.ts';
import { timeText } from './say-values.ts';
import { type ReportWord, type Say, sayIn } from './words.ts';

/** Width of the symbol with its quiet zone: 30 mm, so that a module of a long address is not below a third of a millimetre. */
const SYMBOL = 85;
const SIZE = 9;
const NAMES = 100;

/** The rights of the reader in words. */
export function rightsText({ reader }: Report, say: Say): string {
  if (reader.plane === 'enterprise') return say('enterprise', { party: reader.party ?? '' });
  if (reader.plane === 'regulator') return say('regulator', { scopes: reader.scopes.join(say('comma')) });
  return say(reader.plane);
}

/** What was asked, by name. */
export function askedFacts(report: Report): (readonly [name: string, value: string])[] {
  const { language, trace } = report;
  const say = sayIn(language);
  const word = (name: FileWord) => wordIn(language, name);
  const optional = (name: ReportWord, value: string | undefined) =>
    value === undefined ? [] : [[say(name), value] as const];
  return [
    [word('askedCode'), report.code],
    ...(report.product === undefined ? [] : [[word('product'), report.product] as const]),
    [say('direction'), say(report.direction)],
    ...optional('since', report.from && timeText(report.from)),
    ...optional('until', report.to && timeText(report.to)),
    ...optional('depthMax', report.depthMax?.toString()),
    [
      say('knownAt'),
      say('knownNumber', { time: timeText(trace.asKnownAt.time), number: trace.asKnownAt.number }),
    ],
    [say('askedAt'), `${timeText(report.askedAt)} (${say('zone')})`],
    [say('rights'), rightsText(report, say)],
    [say('again'), report.address],
  ];
}

/** A QR symbol as one path, so that a viewer draws no hairlines between its modules. */
function printSymbol({ document }: Paper, address: string, x: number, y: number): void {
  const modules = qrModules(address);
  const module = SYMBOL / (modules.columns + 2 * modules.quiet);
  const start = modules.quiet * module;
  for (const run of runsOf(modules))
    document.rect(
      x + start + run.x * module,
      y + start + run.y * module,
      run.width * module,
      run.height * module,
    );
  document.fill('#000000');
}

/** Prints the head at the top of the first page. */
export function printHead(paper: Paper, report: Report): void {
  const say = sayIn(report.language);
  const { publicAddress } = report;
  const symbol =
    publicAddress !== undefined && Buffer.byteLength(publicAddress) <= QR_BYTES_MAX
      ? publicAddress
      : undefined;
  const right = MARGIN + paper.width - SYMBOL;
  const width = symbol === undefined ? paper.width : paper.width - SYMBOL - 12;
  if (symbol !== undefined) {
    printSymbol(paper, symbol, right, paper.y - 8);
    const middle = right + SYMBOL / 2;
    paper.line(say('scan'), middle, paper.y + SYMBOL - 4, { size: 7, ink: 'soft', anchor: 'middle' });
  }
  const below = paper.y + SYMBOL + 4;
  paper.paragraph(say('title'), { size: 18, ink: 'accent', bold: true, width });
  paper.paragraph([report.product, say(report.direction)].filter(Boolean).join(' · '), {
    size: 12,
    bold: true,
    width,
  });
  paper.y += 6;
  for (const [name, value] of askedFacts(report)) {
    const lines = paper.lines(value, SIZE, (paper.y < below ? width : paper.width) - NAMES);
    paper.need(SIZE * LEADING);
    paper.line(name, MARGIN, paper.y + SIZE, { size: SIZE, ink: 'soft' });
    for (const line of lines) {
      paper.need(SIZE * LEADING);
      paper.line(line, MARGIN + NAMES, paper.y + SIZE, { size: SIZE });
      paper.y += SIZE * LEADING;
    }
    paper.y += 1.5;
  }
  paper.y = symbol === undefined ? paper.y : Math.max(paper.y, Math.min(below, paper.bottom));
}
