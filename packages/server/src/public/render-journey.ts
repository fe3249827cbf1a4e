import { formatDate, formatPrefecture, formatSpan, formatTime } from './format.ts';
import { icon, stageIcons } from './icons.ts';
import type { Arrival, Fact, Gap, Journey, Step, Stop, Transit } from './journey.ts';
import { holderMarkup, nameMarkup, placeMarkup } from './labels.ts';
import { clip, html, type Markup } from './markup.ts';
import { prefectureMap } from './prefecture-map.ts';
import { stages } from './roles.ts';
import type { View } from './view.ts';
import { type Language, pick, say, type Word } from './words.ts';

/** Most steps that are printed; of a longer way the beginning and the end are kept. */
export const STEPS_MAX = 14;
const STEPS_FIRST = 5;
/** Most facts, products and acts that one step prints. */
const LIST_MAX = 4;
const VALUE_LENGTH_MAX = 24;

const gapWords: Readonly<Record<Gap['reason'], Word>> = {
  'shipment-without-receipt': 'gapShipment',
  'receipt-without-shipment': 'gapReceipt',
  'unexplained-removal': 'gapRemoval',
  'unknown-holder': 'gapHolder',
};

const valuesOf = (fact: Fact, language: Language): string[] =>
  fact.values.slice(0, LIST_MAX).map((value) => formatDate(value, language));

function arrivalMarkup(arrival: Arrival, stop: Stop, language: Language): Markup {
  const place = formatPrefecture(stop.place, language);
  const from = [...new Set(arrival.from.map((origin) => formatPrefecture(origin, language)))].slice(
    0,
    LIST_MAX,
  );
  const moved = from.length > 0 && (from.length > 1 || from[0] !== place) && place !== '';
  const title = moved
    ? say(language, 'movedFromTo', { from: from.join(language === 'zh' ? '、' : ', '), place })
    : say(language, 'moved');
  const { departed, arrived } = arrival;
  const start = departed ?? arrived ?? '';
  const time = formatSpan(start, arrived ?? start, language, false);
  return html`<li class="move">${icon('truck')}<p>${title} <span class="when">${time}</span></p></li>`;
}

function stopMarkup(stop: Stop, last: boolean, language: Language): Markup {
  const acts = stop.acts.slice(0, LIST_MAX).map((act) => pick(language, act));
  const products = stop.products.slice(0, LIST_MAX);
  const facts = stop.facts.slice(0, LIST_MAX);
  return html`${stop.arrival && arrivalMarkup(stop.arrival, stop, language)}
<li class="${last ? 'stop here' : 'stop'}">${icon(stageIcons[stop.stage])}<div>
<h3>${pick(language, stages[stop.stage])}${acts.length > 0 && html` <span class="acts">${acts.join(language === 'zh' ? '、' : ', ')}</span>`}</h3>
<p>${placeMarkup(stop.place, language)}<br>${holderMarkup(stop.holder, language)}</p>
<p class="when">${formatSpan(stop.from, stop.until, language)}${last && html` <span class="tag">${say(language, 'here')}</span>`}</p>
${products.length > 0 && stop.origins > 0 && html`<p class="dim">${products.map((name, index) => html`${index > 0 && ' · '}${nameMarkup(name, language)}`)}${stop.origins > 1 && html` · ${say(language, 'sources', { count: String(stop.origins) })}`}</p>`}
${
  facts.length > 0 &&
  html`<p class="dim">${facts.map(
    (fact, index) =>
      html`${index > 0 && ' · '}${clip(fact[language], VALUE_LENGTH_MAX)} ${valuesOf(fact, language).join(language === 'zh' ? '、' : ', ')}`,
  )}</p>`
}
${stop.inferred && html`<p class="dim">${say(language, 'inferred')}</p>`}
</div></li>`;
}

const gapMarkup = (gap: Gap, language: Language): Markup =>
  html`<li class="gap">${icon('question')}<div><h3>${say(language, 'gap')}</h3><p>${say(language, gapWords[gap.reason])}</p><p class="when">${formatTime(gap.from, language)}</p></div></li>`;

const transitMarkup = (transit: Transit, language: Language): Markup =>
  html`<li class="stop here">${icon('truck')}<div><h3>${say(language, 'onTheWay')}</h3><p>${placeMarkup(transit.place, language)}<br>${holderMarkup(transit.holder, language)}</p><p class="when">${formatTime(transit.from, language)}</p></div></li>`;

function stepMarkup(step: Step, last: boolean, language: Language): Markup {
  if (step.kind === 'gap') return gapMarkup(step, language);
  return step.kind === 'transit' ? transitMarkup(step, language) : stopMarkup(step, last, language);
}

/** The way as a picture and as a list of steps. `live` marks the last station as the present position. */
export function journeyMarkup(journey: Journey, live: boolean, view: View): Markup {
  const { language } = view;
  const { steps } = journey;
  if (steps.length === 0) return html`<p>${say(language, 'journeyNone')}</p>`;
  const left = steps.length > STEPS_MAX ? steps.length - STEPS_MAX : 0;
  const last = steps.at(-1);
  const isHere = live && last?.kind === 'stop' && !last.ended;
  const items = steps.map((step, index) => {
    if (left > 0 && index === STEPS_FIRST)
      return html`<li class="gap">${icon('dot')}<p>${say(language, 'skipped', { count: String(left) })}</p></li>`;
    if (left > 0 && index > STEPS_FIRST && index < STEPS_FIRST + left) return '';
    return stepMarkup(step, isHere && index === steps.length - 1, language);
  });
  const places = steps.flatMap((step) => (step.kind === 'gap' ? [] : [step.place]));
  return html`${prefectureMap(places, view)}
<ol class="steps">${items}</ol>
${journey.truncated && html`<p class="dim">${say(language, 'truncated')}</p>`}`;
}
