/**
 * How wide text is at most, without a font: what is drawn here is printed with whatever font the reader has. The widths
 * are the greatest of common sans-serif faces (Noto Sans, PingFang, Arial, DejaVu), so that nothing is cut.
 */

/** Signs that change no width but the order of others; a name that holds them could turn its neighbours round. */
const CONTROLS =
  /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;
const LONE_SURROGATES = /[\ud800-\udfff]/gu;

/** Text of one line that any printer takes: no control characters, no half characters, one space for any. */
export const cleanText = (text: string): string =>
  text.replace(CONTROLS, ' ').replace(LONE_SURROGATES, '\ufffd').replace(/\s+/gu, ' ').trim();

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const NARROW = /[ijl.,:;'|!`·I ()[\]{}]/;
const BROAD = /[mwMW@%—…&]/;
const MARK = /\p{Mn}/u;

function widthOfOne(character: string): number {
  if (character.length > 1) return 1.3;
  if (WIDE.test(character)) return 1;
  if (NARROW.test(character)) return 0.42;
  if (BROAD.test(character)) return 1;
  if (/[a-z0-9\-/ ]/.test(character)) return 0.62;
  if (/[A-Z+<>=≥≤~]/.test(character)) return 0.76;
  return MARK.test(character) ? 0 : 1;
}

/** Greatest width of a text in the unit of its size; bold is a tenth wider. */
export function widthOf(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text) width += widthOfOne(character);
  return width * size * (bold ? 1.08 : 1);
}

/** Breaks between Chinese characters, after spaces and after hyphens; never before what closes. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const character of text) {
    const last = pieces[pieces.length - 1];
    const joins =
      last !== undefined && !/[ \-/]$/.test(last) && !WIDE.test(character) && !WIDE.test(last.slice(-1));
    const closes = /[，。、；：）」』”！？]/.test(character) || character === ' ';
    if (last !== undefined && (joins || closes)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

export interface Room {
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly linesMax: number;
}

/** A text in lines that fit; what is left at the end of the last line is an ellipsis. */
export function wrap(text: string, { width, size, bold = false, linesMax }: Room): string[] {
  const fits = (line: string) => widthOf(line.trimEnd(), size, bold) <= width;
  const lines: string[] = [];
  let line = '';
  // A piece that is wider than a line is taken apart.
  const pieces = piecesOf(text).flatMap((piece) => (fits(piece) ? [piece] : Array.from(piece)));
  for (const [at, piece] of pieces.entries()) {
    if (fits(line + piece)) line += piece;
    else if (lines.length + 1 < linesMax) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      let cut = Array.from(line + pieces.slice(at, at + 1).join(''));
      while (cut.length > 0 && !fits(`${cut.join('').trimEnd()}…`)) cut = cut.slice(0, -1);
      return [...lines, `${cut.join('').trimEnd()}…`];
    }
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
