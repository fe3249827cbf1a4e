import type { UnitAnswer } from '@yunsu/api';
import type { Candidate } from '@yunsu/identifiers';
import { isOnlyActivated, type PublicAnswer } from './answer.ts';
import { formatTime } from './format.ts';
import { icon } from './icons.ts';
import {
  holderMarkup,
  kindRows,
  kindText,
  levelRow,
  nameMarkup,
  partsMarkup,
  sureText,
  WORDS_LENGTH_MAX,
} from './labels.ts';
import { section } from './layout.ts';
import { html, type Markup } from './markup.ts';
import { doubtsMarkup } from './render-fault.ts';
import { addressMarkup, askSection, isAddress, issuerRow } from './render-issuer.ts';
import { complaintMarkup } from './render-parts.ts';
import type { View } from './view.ts';
import { type Language, say, type Word } from './words.ts';

/** States of a code with no record of a thing that it is on. */
const CODE_STATES: ReadonlySet<UnitAnswer['state']> = new Set([
  'unknown',
  'elsewhere',
  'not_issued',
  'not_activated',
  'code_void',
]);

/** True where all that can be said is about the code itself. */
export const isAboutCode = (answer: PublicAnswer): boolean =>
  CODE_STATES.has(answer.unit.state) || isOnlyActivated(answer);

const listOf = (words: readonly Word[], language: Language): Markup =>
  html`<ul>${words.map((word) => html`<li>${say(language, word)}</li>`)}</ul>`;

const listSection = (id: string, title: Word, words: readonly Word[], language: Language): Markup =>
  section(id, say(language, title), listOf(words, language));

const onProduct = (language: Language): Markup =>
  listSection(
    'product',
    'onProduct',
    ['onProductKeep', 'onProductShop', 'onProductCompare', 'onProductCall'],
    language,
  );

/** What the code says by itself; its kind is the heading of the page. Of a web address its host. */
function readSection({ candidate, code }: PublicAnswer, language: Language): Markup | '' {
  if (isAddress(candidate)) return addressMarkup(candidate, language);
  return section(
    'read',
    say(language, 'read'),
    html`<dl class="facts">${levelRow(candidate, language)}${partsMarkup(candidate, language)}${doubtsMarkup(candidate, code, language)}</dl>`,
  );
}

/** One of several readings: how sure, its parts, who gives such codes out. */
function readingMarkup(candidate: Candidate, code: string, language: Language): Markup {
  const rows = html`${levelRow(candidate, language)}${partsMarkup(candidate, language)}${doubtsMarkup(candidate, code, language)}${issuerRow(candidate.issuer, language)}`;
  return html`<li><h3>${kindText(candidate, language)} <span class="tag">${sureText(candidate, language)}</span></h3>
<dl class="facts">${rows}</dl></li>`;
}

const readingsMarkup = (candidates: readonly Candidate[], code: string, language: Language): Markup =>
  html`<ul class="readings plain">${candidates.map((candidate) => readingMarkup(candidate, code, language))}</ul>`;

/** Readings beside the one that is answered, folded away. */
const othersMarkup = (others: readonly Candidate[], code: string, language: Language): Markup | '' =>
  others.length === 0
    ? ''
    : html`<details class="card"><summary>${say(language, 'couldAlsoBe')}</summary>${readingsMarkup(others, code, language)}</details>`;

function unknownBody(answer: PublicAnswer, others: readonly Candidate[], language: Language): Markup {
  const { candidate, code } = answer;
  const why = listSection('why', 'unknownWhy', ['unknownWhy1', 'unknownWhy2', 'unknownWhy3'], language);
  if (others.length === 0) {
    const ask = askSection([candidate.issuer], ['unknownAsk1', 'unknownAsk2', 'askHotline'], language);
    return html`<div class="two">${readSection(answer, language)}${ask}</div>${why}`;
  }
  const readings = readingsMarkup([candidate, ...others], code, language);
  const lead = html`<p>${say(language, 'couldBeLead')}</p>`;
  const issuers = [candidate, ...others].map(({ issuer }) => issuer);
  const ask = askSection(issuers, ['unknownAsk1', 'unknownAsk2', 'askHotline'], language);
  return html`${section('read', say(language, 'couldBe'), html`${lead}${readings}`)}<div class="two">${ask}${why}</div>`;
}

function elsewhereBody(answer: PublicAnswer, others: readonly Candidate[], language: Language): Markup {
  const { candidate, code, unit } = answer;
  const ask = askSection([unit.askElsewhere ?? candidate.issuer], ['unknownAsk1', 'askHotline'], language);
  return html`<p class="note">${say(language, 'elsewhereNot')}</p><div class="two">${ask}${readSection(answer, language)}</div>${othersMarkup(others, code, language)}`;
}

const stepWords: Readonly<Record<NonNullable<UnitAnswer['code']>['state'], Word>> = {
  unreserved: 'codeUnreserved',
  reserved: 'codeReserved',
  printed: 'codePrinted',
  active: 'codeActive',
  void: 'codeVoid',
};

const reasonWords = {
  spoiled: 'reasonSpoiled',
  lost: 'reasonLost',
  unused: 'reasonUnused',
  wrong: 'reasonWrong',
} as const;

/** To whom the code was given, how far it got and since when. */
function issuingSection({ unit, candidate }: PublicAnswer, language: Language): Markup {
  const { code } = unit;
  const owner = unit.state === 'not_issued' ? 'codeRangeOf' : 'codeIssuedTo';
  const rows =
    code &&
    html`<div><dt>${say(language, owner)}</dt><dd>${holderMarkup(code.issuedTo, language)}</dd></div>
<div><dt>${say(language, 'codeStep')}</dt><dd>${say(language, stepWords[code.state])}${code.since && html` <span class="when">${say(language, 'codeSince', { time: formatTime(code.since, language) })}</span>`}</dd></div>${
      code.reason &&
      html`<div><dt>${say(language, 'codeReason')}</dt><dd>${say(language, reasonWords[code.reason])}</dd></div>`
    }`;
  return section(
    'read',
    say(language, 'code'),
    html`<dl class="facts">${rows}${kindRows(candidate, language)}${partsMarkup(candidate, language)}</dl>`,
  );
}

/** A label that was lost may be on anything: a warning of its own. */
const lostMarkup = (language: Language): Markup =>
  html`<section class="recall" aria-labelledby="lost"><h2 id="lost">${icon('alert')}${say(language, 'lostTitle')}</h2><p>${say(language, 'lostText')}</p></section>`;

function issuedBody(answer: PublicAnswer, others: readonly Candidate[], language: Language): Markup {
  const { state, code } = answer.unit;
  const why: Partial<Record<UnitAnswer['state'], readonly Word[]>> = {
    not_activated: ['idleWhy1', 'idleWhy2', 'idleWhy3'],
    not_issued: ['neverWhy1', 'neverWhy2'],
  };
  const reasons = why[state];
  if (isOnlyActivated(answer)) return html`${issuingSection(answer, language)}${complaintMarkup(language)}`;
  return html`${code?.reason === 'lost' && lostMarkup(language)}<div class="two">${onProduct(language)}${issuingSection(answer, language)}</div>
${reasons && listSection('why', 'unknownWhy', reasons, language)}${othersMarkup(others, answer.code, language)}`;
}

/** Where a code was given out, as the code itself says it: 发码地. */
export function givenOutIn(candidate: Candidate, language: Language): Markup | '' {
  const part = candidate.inWords.find(
    ({ part: name, meaning }) => meaning && (name === 'division' || name === 'province'),
  );
  if (!part?.meaning) return '';
  const [before = '', after = ''] = say(language, 'elsewhereFrom').split('{place}');
  return html`${before}${nameMarkup(part.meaning[language], language, WORDS_LENGTH_MAX)}${after}`;
}

/** All that follows the state on the page of a code with no record of a thing. */
export function codeBody(answer: PublicAnswer, others: readonly Candidate[], { language }: View): Markup {
  const { state } = answer.unit;
  if (state === 'unknown') return unknownBody(answer, others, language);
  if (state === 'elsewhere') return elsewhereBody(answer, others, language);
  return issuedBody(answer, others, language);
}
