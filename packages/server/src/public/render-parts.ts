import { rowOf } from '@yunsu/api';
import {
  type Claim,
  isOnlyActivated,
  type Licence,
  type PublicAnswer,
  type PublishedTest,
  type Recall,
  type Responsible,
  type Text,
} from './answer.ts';
import { formatDate, formatShare, formatTime, permille } from './format.ts';
import { icon } from './icons.ts';
import { holderMarkup, NAME_LENGTH_MAX, nameMarkup } from './labels.ts';
import { section } from './layout.ts';
import { type Content, clip, html, type Markup } from './markup.ts';
import { activated, type StateLook, states } from './states.ts';
import { type Language, pick, say, type Word } from './words.ts';

/** Most rows of each list that a page prints. */
export const ROWS_MAX = 5;
/** Most licences that are printed of one party. */
const LICENCES_MAX = 3;
const CLAIM_TONES = 5;
/** A rest of so many thousandths comes from rounding and is not called unexplained. */
const REST_MIN = 3;

const textOf = (text: Text, language: Language): string => text[language];

function licenceMarkup(licence: Licence, language: Language): Markup {
  const until =
    licence.validTo && say(language, 'licenceUntil', { date: formatDate(licence.validTo, language) });
  return html`<li>${nameMarkup(licence.type, language)} <span class="code">${nameMarkup(licence.number, language)}</span>${
    licence.scope && html`<br><span class="dim">${nameMarkup(licence.scope, language)}</span>`
  }${until && html`<br><span class="dim">${until}</span>`}</li>`;
}

/** The licences of the legal entities that answer for the product; nothing where none is published. */
export function licencesMarkup(parties: readonly Responsible[], language: Language): Markup | '' {
  const licensed = parties.filter(({ licences }) => licences.length > 0).slice(0, ROWS_MAX);
  if (licensed.length === 0) return '';
  const rows = licensed.map(({ name, licences }) => {
    const items = licences.slice(0, LICENCES_MAX).map((licence) => licenceMarkup(licence, language));
    return html`<div class="party"><h3>${nameMarkup(name, language)}</h3><ul class="plain">${items}</ul></div>`;
  });
  return section('who', say(language, 'responsible'), rows);
}

function barMarkup(claims: readonly Claim[]): Markup {
  let start = 0;
  const parts = claims.map((claim, index) => {
    const width = Math.min(permille(claim.share), 1000 - start);
    start += width;
    return html`<rect class="c${index % CLAIM_TONES}" x="${start - width}" width="${start >= 1000 ? width : Math.max(width - 4, 1)}" height="40"/>`;
  });
  return html`<svg class="bar" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

/** The composition as computed from the records; nothing where nothing was computed. */
export function claimsMarkup(claims: readonly Claim[], language: Language): Markup | '' {
  if (claims.length === 0) return '';
  const shown = claims.slice(0, ROWS_MAX);
  const rows = shown.map((claim, index) => {
    const share = formatShare(claim.share);
    return html`<li><span class="swatch c${index % CLAIM_TONES}"></span><b>${clip(textOf(claim, language), NAME_LENGTH_MAX)}</b> <span class="share">${claim.bound ? say(language, 'claimBound', { share }) : share}</span>${
      claim.from.length > 1 &&
      html` <span class="dim">${say(language, 'claimSources', { count: String(claim.from.length) })}</span>`
    }</li>`;
  });
  const rest = 1000 - shown.reduce((sum, claim) => sum + permille(claim.share), 0);
  const unexplained = rest > REST_MIN && !shown.some(({ bound }) => bound);
  const restRow =
    unexplained &&
    html`<li><span class="swatch"></span>${say(language, 'claimRest')} <span class="share">${formatShare(String(rest / 1000))}</span></li>`;
  return section(
    'claims',
    say(language, 'claims'),
    html`${barMarkup(shown)}<ul class="shares">${rows}${restRow}</ul>
<p class="dim">${say(language, 'claimsComputed')}</p>
<details><summary>${say(language, 'how')}</summary><p>${say(language, 'howText')}</p></details>`,
  );
}

function testMarkup(test: PublishedTest, language: Language): Markup {
  const passed = test.result === 'conformant';
  return html`<li class="${passed ? 'pass' : 'fail'}">${icon(passed ? 'check' : 'cross')}<div><b>${say(language, passed ? 'testPassed' : 'testFailed')}</b>${
    test.by && html`<br>${holderMarkup(test.by, language)}`
  }<br><span class="dim">${formatDate(test.time, language)}${
    test.report && html` · ${say(language, 'testReport', { number: clip(test.report, NAME_LENGTH_MAX) })}`
  }</span></div></li>`;
}

/** Published test results, the latest first; nothing where there are none. */
export function testsMarkup(tests: readonly PublishedTest[], language: Language): Markup | '' {
  if (tests.length === 0) return '';
  const rows = tests.toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time)).slice(0, ROWS_MAX);
  return section(
    'tests',
    say(language, 'tests'),
    html`<ul class="results">${rows.map((test) => testMarkup(test, language))}</ul>`,
  );
}

const recallAdvice: Readonly<Record<string, Word>> = {
  agri: 'recallFood',
  food: 'recallFood',
  'meat-vegetable': 'recallFood',
  drug: 'recallDrug',
  'drug-tcm': 'recallDrug',
};

/** What a person who holds a recalled product should do, who recalled it and since when. */
function adviceMarkup(recall: Recall, answer: PublicAnswer, language: Language): Markup {
  const general =
    rowOf(recallAdvice, answer.unit.product?.class ?? answer.unit.ledger ?? '') ?? 'recallOther';
  const advice = recall.advice ? textOf(recall.advice, language) : say(language, general);
  const by =
    recall.by &&
    !recall.by.masked &&
    say(language, 'recallBy', { name: clip(recall.by.name, NAME_LENGTH_MAX) });
  return html`<p><b>${say(language, 'recallDo')}</b><br>${advice}</p>
<p>${say(language, 'recallCase', { case: clip(recall.case, NAME_LENGTH_MAX) })} · ${formatTime(recall.declaredAt, language)}${by && html` · ${by}`}</p>`;
}

/** The state before all else: colour, picture and word together; for a recall with what to do. */
export function stateMarkup(look: StateLook, language: Language, more: Content = ''): Markup {
  return html`<section class="state ${look.tone}" aria-labelledby="state">${icon(look.icon)}<div><p class="word" id="state">${pick(language, look.word)}</p>
<p>${pick(language, look.sentence)}</p>${more}</div></section>`;
}

/** How the state of an answer looks. */
export const lookOf = (answer: PublicAnswer): StateLook =>
  isOnlyActivated(answer) ? activated : states[answer.unit.state];

/** The state of an answer, and beside it a recall of a unit that is in another state, e.g. used before. */
export function statesMarkup(answer: PublicAnswer, language: Language, more: Content = ''): Markup {
  const { recall, stateDetail } = answer;
  const detail = stateDetail && html`<p>${textOf(stateDetail, language)}</p>`;
  const advice = recall && adviceMarkup(recall, answer, language);
  const inside = answer.unit.state === 'recalled' && advice;
  return html`${stateMarkup(lookOf(answer), language, html`${detail}${more}${inside && html`<div class="advice">${inside}</div>`}`)}
${
  advice &&
  !inside &&
  html`<section class="recall" aria-labelledby="recall"><h2 id="recall">${icon('alert')}${say(language, 'recallTitle')}</h2>
${advice}</section>`
}`;
}

/** Where to turn with a question. */
export const complaintMarkup = (language: Language): Markup =>
  html`<section class="card complain" aria-labelledby="complain"><h2 id="complain">${say(language, 'complain')}</h2><p>${say(language, 'complainText')}</p></section>`;
