/** A text cut in three: before, at and after the place of a fault. */
export interface Marked {
  readonly before: string;
  /** The character at the place; empty where the place is the end. */
  readonly at: string;
  readonly after: string;
}

/** Cuts a text at a place that is counted in UTF-16 units, without cutting a character in two. */
export function markPlace(text: string, at: number): Marked {
  const place = Math.max(0, Math.min(at, text.length));
  const inPair =
    place > 0 && /^[\uDC00-\uDFFF]/.test(text.slice(place)) && /[\uD800-\uDBFF]$/.test(text.slice(0, place));
  const start = inPair ? place - 1 : place;
  const character = String.fromCodePoint(...[text.codePointAt(start)].filter((code) => code !== undefined));
  return { before: text.slice(0, start), at: character, after: text.slice(start + character.length) };
}
