import type { Candidate } from '@yunsu/identifiers';
import type { Text } from './answer.ts';
import { icon } from './icons.ts';
import { CODE_SHOWN_MAX, codeText, kindText, levelText } from './labels.ts';
import { askAgain, codeForm, layout, scanLink, section } from './layout.ts';
import { clip, html, type Markup } from './markup.ts';
import { asOnLabel, FAULTS_MAX, type Fault, faultMarkup } from './render-fault.ts';
import { stateMarkup } from './render-parts.ts';
import { activated, type StateLook, states } from './states.ts';
import { linkToCode, type View } from './view.ts';
import { type Language, pick, say, type Word } from './words.ts';

/** A code to try, offered on the front page. */
export interface Example extends Text {
  readonly code: string;
}

/** Most examples that the front page offers. */
export const EXAMPLES_MAX = 8;

const titled = (view: View, word: Word): string =>
  `${say(view.language, word)} – ${say(view.language, 'wordmark')}`;

function promise(view: View, drawing: 'leaf' | 'truck' | 'shield', title: Word, text: Word): Markup {
  return html`<li>${icon(drawing)}<div><h2>${say(view.language, title)}</h2><p>${say(view.language, text)}</p></div></li>`;
}

/** The front page: one question, one field. */
export function renderFront(examples: readonly Example[], view: View): string {
  const { language } = view;
  const tries = examples
    .slice(0, EXAMPLES_MAX)
    .map(
      (example) =>
        html`<li><a href="${linkToCode(view, example.code)}"><b>${example[language]}</b><span class="code">${clip(example.code, CODE_SHOWN_MAX)}</span></a></li>`,
    );
  const body = html`<div class="front"><h1>${say(language, 'frontTitle')}</h1><p class="lead">${say(language, 'frontLead')}</p>
${scanLink(view)}
${codeForm(view, '', 'code')}
<p class="dim">${say(language, 'fieldHint')}</p></div>
${tries.length > 0 && html`<section class="examples" aria-labelledby="examples"><h2 id="examples">${say(language, 'examples')}</h2><ul class="plain">${tries}</ul></section>`}
<ul class="promises plain">${promise(view, 'leaf', 'promiseFrom', 'promiseFromText')}${promise(view, 'truck', 'promiseTo', 'promiseToText')}${promise(view, 'shield', 'promiseWho', 'promiseWhoText')}</ul>`;
  return layout({ title: `${say(language, 'wordmark')} · ${say(language, 'tagline')}`, body }, view);
}

const unreadable: StateLook = {
  tone: 'warn',
  icon: 'question',
  word: ['这个码读不出来', 'This code can not be read'],
  sentence: ['请对照包装再看一遍。', 'Please compare it with the package once more.'],
};

const mistaken: StateLook = {
  tone: 'warn',
  icon: 'alert',
  word: ['这个码有一处不对', 'There is a mistake in this code'],
  sentence: [
    '多半是抄错或漏了一位。请对照包装，看标出的地方。',
    'Most likely one character was copied wrongly or left out. Compare the marked place with the package.',
  ],
};

/** A faulty reading: as what, where the fault is, what it should be. */
function mistakeMarkup(candidate: Candidate, code: string, language: Language): Markup {
  const faults = candidate.issues.slice(0, FAULTS_MAX).map((issue) => faultMarkup(code, issue, language));
  return html`<li><h3>${say(language, 'mistakenAs', { name: kindText(candidate, language) })}</h3>${faults}</li>`;
}

/** True for a code that a person can correct in the field: no scan data, and not longer than the field is wide. */
const isTyped = (code: string): boolean => code.length <= CODE_SHOWN_MAX && asOnLabel(code).text === code;

/** Most faulty readings that are shown. */
const MISTAKES_MAX = 3;

/** The page for a text that is no code: what was wrong, at which character, what it should be, what to do. */
export function renderUnreadable(
  code: string,
  { faults, candidates }: { readonly faults: readonly Fault[]; readonly candidates: readonly Candidate[] },
  view: View,
): string {
  const { language } = view;
  const mistakes = candidates.slice(0, MISTAKES_MAX);
  const look = mistakes.length > 0 ? mistaken : unreadable;
  const shown =
    code !== '' &&
    mistakes.length === 0 &&
    html`<p class="code">${clip(asOnLabel(code).text, CODE_SHOWN_MAX)}</p>`;
  const rows = html`${faults.slice(0, FAULTS_MAX).map((fault) => faultMarkup(code, fault, language))}${
    mistakes.length > 0 &&
    html`<ul class="readings plain">${mistakes.map((candidate) => mistakeMarkup(candidate, code, language))}</ul>`
  }`;
  const fixes: Word[] = [
    'fix1',
    'fix2',
    'fix3',
    ...(mistakes.length > 0 ? (['mistakenCheck'] as const) : []),
  ];
  const body = html`${stateMarkup(look, language)}
<h1 class="hidden">${pick(language, look.word)}</h1>
${section('read', say(language, 'read'), html`${shown}${rows}`)}
${section('fix', say(language, 'fixTitle'), html`<ul>${fixes.map((word) => html`<li>${say(language, word)}</li>`)}</ul>`)}
${askAgain(view, isTyped(code) ? code : '')}`;
  return layout({ title: `${pick(language, look.word)} – ${say(language, 'wordmark')}`, body }, view);
}

/** Most readings that an ambiguous code offers. */
export const CHOICES_MAX = 6;

/** A reading as its parts print it, where it has some in words; else its URI. */
const asPrinted = ({ inWords, uri }: Candidate): string =>
  inWords.length > 0 ? inWords.map(({ value }) => value).join(' ') : uri;

/** The page for a text that is a valid code in several ways. */
export function renderAmbiguous(code: string, candidates: readonly Candidate[], view: View): string {
  const { language } = view;
  const choices = candidates
    .slice(0, CHOICES_MAX)
    .map(
      (candidate) =>
        html`<li><a href="${linkToCode(view, candidate.uri)}"><span><b>${kindText(candidate, language)}</b> <span class="dim">${levelText(candidate, language)}</span></span><span class="code">${codeText(candidate, asPrinted(candidate))}</span></a></li>`,
    );
  const body = html`<div class="title"><h1>${say(language, 'ambiguous')}</h1><p class="code">${clip(asOnLabel(code).text, CODE_SHOWN_MAX)}</p><p>${say(language, 'ambiguousLead')}</p></div>
<section class="examples"><ul class="plain">${choices}</ul></section>
${askAgain(view, '')}`;
  return layout({ title: titled(view, 'ambiguous'), body }, view);
}

const personal: StateLook = {
  tone: 'calm',
  icon: 'shield',
  word: ['没有查询', 'Nothing was looked up'],
  sentence: ['您输入的像是一个身份证号码。', 'What you entered looks like an identity card number.'],
};

/** The page for the number of a person. It does not hold the number and has an address without it. */
export function renderPersonal(view: View): string {
  const { language } = view;
  const why = (['personalWhy1', 'personalWhy2', 'personalWhy3'] as const).map(
    (word) => html`<li>${say(language, word)}</li>`,
  );
  const body = html`${stateMarkup(personal, language)}
<div class="title"><h1>${say(language, 'personalTitle')}</h1></div>
${section('why', say(language, 'personalWhyTitle'), html`<ul>${why}</ul>`)}
${section('else', say(language, 'personalElse'), html`<p>${say(language, 'personalElseText')}</p>`)}
${askAgain(view, '')}`;
  return layout({ title: titled(view, 'personalTitle'), body }, view);
}

const trouble: StateLook = {
  tone: 'warn',
  icon: 'pause',
  word: ['暂时查不了', 'Not available right now'],
  sentence: [
    '系统出了问题，不是码的问题。请过几分钟再试。',
    'The fault is ours, not in the code. Please try again in a few minutes.',
  ],
};

/** The page for a failure of the platform itself, which says nothing about the code. */
export function renderTrouble(view: View): string {
  const { language } = view;
  const title = pick(language, trouble.word);
  const body = html`${stateMarkup(trouble, language)}
<h1 class="hidden">${title}</h1>
${askAgain(view, '')}`;
  return layout({ title: `${title} – ${say(language, 'wordmark')}`, body }, view);
}

/** The page that explains states, masking, shares and gaps. */
export function renderAbout(view: View): string {
  const { language } = view;
  const rows = [...Object.values(states), activated].map(
    (look) =>
      html`<div class="${look.tone}"><dt>${icon(look.icon)}${pick(language, look.word)}</dt><dd>${pick(language, look.sentence)}</dd></div>`,
  );
  const text = (id: string, title: Word, words: Word) =>
    section(id, say(language, title), html`<p>${say(language, words)}</p>`);
  const body = html`<div class="title"><h1>${say(language, 'aboutTitle')}</h1></div>
${section('states', say(language, 'aboutStates'), html`<dl class="states">${rows}</dl><p>${say(language, 'honesty')}</p>`)}
${text('masked', 'aboutMasked', 'aboutMaskedText')}
${text('shares', 'aboutClaims', 'howText')}
${text('gaps', 'aboutGaps', 'aboutGapsText')}
${text('privacy', 'aboutPrivacy', 'aboutPrivacyText')}
${section('complain', say(language, 'complain'), html`<p>${say(language, 'complainText')}</p>`)}`;
  return layout({ title: titled(view, 'aboutTitle'), body }, view);
}
