import type { Candidate, Issuer } from '@yunsu/identifiers';
import { icon } from './icons.ts';
import { NAME_LENGTH_MAX, nameMarkup, WORDS_LENGTH_MAX } from './labels.ts';
import { section } from './layout.ts';
import { clip, html, type Markup } from './markup.ts';
import { type Language, say, type Word } from './words.ts';

/** Longest sentence of an issuer, and longest name of a host (RFC 1035 §2.3.4), that are printed. */
const SENTENCE_LENGTH_MAX = 240;
const HOST_LENGTH_MAX = 253;

/** An address that may be linked to: of the web, read as a browser reads it. */
function webAddress(text: string | undefined): URL | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

/** An issuer as the schemes and as the API name it. */
type Asked = Pick<Issuer, 'name'> & { readonly ask?: Issuer['ask'] | undefined };

/** Who gives out such codes, as a row. */
export const issuerRow = (issuer: Asked | null, language: Language): Markup | '' =>
  issuer
    ? html`<div><dt>${say(language, 'askIssuer')}</dt><dd>${nameMarkup(issuer.name[language], language, WORDS_LENGTH_MAX)}</dd></div>`
    : '';

/** Where anybody may ask about a code. The address is shown by its host, so that it can be judged. */
function issuerMarkup({ name, ask }: Asked, language: Language): Markup {
  const url = webAddress(ask?.url);
  const link =
    url &&
    html`<p><a class="out" href="${url.href}" rel="noreferrer external">${say(language, 'askOpen', { host: clip(url.host, HOST_LENGTH_MAX) })}</a></p>`;
  return html`<div class="issuer"><h3>${nameMarkup(name[language], language, WORDS_LENGTH_MAX)}</h3>${
    ask && html`<p>${clip(ask[language], SENTENCE_LENGTH_MAX)}</p>`
  }${link}</div>`;
}

/** Where to ask: at each issuer first, then as the words say. */
export function askSection(
  issuers: readonly (Asked | null)[],
  words: readonly Word[],
  language: Language,
): Markup {
  const distinct = new Map(issuers.flatMap((issuer) => (issuer ? [[issuer.name.zh, issuer] as const] : [])));
  const boxes = [...distinct.values()].map((issuer) => issuerMarkup(issuer, language));
  return section(
    'ask',
    say(language, 'askWhere'),
    html`${boxes}<ul>${words.map((word) => html`<li>${say(language, word)}</li>`)}</ul>`,
  );
}

/** True for a code that holds a web address of somebody else. */
export const isAddress = ({ scheme, uri }: Candidate): boolean =>
  scheme === 'uri' && webAddress(uri) !== undefined;

/** A web address of somebody else: named by its host, never opened. */
export function addressMarkup(candidate: Candidate, language: Language): Markup | '' {
  const url = isAddress(candidate) && webAddress(candidate.uri);
  if (!url) return '';
  return html`<section class="recall caution" aria-labelledby="address"><h2 id="address">${icon('alert')}${say(language, 'addressCare')}</h2>
<p>${say(language, 'addressHost')} <b class="code">${clip(url.host, NAME_LENGTH_MAX * 2)}</b></p><p>${say(language, 'addressText')}</p></section>`;
}
