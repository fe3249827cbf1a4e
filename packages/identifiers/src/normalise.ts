/** A text as the readers want it, with the way back to the places of the text as it was given. */
export interface Normal {
  readonly text: string;
  /** Place in the given text of a place in this one. */
  at(index: number): number;
}

/** Characters that leave no trace on a label but come along with copying: zero-width ones and the byte order mark. */
const invisible = '\u200b\u200c\u200d\u2060\ufeff';
/** The picture of a separator that some scanners are set to send instead of U+001D. */
const pictureOfSeparator = '\u241d';

function normalCharacter(character: string): string {
  if (character.charCodeAt(0) < 0x80) return character;
  if (invisible.includes(character)) return '';
  return character === pictureOfSeparator ? '\u001d' : character.normalize('NFKC');
}

/** Keeps the characters of a text that `keep` wants, each brought to its compatibility form (full-width to plain). */
function mapText(given: string, convert: (character: string) => string): Normal {
  let text = '';
  const places: number[] = [];
  let at = 0;
  for (const character of given) {
    const normal = convert(character);
    for (let i = 0; i < normal.length; i++) places.push(at);
    text += normal;
    at += character.length;
  }
  const end = at;
  return { text, at: (index) => places[index] ?? end };
}

/** Full-width characters become plain, invisible ones and the white space at both ends go. */
export function normalise(given: string): Normal {
  const normal = mapText(given, normalCharacter);
  const start = normal.text.length - normal.text.trimStart().length;
  return { text: normal.text.trim(), at: (index) => normal.at(index + start) };
}

/** Without the spaces and dashes that people write between groups of digits. */
export function withoutGaps(normal: Normal): Normal {
  const dense = mapText(normal.text, (character) => (/[\s\-\u2010-\u2015]/.test(character) ? '' : character));
  return { text: dense.text, at: (index) => normal.at(dense.at(index)) };
}

/** The part of a text from one place to another. */
export function sliceOf(normal: Normal, from: number, to = normal.text.length): Normal {
  return { text: normal.text.slice(from, to), at: (index) => normal.at(index + from) };
}
