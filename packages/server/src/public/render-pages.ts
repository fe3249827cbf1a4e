import type { Candidate } from '@yunsu/identifiers';
import type { Text } from './answer.ts';
import { icon } from './icons.ts';
import { CODE_SHOWN_MAX, codeText, kindText } from './labels.ts';
import { codeForm, layout, section } from './layout.ts';
import { clip, html, type Markup } from './markup.ts';
import { stateMarkup } from './render-parts.ts';
import { type StateLook, states } from './states.ts';
import { linkToCode, type View } from './view.ts';
import { pick, say, type Word } from './words.ts';

/** A code to try, offered on the front page. */
export interface Example extends Text {
  readonly code: string;
}

/** Most examples that the front page offers. */
export const EXAMPLES_MAX = 6;

/** What was wrong with a code; `at` counts UTF-16 units from 0, absent where no place can be named. */
export interface Fault extends Text {
  readonly at?: number;
}

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

/** Characters that are shown on each side of a fault. */
const AROUND = 24;

/** The code with the wrong character marked; a long code is cut on both sides. */
function faultMarkup(code: string, at: number): Markup {
  const start = Math.max(0, at - AROUND);
  const wrong = code.slice(at, at + 1);
  const before = `${start > 0 ? '…' : ''}${code.slice(start, at)}`;
  return html`<p class="code wrong">${before.toWellFormed()}<mark>${wrong === '' ? '␣' : wrong.toWellFormed()}</mark>${clip(code.slice(at + 1).toWellFormed(), AROUND)}</p>`;
}

/** The page for a text that is no code: what was wrong, at which character, what to do. */
export function renderUnreadable(code: string, faults: readonly Fault[], view: View): string {
  const { language } = view;
  const rows = faults.slice(0, 3).map((fault) => {
    const at = fault.at;
    if (at === undefined) return html`<p>${fault[language]}</p>`;
    const where =
      at < code.length
        ? say(language, 'unreadableAt', { at: String(at + 1) })
        : say(language, 'unreadableAtEnd');
    return html`${faultMarkup(code, at)}<p><b>${where}</b> · ${fault[language]}</p>`;
  });
  const placed = faults.some(({ at }) => at !== undefined);
  const shown = code !== '' && !placed && html`<p class="code">${clip(code, CODE_SHOWN_MAX)}</p>`;
  const fixes = (['fix1', 'fix2', 'fix3'] as const).map((word) => html`<li>${say(language, word)}</li>`);
  const body = html`${stateMarkup(unreadable, language)}
<h1 class="hidden">${say(language, 'unreadable')}</h1>
${section('read', say(language, 'read'), html`${shown}${rows}`)}
${section('fix', say(language, 'fixTitle'), html`<ul>${fixes}</ul>`)}
${codeForm(view, clip(code, CODE_SHOWN_MAX), 'again')}`;
  return layout({ title: titled(view, 'unreadable'), body }, view);
}

/** Most readings that an ambiguous code offers. */
export const CHOICES_MAX = 6;

/** The page for a text that is a valid code in several ways. */
export function renderAmbiguous(code: string, candidates: readonly Candidate[], view: View): string {
  const { language } = view;
  const choices = candidates
    .slice(0, CHOICES_MAX)
    .map(
      (candidate) =>
        html`<li><a href="${linkToCode(view, candidate.uri)}"><b>${kindText(candidate, language)}</b><span class="code">${codeText(candidate, candidate.uri)}</span></a></li>`,
    );
  const body = html`<div class="title"><h1>${say(language, 'ambiguous')}</h1><p class="code">${clip(code, CODE_SHOWN_MAX)}</p><p>${say(language, 'ambiguousLead')}</p></div>
<section class="examples"><ul class="plain">${choices}</ul></section>
${codeForm(view, '', 'again')}`;
  return layout({ title: titled(view, 'ambiguous'), body }, view);
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
${codeForm(view, '', 'again')}`;
  return layout({ title: `${title} – ${say(language, 'wordmark')}`, body }, view);
}

/** The page that explains states, masking, shares and gaps. */
export function renderAbout(view: View): string {
  const { language } = view;
  const rows = Object.values(states).map(
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
