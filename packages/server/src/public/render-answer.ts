import { bizSteps, dispositions, processes, rowOf, units } from '@yunsu/api';
import type { Candidate } from '@yunsu/identifiers';
import { isRegistered, type PublicAnswer } from './answer.ts';
import { formatDate, formatTime, trimDecimal } from './format.ts';
import { type Journey, journeyOf } from './journey.ts';
import {
  CODE_SHOWN_MAX,
  codeText,
  holderMarkup,
  kindRows,
  kindText,
  NAME_LENGTH_MAX,
  nameMarkup,
  placeMarkup,
} from './labels.ts';
import { askAgain, layout, section } from './layout.ts';
import { clip, html, type Markup } from './markup.ts';
import { codeBody, givenOutIn, isAboutCode } from './render-code.ts';
import { asOnLabel } from './render-fault.ts';
import { isAddress } from './render-issuer.ts';
import { journeyMarkup } from './render-journey.ts';
import { linksSection } from './render-links.ts';
import {
  claimsMarkup,
  complaintMarkup,
  licencesMarkup,
  lookOf,
  statesMarkup,
  testsMarkup,
} from './render-parts.ts';
import { PICTURE_BOXES, pictureMarkup } from './render-picture.ts';
import { summaryMarkup } from './render-summary.ts';
import type { View } from './view.ts';
import { type Language, pick, say } from './words.ts';

/** Most published facts that the page prints, and the longest name of one. */
const FACTS_MAX = 4;
const FACT_LENGTH_MAX = 24;

/** Name of the product: of the unit itself, else of what the unit holds. */
function productName(answer: PublicAnswer): string | undefined {
  const { trace, unit } = answer;
  const root = trace.nodes.find(({ id }) => id === trace.root);
  const inside = trace.nodes.find((node) => node.direction !== 'forward' && node.product);
  return unit.product?.name ?? root?.product ?? inside?.product;
}

function titleOf(answer: PublicAnswer, others: readonly Candidate[], language: Language): string {
  const { candidate, party, unit } = answer;
  if (unit.state === 'unknown' && others.length > 0)
    return say(language, 'couldBeTitle', { count: String(others.length + 1) });
  if (unit.state === 'unknown' && isAddress(candidate)) return say(language, 'addressTitle');
  const name = productName(answer) ?? (party && !party.masked ? party.name : undefined);
  if (name) return clip(name, NAME_LENGTH_MAX);
  return say(language, isAboutCode(answer) ? 'thisIs' : 'nameless', { kind: kindText(candidate, language) });
}

/** What a crate or a case holds; amounts of lots are trade secrets and stay out. */
function amountRow(answer: PublicAnswer, language: Language): Markup | '' {
  const root = answer.trace.nodes.find(({ id }) => id === answer.trace.root);
  if (answer.unit.level !== 'container' || root?.quantity === undefined) return '';
  const unit = rowOf(units, root.uom ?? 'H87');
  return html`<div><dt>${say(language, 'amount')}</dt><dd>${clip(trimDecimal(root.quantity), FACT_LENGTH_MAX)} ${unit ? pick(language, unit) : clip(root.uom ?? '', 8)}</dd></div>`;
}

/** Steps that say by themselves in what state they leave a unit. */
const FINAL_STEPS: ReadonlySet<string> = new Set([
  'retail_selling',
  'dispensing',
  'destroying',
  'decommissioning',
]);

function latestRow(answer: PublicAnswer, language: Language): Markup | '' {
  const event = answer.unit.lastEvent;
  if (!event || event.voided) return '';
  const act = rowOf(processes, event.process) ?? rowOf(bizSteps, event.bizStep);
  const final = FINAL_STEPS.has(event.bizStep ?? '');
  const silent = final || event.disposition === 'unknown';
  const disposition = silent ? undefined : rowOf(dispositions, event.disposition);
  const words = [act, disposition].flatMap((pair) => (pair ? [pick(language, pair)] : []));
  return html`<div><dt>${say(language, 'latest')}</dt><dd>${words.join(language === 'zh' ? '，' : ', ')} <span class="when">${formatTime(event.eventTime, language)}</span></dd></div>`;
}

/** Published facts of the unit: its own, else those of the lot of the same product that it comes from. */
function factRows(answer: PublicAnswer, language: Language): Markup[] {
  const { nodes, root } = answer.trace;
  const product = productName(answer);
  const own = nodes.find(({ id }) => id === root)?.facts;
  const facts = own ?? nodes.find((node) => node.product === product && node.facts)?.facts ?? [];
  return facts
    .slice(0, FACTS_MAX)
    .map(
      (fact) =>
        html`<div><dt>${clip(fact[language], FACT_LENGTH_MAX)}</dt><dd>${nameMarkup(formatDate(fact.value, language), language)}</dd></div>`,
    );
}

function subjectRow(answer: PublicAnswer, language: Language): Markup | '' {
  if (answer.party)
    return html`<div><dt>${say(language, 'partyName')}</dt><dd>${holderMarkup(answer.party, language)}</dd></div>`;
  return answer.place
    ? html`<div><dt>${say(language, 'located')}</dt><dd>${placeMarkup(answer.place, language)}</dd></div>`
    : '';
}

/** What the code is and what is published about its unit. */
function factsMarkup(answer: PublicAnswer, language: Language): Markup {
  return html`<dl class="facts">${kindRows(answer.candidate, language)}
${subjectRow(answer, language)}${amountRow(answer, language)}${factRows(answer, language)}${latestRow(answer, language)}</dl>`;
}

/** States in which the last station is where the unit is at this moment. */
const LIVE: ReadonlySet<PublicAnswer['unit']['state']> = new Set(['active', 'held', 'recalled', 'expired']);

/** What the body of a page is made of besides the answer itself. */
interface Parts {
  readonly others: readonly Candidate[];
  readonly view: View;
  /** Most boxes of the picture; none for a page without it. */
  readonly boxesMax: number;
}

function knownBody(answer: PublicAnswer, journey: Journey, facts: Markup, { view, boxesMax }: Parts): Markup {
  const { language } = view;
  const { state, level } = answer.unit;
  const live = LIVE.has(state) && level !== 'lot' && level !== 'class';
  const steps = journeyMarkup(journey, live, view);
  return html`${summaryMarkup(answer, journey, language)}
<div class="columns"><div class="main">${claimsMarkup(answer.claims, language)}
${section('journey', say(language, 'journey'), steps)}
${boxesMax > 0 && pictureMarkup(answer.trace, boxesMax, view)}</div>
<div class="side">${licencesMarkup(answer.responsible, language)}
${testsMarkup(answer.tests, language)}
${facts}
${complaintMarkup(language)}</div></div>`;
}

function bodyOf(answer: PublicAnswer, parts: Parts): Markup {
  const { view, others } = parts;
  const { language } = view;
  const { state, level } = answer.unit;
  if (isAboutCode(answer) && !isRegistered(answer)) return codeBody(answer, others, view);
  const facts = section('read', say(language, 'code'), factsMarkup(answer, language));
  const note = (word: 'classOnly' | 'voidedWhy') => html`<p class="note">${say(language, word)}</p>`;
  if (state === 'voided') return html`${note('voidedWhy')}${facts}${complaintMarkup(language)}`;
  if (isRegistered(answer))
    return html`${level === 'class' && note('classOnly')}${facts}${complaintMarkup(language)}`;
  const journey = journeyOf(answer.trace, answer.events);
  return html`${level === 'class' && note('classOnly')}${knownBody(answer, journey, facts, parts)}`;
}

/** By which records the page was computed; a platform that has received none yet has no such time. */
function knownText({ trace }: PublicAnswer, language: Language): string {
  const { number, time } = trace.asKnownAt;
  return number === '0'
    ? say(language, 'knownNothing')
    : say(language, 'known', { time: formatTime(time, language) });
}

/**
 * The whole page that answers a code, known or not; the same text for the same answer and view. `others` are readings
 * of the same characters that were looked up in vain.
 */
export function renderAnswer(answer: PublicAnswer, view: View, others: readonly Candidate[] = []): string {
  for (const boxesMax of PICTURE_BOXES) {
    const page = renderWith(answer, { view, others, boxesMax });
    if (Buffer.byteLength(page) <= PAGE_BYTES_MAX) return page;
  }
  return renderWith(answer, { view, others, boxesMax: 0 });
}

/** Beyond this a picture has fewer boxes, and at last none: what it shows, the steps say too. */
const PAGE_BYTES_MAX = 30_000;

function renderWith(answer: PublicAnswer, parts: Parts): string {
  const { view, others } = parts;
  const { language } = view;
  const title = titleOf(answer, others, language);
  const look = lookOf(answer);
  const registered = isRegistered(answer);
  const honesty = !isAboutCode(answer) && html` ${say(language, 'honesty')}`;
  const shown =
    others.length > 0
      ? clip(asOnLabel(answer.code).text, CODE_SHOWN_MAX)
      : codeText(answer.candidate, answer.code);
  const from = answer.unit.state === 'elsewhere' && givenOutIn(answer.candidate, language);
  const body = html`${!registered && statesMarkup(answer, language, from && html`<p><b>${from}</b></p>`)}
<div class="title"><h1>${nameMarkup(title, language)}</h1><p class="code">${shown}</p></div>
${bodyOf(answer, parts)}
${linksSection(answer.links ?? [], language)}
<p class="computed">${knownText(answer, language)}${honesty}</p>
${askAgain(view, '')}`;
  const state = registered ? '' : ` · ${pick(language, look.word)}`;
  return layout({ title: `${title}${state} – ${say(language, 'wordmark')}`, body }, view);
}
