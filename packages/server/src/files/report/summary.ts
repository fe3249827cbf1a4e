/** What a report says first: the answer in sentences, with numbers. */
import { gapKinds } from '@yunsu/api';
import { termOf } from '../heads.ts';
import type { Report } from './report.ts';
import { prefectureText, shareText, timeText } from './say-values.ts';
import { type Say, sayIn } from './words.ts';

/** Origins that the summary names; the table has the others. */
const ORIGINS_NAMED = 3;

/** The sentences of the summary, in the order in which somebody asks. */
export function summarySentences(report: Report): string[] {
  const say = sayIn(report.language);
  const { trace } = report;
  if (trace.nodes.length === 0) return [say('nothing'), ...recallSentences(report, say)];
  return [
    sizeSentence(report, say),
    ...originSentences(report, say),
    ...destinationSentences(report, say),
    gapSentence(report, say),
    ...recallSentences(report, say),
    ...(report.quantities ? [] : [say('noVolumes')]),
    ...truncationSentences(report, say),
  ];
}

function sizeSentence({ trace: { nodes, links } }: Report, say: Say): string {
  const times = [...nodes, ...links].map(({ time }) => time).sort((a, b) => Date.parse(a) - Date.parse(b));
  return say('size', {
    nodes: nodes.length,
    links: links.length,
    from: timeText(times[0] ?? ''),
    to: timeText(times.at(-1) ?? ''),
  });
}

function originSentences({ claims, language }: Report, say: Say): string[] {
  if (claims === undefined || claims.origins.length === 0) return [];
  const first = claims.origins.slice(0, ORIGINS_NAMED).map(({ words }) => words[language]);
  const share = shareText(claims.explained, language) || say('unmeasured');
  return [
    say('cameFrom', { origins: claims.origins.length, first: first.join(say('comma')) }),
    say('explained', { share }),
  ];
}

/** Holders and prefectures that the trace forward reached, those of the root itself included. */
function destinationSentences({ trace, direction, language }: Report, say: Say): string[] {
  if (direction === 'back') return [];
  const forward = trace.nodes.filter((node) => direction === 'forward' || node.direction === 'forward');
  // Of masked holders nobody knows who is the same: each place counts once.
  const holders = new Set(
    forward.flatMap(({ holder, place }) =>
      holder.kind === 'unknown' && holder.uri === undefined && !holder.masked
        ? []
        : (holder.uri ?? `${holder.name}|${place.uri ?? place.name}`),
    ),
  );
  const areas = new Set(forward.map(({ place }) => prefectureText(place, language)).filter(Boolean));
  const transit = forward.filter(({ inTransit }) => inTransit).length;
  return [say('wentTo', { holders: holders.size, areas: areas.size, transit })];
}

function gapSentence({ trace: { gaps }, language }: Report, say: Say): string {
  if (gaps.length === 0) return say('gapsNone');
  const kinds = [...Map.groupBy(gaps, ({ kind }) => kind)].map(([kind, { length: count }]) =>
    say('gapKind', { kind: termOf(gapKinds, kind, language), count }),
  );
  return say('gapsSome', { count: gaps.length, kinds: kinds.join(say('comma')) });
}

function recallSentences({ recall }: Report, say: Say): string[] {
  if (recall === undefined) return [say('recallNone')];
  if (recall === 'recalled') return [say('recalled')];
  const { number, by, declaredAt } = recall;
  return [say('recalledBy', { number, by, time: timeText(declaredAt) })];
}

/** What the limits of the walk left out; the reader is told first, for the numbers above count only what was reached. */
export function truncationSentences({ trace, stock, claims }: Report, say: Say): string[] {
  return [
    ...(trace.truncated ? [say('truncated', trace.truncated)] : []),
    ...(stock?.truncated ? [say('balanceTruncated', stock.truncated)] : []),
    ...(claims?.truncated && !trace.truncated ? [say('originsTruncated', claims.truncated)] : []),
  ];
}
