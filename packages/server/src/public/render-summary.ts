import type { Onward, PublicAnswer } from './answer.ts';
import { formatDate, formatPrefecture } from './format.ts';
import { icon } from './icons.ts';
import type { Journey, Step, Stop } from './journey.ts';
import { holderMarkup, nameMarkup, roleText } from './labels.ts';
import { html, type Markup } from './markup.ts';
import { stages } from './roles.ts';
import { type Language, pick, say, type Word } from './words.ts';

/** Most lines that one of the three answers prints. */
const LINES_MAX = 3;

const isStop = (step: Step): step is Stop => step.kind === 'stop';

function stopLine(stop: Stop, when: string, what: string, language: Language): Markup {
  const prefecture = formatPrefecture(stop.place, language);
  return html`<li>${prefecture && html`<b>${nameMarkup(prefecture, language)}</b><br>`}${holderMarkup(stop.holder, language)} <span class="dim">${formatDate(when, language)} ${what}</span></li>`;
}

/** The station as the end of a line, where English has no capital. */
const stageText = (stop: Stop, language: Language): string =>
  pick(language, stages[stop.stage]).toLowerCase();

function originLine(stop: Stop, language: Language): Markup {
  const act = stop.stage === 'origin' ? stop.acts[0] : undefined;
  return stopLine(stop, stop.from, act ? pick(language, act) : stageText(stop, language), language);
}

function fromLines(journey: Journey, language: Language): Markup[] {
  const origins = journey.steps.filter(isStop).filter((stop) => stop.origins > 0);
  const lines = new Map(origins.map((stop) => [originLine(stop, language).toString(), stop]));
  return [...lines.values()].slice(0, LINES_MAX).map((stop) => originLine(stop, language));
}

const endings: Partial<Record<PublicAnswer['unit']['state'], Word>> = {
  sold: 'soldToConsumer',
  destroyed: 'endDestroyed',
};

function endingOf(answer: PublicAnswer): Word | undefined {
  const medical = /^drug/.test(answer.unit.product?.class ?? answer.unit.ledger ?? '');
  return answer.unit.state === 'used' && medical ? 'dispensedToPerson' : endings[answer.unit.state];
}

const onwardLine = ({ place, holders }: Onward, language: Language): Markup =>
  html`<li>${say(language, 'onwardHolders', { place: formatPrefecture(place, language), count: String(holders) })}</li>`;

function toLines(answer: PublicAnswer, journey: Journey, language: Language): Markup[] {
  const onward = answer.onward ?? [];
  if (onward.length > 0) return onward.slice(0, LINES_MAX).map((row) => onwardLine(row, language));
  const last = journey.steps.at(-1);
  if (!last) return [];
  if (last.kind === 'gap') {
    const seen = journey.steps.findLast(isStop);
    return seen ? [stopLine(seen, seen.until, say(language, 'lostAfter'), language)] : [];
  }
  const ending = endingOf(answer);
  if (last.kind === 'transit') {
    const place = formatPrefecture(last.place, language);
    return [
      html`<li><b>${say(language, 'onTheWay')}</b>${place && html` → ${nameMarkup(place, language)}`}</li>`,
    ];
  }
  if (ending) return [stopLine(last, last.until, say(language, ending), language)];
  if (last.ended) return [stopLine(last, last.until, pick(language, last.ended), language)];
  return [stopLine(last, last.from, stageText(last, language), language)];
}

function answerRow(word: 'from' | 'to' | 'who', lines: readonly Markup[], language: Language): Markup {
  const drawing = ({ from: 'leaf', to: 'truck', who: 'shield' } as const)[word];
  const none = ({ from: 'fromUnknown', to: 'toUnknown', who: 'whoUnknown' } as const)[word];
  return html`<div><dt>${icon(drawing)}${say(language, word)}</dt><dd><ul class="plain">${
    lines.length > 0 ? lines : html`<li class="dim">${say(language, none)}</li>`
  }</ul></dd></div>`;
}

/** The three questions of the platform, each answered in a line or two. */
export function summaryMarkup(answer: PublicAnswer, journey: Journey, language: Language): Markup {
  const who = answer.responsible
    .slice(0, LINES_MAX)
    .map(
      (party) =>
        html`<li><b>${nameMarkup(party.name, language)}</b><br><span class="dim">${roleText(party.role, language)}</span></li>`,
    );
  return html`<dl class="three">${answerRow('from', fromLines(journey, language), language)}
${answerRow('to', toLines(answer, journey, language), language)}
${answerRow('who', who, language)}</dl>`;
}
