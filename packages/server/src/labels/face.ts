/**
 * The one type face of all labels: Noto Sans SC Medium (SIL Open Font License 1.1), which has every character of the
 * standard lists of Chinese characters. Medium, because thin strokes break at 203 dots per inch; one weight only, because
 * a weight is 10.5 MB: what is to be bold is drawn with an outline.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

/** A character as it is drawn: font units, the baseline at 0, upwards positive. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  /** Outline as an SVG path. */
  readonly path: string;
}

export interface Face {
  readonly unitsPerEm: number;
  /** The font file, for documents that hold a part of it. */
  readonly bytes: Buffer;
  glyphOf(character: string): Glyph;
  /** Width of a line of text set in this size; no kerning, so that every printer comes to the same. */
  widthOf(text: string, size: number): number;
  /** The first character that the face does not have. */
  missingIn(text: string): string | undefined;
}

/** How much an outline adds to the strokes of bold text, in parts of the size. */
export const BOLD_STROKE = 0.04;

const FILE = '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf';

let loaded: Face | undefined;

/** Reads the font when the first label is drawn: 12 ms, once. */
export function labelFace(): Face {
  loaded ??= readFace();
  return loaded;
}

function readFace(): Face {
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(FILE)));
  const font = create(bytes) as Font;
  // As many entries as the face has glyphs, 30,898 at most.
  const glyphs = new Map<number, Glyph>();
  const glyphOf = (character: string): Glyph => {
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    const known = glyphs.get(glyph.id);
    if (known) return known;
    const made = { id: glyph.id, advance: glyph.advanceWidth, path: glyph.path.toSVG() };
    glyphs.set(glyph.id, made);
    return made;
  };
  return {
    unitsPerEm: font.unitsPerEm,
    bytes,
    glyphOf,
    widthOf(text, size) {
      let units = 0;
      for (const character of text) units += glyphOf(character).advance;
      return (units * size) / font.unitsPerEm;
    },
    missingIn(text) {
      for (const character of text) {
        if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character;
      }
      return undefined;
    },
  };
}
