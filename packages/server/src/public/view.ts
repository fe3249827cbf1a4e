import type { Language } from './words.ts';

/** How one visitor wants to read one page. */
export interface View {
  readonly language: Language;
  /** True where the address chose the language; the choice is carried on to the next page. */
  readonly chosen: boolean;
  readonly large: boolean;
  /** Path and own query of this page, without the choices above. */
  readonly here: string;
}

/** The view of a page whose address makes no choice, for the language. */
export const plainView = (language: Language, here = '/'): View => ({
  language,
  chosen: false,
  large: false,
  here,
});

/** Query parameters that carry the visitor's choices. */
export function choicesOf(view: View): readonly (readonly [name: string, value: string])[] {
  const language: [string, string][] = view.chosen ? [['lang', view.language]] : [];
  return view.large ? [...language, ['type', 'large']] : language;
}

/** An address of this window with the visitor's choices added. */
export function linkTo(view: View, path: string): string {
  const choices = choicesOf(view).map(([name, value]) => `${name}=${value}`);
  if (choices.length === 0) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${choices.join('&')}`;
}

/** Address of the answer to a code. */
export const linkToCode = (view: View, code: string): string =>
  linkTo(view, `/q?code=${encodeURIComponent(code.toWellFormed())}`);

/** A view with the other language, by choice. */
export const otherLanguage = (view: View): View => ({
  ...view,
  language: view.language === 'zh' ? 'en' : 'zh',
  chosen: true,
});

/** A view with the other size of type. */
export const otherSize = (view: View): View => ({ ...view, large: !view.large });

/**
 * The language of a request: the one chosen, else Chinese unless the browser names languages and none of them is
 * Chinese (RFC 9110 §12.5.4; weights do not matter, a Chinese reader who also reads English came for Chinese).
 */
export function languageOf(chosen: unknown, acceptLanguage: string | undefined): Language {
  if (chosen === 'zh' || chosen === 'en') return chosen;
  const ranges = (acceptLanguage ?? '').toLowerCase().split(',').slice(0, RANGES_MAX);
  const wanted = ranges
    .map((range) => range.trim())
    .filter((range) => range !== '' && !/;\s*q=0(\.0*)?$/.test(range));
  return wanted.length === 0 || wanted.some((range) => /^(zh|\*)/.test(range)) ? 'zh' : 'en';
}

/** Most language ranges that are read from a header. */
const RANGES_MAX = 30;
