import { type Camera, isCameraAllowed, openCamera } from './camera.ts';
import { hideChoices, offer, page, say, settings, showFrame } from './page.ts';
import { openPicture, PHOTO_SIDE_MAX, pixelsOf, showPicture } from './picture.ts';
import { type Reader, startReader } from './reader.ts';
import { addressOf, distinct, type Scan } from './scan.ts';
import { listenToWedge } from './wedge.ts';

/** The page that scans: camera, photo, keyboard. Whatever is found leads to the answer page, never to an address in a code. */

/** Pause between two pictures, in milliseconds: eight a second are quick enough for a hand. */
const PAUSE_MS = 120;
/** After the first symbol, so much longer for others beside it, in milliseconds. */
const COMPANY_MS = 500;

let reader: Promise<Reader> | undefined;
let camera: Camera | undefined;
/** Grows with each thing that is begun; who finds another number than his own was overtaken. */
let turn = 0;

/** The reader, started once it is needed; after a failure it is tried anew. */
function readerOf(): Promise<Reader> {
  reader ??= startReader(settings.worker, settings.wasm);
  reader.catch(() => {
    reader = undefined;
  });
  return reader;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const addressFor = (symbol: Scan) => addressOf(symbol, settings.answer, settings.lengthMax);

function closeCamera(): void {
  camera?.close();
  camera = undefined;
}

/** One symbol leads on, several are a choice. */
function follow(symbols: readonly Scan[]): void {
  const [first, ...others] = symbols.filter((symbol) => addressFor(symbol) !== undefined);
  if (!first) {
    say('too-long');
    return;
  }
  if (others.length > 0) {
    say('several');
    offer([first, ...others], addressFor);
    return;
  }
  say('found');
  location.assign(addressFor(first) ?? settings.answer);
}

/** Reads pictures of the camera until something is found and had the time to be joined by others. */
async function watch(own: number): Promise<Scan[] | undefined> {
  const reading = await readerOf();
  let seen: Scan[] = [];
  let until = Number.POSITIVE_INFINITY;
  while (own === turn && performance.now() < until) {
    const frame = camera?.frame();
    if (frame) seen = distinct([...seen, ...(await reading.read(frame))]);
    if (seen.length > 0 && until === Number.POSITIVE_INFINITY) until = performance.now() + COMPANY_MS;
    await wait(PAUSE_MS);
  }
  return own === turn ? seen : undefined;
}

async function scanWithCamera(): Promise<void> {
  const own = ++turn;
  hideChoices();
  closeCamera();
  say('asking');
  // The reader comes while the visitor answers the browser.
  readerOf();
  const opened = await openCamera(page.preview);
  if (own !== turn) {
    if (typeof opened !== 'string') opened.close();
    return;
  }
  if (typeof opened === 'string') {
    showFrame('button');
    say(opened);
    return;
  }
  camera = opened;
  showFrame('camera');
  page.light.hidden = !opened.light;
  page.light.setAttribute('aria-pressed', 'false');
  say('looking');
  const symbols = await watch(own);
  if (!symbols) return;
  closeCamera();
  showFrame('button');
  follow(symbols);
}

async function readPhoto(file: Blob): Promise<void> {
  const own = ++turn;
  hideChoices();
  closeCamera();
  say('photo');
  const picture = await openPicture(file);
  if (own !== turn) return;
  if (!picture) {
    showFrame('button');
    say('not-picture');
    return;
  }
  showPicture(page.picture, picture);
  showFrame('photo');
  const pixels = pixelsOf(picture, picture.width, picture.height, PHOTO_SIDE_MAX);
  picture.close();
  const symbols = pixels ? await (await readerOf()).read(pixels) : [];
  if (own !== turn) return;
  if (symbols.length === 0) say('nothing');
  else follow(distinct(symbols));
}

/** What fails on the way is the reader: all else is said where it happens. */
const sayLost = (): void => {
  turn += 1;
  closeCamera();
  showFrame('button');
  say('reader-lost');
};
const start = (work: () => Promise<void>): void => {
  work().catch(sayLost);
};

function stop(state: 'closed' | 'idle'): void {
  turn += 1;
  closeCamera();
  showFrame('button');
  say(state);
}

function listenToCamera(): void {
  page.open.addEventListener('click', () => start(scanWithCamera));
  page.restart.addEventListener('click', () => start(scanWithCamera));
  page.close.addEventListener('click', () => {
    stop('closed');
    page.open.focus();
  });
  page.light.addEventListener('click', async () => {
    const on = page.light.getAttribute('aria-pressed') !== 'true';
    await camera?.light?.(on);
    page.light.setAttribute('aria-pressed', String(on));
  });
  // Nobody is filmed behind a page that nobody looks at, nor by one that was left and is kept for the way back.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && camera) stop('closed');
  });
  addEventListener('pagehide', () => stop('idle'));
}

function listenToPhotos(): void {
  page.file.addEventListener('change', () => {
    const [file] = page.file.files ?? [];
    if (file) start(() => readPhoto(file));
    // The same photo may be chosen again.
    page.file.value = '';
  });
  const pictureOf = (data: DataTransfer | null) =>
    [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? data?.files[0];
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    page.dropping.hidden = false;
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) page.dropping.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    page.dropping.hidden = true;
    const file = pictureOf(event.dataTransfer);
    if (file) start(() => readPhoto(file));
  });
  document.addEventListener('paste', (event) => {
    const file = pictureOf(event.clipboardData);
    if (!file) return;
    event.preventDefault();
    start(() => readPhoto(file));
  });
}

page.viewer.hidden = false;
listenToWedge(page.field);
if (typeof WebAssembly !== 'object' || typeof createImageBitmap !== 'function') {
  page.open.disabled = true;
  say('unsupported');
} else {
  page.photo.hidden = false;
  listenToCamera();
  listenToPhotos();
  say('idle');
  if (await isCameraAllowed()) start(scanWithCamera);
}
