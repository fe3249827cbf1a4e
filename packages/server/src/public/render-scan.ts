import { CODE_LENGTH_MAX } from './find-answer.ts';
import { icon } from './icons.ts';
import { codeForm, layout, section } from './layout.ts';
import { html, type Markup } from './markup.ts';
import { scanScriptPath, scanStylesheetPath, scanWasmPath, scanWorkerPath } from './scan-assets.ts';
import { linkTo, type View } from './view.ts';
import { type Language, say, type Word } from './words.ts';

/** What the status line can say; the scripts choose one by its name. */
const statusWords = {
  idle: 'scanIdle',
  asking: 'scanAsking',
  looking: 'scanLooking',
  photo: 'scanPhoto',
  found: 'scanFound',
  several: 'scanSeveral',
  closed: 'scanClosed',
  denied: 'scanDenied',
  'no-camera': 'scanNoCamera',
  busy: 'scanBusy',
  insecure: 'scanInsecure',
  unsupported: 'scanUnsupported',
  'reader-lost': 'scanReaderLost',
  nothing: 'scanNothing',
  'not-picture': 'scanNotPicture',
  'too-long': 'scanTooLong',
} as const satisfies Record<string, Word>;
export type ScanStatus = keyof typeof statusWords;

/** What each kind of symbol is called, by the letter of its symbology identifier (ISO/IEC 15424). */
const kindWords = {
  Q: 'kindQr',
  d: 'kindMatrix',
  E: 'kindRetail',
  e: 'kindRetail',
  C: 'kindLinear',
  I: 'kindLinear',
  A: 'kindLinear',
  G: 'kindLinear',
  F: 'kindLinear',
  other: 'kindOther',
} as const satisfies Record<string, Word>;

/** All that the scripts may say, for them to copy; a template is not shown. */
function sentencesMarkup(language: Language): Markup {
  const status = Object.entries(statusWords).map(
    ([name, word]) => html`<p data-status="${name}">${say(language, word)}</p>`,
  );
  const kinds = Object.entries(kindWords).map(
    ([letter, word]) => html`<p data-kind="${letter}">${say(language, word)}</p>`,
  );
  return html`<template id="sentences">${status}${kinds}</template>`;
}

/** What to do in a state, shown by the scripts when it comes. */
const helpMarkup = (states: string, words: readonly Word[], language: Language): Markup =>
  html`<ul class="help" data-help="${states}" hidden>${words.map((word) => html`<li>${say(language, word)}</li>`)}</ul>`;

function cameraMarkup(language: Language): Markup {
  return html`<section class="card viewer" id="viewer" aria-labelledby="camera" hidden><h2 class="hidden" id="camera">${say(language, 'cameraTitle')}</h2>
<div class="frame" id="frame"><video id="preview" muted playsinline hidden aria-label="${say(language, 'cameraPreview')}"></video><canvas id="picture" hidden></canvas><span class="corners" aria-hidden="true"></span>
<button class="big" id="open" type="button">${icon('scan')}<span>${say(language, 'cameraOpen')}</span></button></div>
<p class="status" id="status" role="status"></p>
${helpMarkup('denied insecure', ['helpDenied1', 'helpDenied2', 'helpDenied3'], language)}
${helpMarkup('nothing', ['helpNothing1', 'helpNothing2', 'helpNothing3'], language)}
<div id="choices" hidden><h2 id="choose" tabindex="-1">${say(language, 'chooseTitle')}</h2><ul class="found plain" id="found"></ul><button class="quiet" id="restart" type="button">${say(language, 'chooseAgain')}</button></div>
<div class="tools"><button class="quiet" id="light" type="button" aria-pressed="false" hidden>${icon('light')}<span>${say(language, 'cameraLight')}</span></button><button class="quiet" id="close" type="button" hidden>${icon('cross')}<span>${say(language, 'cameraClose')}</span></button></div></section>`;
}

function photoMarkup(language: Language): Markup {
  return html`<section class="card" id="photo" aria-labelledby="photo-title" hidden><h2 id="photo-title">${say(language, 'photoTitle')}</h2>
<label class="drop" for="file">${icon('photo')}<span>${say(language, 'photoChoose')}</span><input id="file" type="file" accept="image/*"></label>
<p class="dim fine">${say(language, 'photoHint')}</p></section>
<p class="dropping" id="dropping" hidden>${say(language, 'photoDrop')}</p>`;
}

/** The page that scans: with the camera, from a photo, or typed. Without scripts it says so and offers typing. */
export function renderScan(view: View): string {
  const { language } = view;
  const typing = section(
    'type',
    say(language, 'typeTitle'),
    html`${codeForm(view, '', 'code')}<p class="dim fine">${say(language, 'typeHint')}</p>`,
  );
  const body = html`<div class="title"><h1>${say(language, 'scanTitle')}</h1><p>${say(language, 'scanLead')}</p></div>
<noscript><p class="note">${say(language, 'scanNoScript')}</p></noscript>
<div class="scan" id="scan" data-answer="${linkTo(view, '/q')}" data-worker="${scanWorkerPath}" data-wasm="${scanWasmPath}" data-length-max="${CODE_LENGTH_MAX}">
${cameraMarkup(language)}
<div class="side">${photoMarkup(language)}
${typing}</div></div>
${sentencesMarkup(language)}`;
  const head = html`<link rel="stylesheet" href="${scanStylesheetPath}"><script type="module" src="${scanScriptPath}"></script>`;
  return layout({ title: `${say(language, 'scanTitle')} – ${say(language, 'wordmark')}`, body, head }, view);
}
