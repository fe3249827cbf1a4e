import { type Picture, toPictureSvg } from '@yunsu/domain';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Controls that no name needs and that hide or reorder text: C0, C1, bidirectional controls, byte order mark. */
const HIDDEN = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** HTML that is safe to send. Only the `html` tag makes it, so that text can not pass for markup. */
class SafeText {
  readonly #text: string;
  constructor(strings: TemplateStringsArray, values: readonly Content[]) {
    this.#text = strings.reduce((text, part, index) => text + toText(values[index - 1]) + part);
  }
  toString(): string {
    return this.#text;
  }
}
export type Markup = SafeText;

/** What a template takes: text is escaped, markup stands, lists are joined, nothing is nothing. */
export type Content = string | number | Markup | readonly Content[] | null | undefined | false;

/** Text as HTML text or as the value of a quoted attribute; a hidden control becomes a visible mark. */
export const escapeText = (text: string): string =>
  text.replace(HIDDEN, '\ufffd').replace(/[&<>"'`]/g, (character) => entities[character] ?? '');

function toText(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (typeof content === 'string') return escapeText(content);
  if (typeof content === 'number') return String(content);
  return content instanceof SafeText ? content.toString() : content.map(toText).join('');
}

/** The one way to write HTML here. Values go into text or into attributes in double quotes, nowhere else. */
export const html = (strings: TemplateStringsArray, ...values: Content[]): Markup =>
  new SafeText(strings, values);

/** A picture of the domain as an element of a page; its own printer escapes its texts. */
export const pictureElement = (picture: Picture): Markup => {
  const text = toPictureSvg(picture, { style: 'page' });
  return new SafeText(Object.assign([text], { raw: [text] }), []);
};

/** At most `max` characters of a text, counted by code points, with an ellipsis where it was longer. */
export function clip(text: string, max: number): string {
  const characters = Array.from(text.slice(0, max * 2 + 2));
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}
