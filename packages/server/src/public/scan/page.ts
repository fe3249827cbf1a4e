import { type Scan, shown, toCode } from './scan.ts';

/** The elements of the page that the scripts touch, and what they may show there. They hold no words of their own. */

function find<T extends Element>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

const root = find('scan', HTMLElement);
export const settings = {
  answer: root.dataset.answer ?? '/q',
  worker: root.dataset.worker ?? '',
  wasm: root.dataset.wasm ?? '',
  lengthMax: Number(root.dataset.lengthMax),
} as const;

export const page = {
  viewer: find('viewer', HTMLElement),
  photo: find('photo', HTMLElement),
  preview: find('preview', HTMLVideoElement),
  picture: find('picture', HTMLCanvasElement),
  open: find('open', HTMLButtonElement),
  close: find('close', HTMLButtonElement),
  light: find('light', HTMLButtonElement),
  restart: find('restart', HTMLButtonElement),
  file: find('file', HTMLInputElement),
  field: find('code', HTMLInputElement),
  dropping: find('dropping', HTMLElement),
} as const;

const status = find('status', HTMLElement);
const choices = find('choices', HTMLElement);
const choose = find('choose', HTMLElement);
const list = find('found', HTMLUListElement);
const sentences = find('sentences', HTMLTemplateElement).content;

const sentence = (selector: string): string => sentences.querySelector(selector)?.textContent ?? '';

/** Says in words what is going on, and shows the advice that belongs to it. */
export function say(state: string): void {
  status.textContent = sentence(`[data-status="${state}"]`);
  root.dataset.state = state;
  for (const help of document.querySelectorAll<HTMLElement>('[data-help]'))
    help.hidden = !help.dataset.help?.split(' ').includes(state);
}

/** What is shown in the frame: nothing with the button to open the camera, the camera, or a photo. */
export function showFrame(content: 'button' | 'camera' | 'photo'): void {
  page.preview.hidden = content !== 'camera';
  page.picture.hidden = content !== 'photo';
  page.open.hidden = content === 'camera';
  page.close.hidden = content !== 'camera';
  if (content !== 'camera') page.light.hidden = true;
  root.dataset.frame = content;
}

const kindOf = ({ identifier }: Scan): string => {
  const letter = identifier.charAt(1);
  return (
    sentence(`[data-kind="${/^\w$/.test(letter) ? letter : 'other'}"]`) || sentence('[data-kind="other"]')
  );
};

/** Offers several symbols as links, in the order in which they were found. */
export function offer(symbols: readonly Scan[], addressFor: (symbol: Scan) => string | undefined): void {
  const rows = symbols.flatMap((symbol) => {
    const address = addressFor(symbol);
    if (address === undefined) return [];
    const link = document.createElement('a');
    link.href = address;
    const kind = document.createElement('b');
    kind.textContent = kindOf(symbol);
    const code = document.createElement('span');
    code.className = 'code';
    code.textContent = shown(symbol) || toCode(symbol);
    link.append(kind, code);
    const row = document.createElement('li');
    row.append(link);
    return [row];
  });
  list.replaceChildren(...rows);
  choices.hidden = false;
  choose.focus();
}

export function hideChoices(): void {
  choices.hidden = true;
  list.replaceChildren();
}
