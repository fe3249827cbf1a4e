import { markPath, stylesheetPath } from './assets.ts';
import { icon } from './icons.ts';
import { type Content, html, type Markup } from './markup.ts';
import { choicesOf, linkTo, otherLanguage, otherSize, type View } from './view.ts';
import { say, type Word } from './words.ts';

/** What a page brings to the common frame. */
export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** What the page loads besides the common stylesheet. */
  readonly head?: Markup;
}

/** The one field that takes every code. A plain form, so that scanners that type and browsers without scripts work. */
export function codeForm(view: View, code: string, id: string, label: Word = 'field'): Markup {
  const { language } = view;
  const hidden = choicesOf(view).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form class="ask" action="/q" method="get" role="search">
<label for="${id}">${say(language, label)}</label>
<div class="ask-row"><input id="${id}" name="code" value="${code}" required maxlength="2048" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
<button>${icon('search')}<span>${say(language, 'search')}</span></button></div>${hidden}
</form>`;
}

/** The way to the page that scans. */
export const scanLink = (view: View): Markup =>
  html`<a class="scan-link" href="${linkTo(view, '/scan')}">${icon('scan')}<span>${say(view.language, 'scanWithCamera')}</span></a>`;

/** Where a page ends: the field for the next code, and the camera. */
export const askAgain = (view: View, code: string): Markup =>
  html`<div class="again">${codeForm(view, code, 'again', code === '' ? 'another' : 'field')}${scanLink(view)}</div>`;

/** A heading with what belongs to it; nothing where there is nothing to say. */
export const section = (id: string, title: string, content: Content): Markup =>
  html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${content}
</section>`;

function header(view: View): Markup {
  const { language } = view;
  const other = language === 'zh' ? 'en' : 'zh-CN';
  return html`<header class="top"><div class="wide">
<a class="mark" href="${linkTo(view, '/')}"><img src="${markPath}" alt="" width="36" height="36"><span><b>${say(language, 'wordmark')}</b> <small>${say(language, 'tagline')}</small></span></a>
<nav aria-label="${say(language, 'display')}"><a href="${linkTo(otherSize(view), view.here)}">${say(language, view.large ? 'largeOff' : 'largeOn')}</a>
<a href="${linkTo(otherLanguage(view), view.here)}" lang="${other}" hreflang="${other}">${say(language, 'switchLanguage')}</a></nav>
</div></header>`;
}

/** A whole HTML document. */
export function layout(page: Page, view: View): string {
  const { language } = view;
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"${view.large && html` class="large"`}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><meta name="theme-color" content="#0d4a3e"><meta name="format-detection" content="telephone=no">
<title>${page.title}</title>
<link rel="stylesheet" href="${stylesheetPath}"><link rel="icon" type="image/svg+xml" href="${markPath}">${page.head}
</head>
<body>
<a class="skip" href="#main">${say(language, 'skip')}</a>
${header(view)}
<main id="main" class="wide">
${page.body}
</main>
<footer><div class="wide"><a href="${linkTo(view, '/about')}">${say(language, 'about')}</a><span>${say(language, 'wordmark')} · ${say(language, 'tagline')}</span></div></footer>
</body>
</html>
`.toString();
}
