import type { Candidate } from '@yunsu/identifiers';
import type { Text } from './answer.ts';
import { clip, html, type Markup } from './markup.ts';
import { type Language, say } from './words.ts';

/** What was wrong with a code; `at` counts UTF-16 units from 0, absent where no place can be named. */
export interface Fault extends Text {
  readonly at?: number;
}

/** Characters that are shown on each side of a fault. */
const AROUND = 24;
/** Most faults of one reading that are printed. */
export const FAULTS_MAX = 3;

/** Symbology identifier before scan data (ISO/IEC 15424): the scanner's word, which no label shows. */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/;

/** A code as a person sees it on the label: without the scanner's own prefix, separators as spaces. The places stay. */
export function asOnLabel(code: string): { readonly text: string; readonly from: number } {
  const from = SYMBOLOGY.exec(code)?.[0].length ?? 0;
  return { text: code.slice(from).replace(/[\p{Cc}\u241d]/gu, ' '), from };
}

/** The code with the wrong character marked; a long code is cut on both sides. */
function markedCode(code: string, at: number): Markup {
  const start = Math.max(0, at - AROUND);
  const wrong = code.slice(at, at + 1);
  const before = `${start > 0 ? '…' : ''}${code.slice(start, at)}`;
  return html`<p class="code wrong">${before.toWellFormed()}<mark>${wrong.trim() === '' ? '␣' : wrong.toWellFormed()}</mark>${clip(code.slice(at + 1).toWellFormed(), AROUND)}</p>`;
}

/** One fault: the code with its place marked, the place in words, what is wrong. */
export function faultMarkup(code: string, fault: Fault, language: Language): Markup {
  if (fault.at === undefined) return html`<p>${fault[language]}</p>`;
  const { text, from } = asOnLabel(code);
  const at = Math.max(0, fault.at - from);
  const where =
    at < text.length
      ? say(language, 'unreadableAt', { at: String(at + 1) })
      : say(language, 'unreadableAtEnd');
  return html`${markedCode(text, at)}<p><b>${where}</b> · ${fault[language]}</p>`;
}

/** What makes a sound reading doubtful, with its places; nothing where nothing does. */
export function doubtsMarkup(candidate: Candidate, code: string, language: Language): Markup | '' {
  // A web address that no scheme reads is no fault at any of its characters.
  const issues = candidate.scheme === 'uri' ? [] : candidate.issues.slice(0, FAULTS_MAX);
  if (issues.length === 0 && candidate.verified) return '';
  const { from } = asOnLabel(code);
  const rows = issues.map(
    (issue) =>
      html`<li><b>${say(language, 'doubtAt', { at: String(Math.max(0, issue.at - from) + 1) })}</b> · ${issue[language]}</li>`,
  );
  const structure = !candidate.verified && html`<li>${say(language, 'unverified')}</li>`;
  return html`<div><dt>${say(language, 'doubts')}</dt><dd><ul class="plain">${rows}${structure}</ul></dd></div>`;
}
