import { type IssuerHealth, type LinkHealthAnswer, type LinkView, linkTypeTitle, rowOf } from '@yunsu/api';
import type { ResolvedLink } from '../operations/resolve-code.ts';
import { formatTime } from './format.ts';
import { nameMarkup } from './labels.ts';
import { askAgain, layout, section } from './layout.ts';
import { resultWords } from './link-words.ts';
import { clip, html, type Markup } from './markup.ts';
import { linkTo, type View } from './view.ts';
import { type Language, pick, say } from './words.ts';

/** Longest title and longest name of a website that are printed, in characters. */
const TITLE_LENGTH_MAX = 80;
const HOST_LENGTH_MAX = 120;

/** The website of an address, in plain sight so that it can be judged. Names beyond ASCII stay in their coded form (xn--): letters of two scripts that look alike deceive nobody there. */
const hostOf = (href: string): string => (URL.canParse(href) ? new URL(href).host : href);

type Shown = Pick<ResolvedLink, 'href' | 'title' | 'linkType'> & { readonly health?: LinkView['health'] };

function linkMarkup({ href, title, linkType, health }: Shown, language: Language): Markup {
  const kind = linkTypeTitle(linkType)?.[language] ?? say(language, 'linkOther');
  return html`<li><a href="${href}" rel="noopener noreferrer nofollow external"><b>${clip(title, TITLE_LENGTH_MAX)}</b><span class="code">${clip(hostOf(href), HOST_LENGTH_MAX)}</span></a><p class="dim">${kind}${
    health === 'dead' && html` · ${say(language, 'linkDead')}`
  }</p></li>`;
}

/** Where a code leads, as a part of its page; nothing where nothing is registered. */
export function linksSection(links: readonly Shown[], language: Language): Markup | '' {
  if (links.length === 0) return '';
  const list = html`<div class="examples"><ul class="plain">${links.map((link) => linkMarkup(link, language))}</ul></div>`;
  return section(
    'links',
    say(language, 'linksTitle'),
    html`<p class="dim">${say(language, 'linksLead')}</p>${list}`,
  );
}

/** A page of links: all of a code, or those among which a request leaves the choice open. */
export function renderLinks(links: readonly Shown[], view: View, choice: boolean): string {
  const { language } = view;
  const title = say(language, choice ? 'linkChoose' : 'linksTitle');
  const lead = say(language, choice ? 'linkChooseLead' : 'linksLead');
  const body = html`<div class="title"><h1>${title}</h1><p>${lead}</p></div>
<section class="examples"><ul class="plain">${links.map((link) => linkMarkup(link, language))}</ul></section>
${askAgain(view, '')}`;
  return layout({ title: `${title} – ${say(language, 'wordmark')}`, body }, view);
}

/** A result of a visit in words. */
const resultText = (result: string, language: Language): string => {
  const pair = rowOf(resultWords, result);
  return pair ? pick(language, pair) : result;
};

function issuerRow(issuer: IssuerHealth, language: Language): Markup {
  const { name, links, alive, failing, dead, unvisited, worst } = issuer;
  const counts = [
    ['boardLinks', links],
    ['boardDead', dead],
    ['boardFailing', failing],
    ['boardAlive', alive],
    ['boardUnvisited', unvisited],
  ] as const;
  const cells = counts.map(
    ([word, count]) => html`<div><dt>${say(language, word)}</dt><dd>${count}</dd></div>`,
  );
  const longest =
    worst &&
    html`<p class="dim">${say(language, 'boardWorst', {
      host: clip(hostOf(worst.href), HOST_LENGTH_MAX),
      time: formatTime(worst.since, language),
      result: resultText(worst.result, language),
    })}</p>`;
  return html`<li class="card"><h2>${nameMarkup(name[language], language)}</h2><dl class="counts">${cells}</dl>${longest}</li>`;
}

/** The scoreboard of dead links, an issuer a card, worst first. */
export function renderBoard({ issuers, nextPageToken }: LinkHealthAnswer, view: View): string {
  const { language } = view;
  const next =
    nextPageToken !== undefined &&
    html`<p><a href="${linkTo(view, `/links?nextPageToken=${encodeURIComponent(nextPageToken)}`)}" rel="next">${say(language, 'boardNext')}</a></p>`;
  const title = say(language, 'boardTitle');
  const body = html`<div class="title"><h1>${title}</h1><p>${say(language, 'boardLead')}</p></div>
${
  issuers.length === 0
    ? html`<p>${say(language, 'boardNone')}</p>`
    : html`<ul class="plain board">${issuers.map((issuer) => issuerRow(issuer, language))}</ul>`
}${next}
${section('rules', say(language, 'boardRules'), html`<p>${say(language, 'boardRulesText')}</p>`)}`;
  return layout({ title: `${title} – ${say(language, 'wordmark')}`, body }, view);
}
