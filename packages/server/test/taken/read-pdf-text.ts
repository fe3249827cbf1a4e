/** The text of a PDF that pdfkit wrote: one stream a page, objects in clear, one composite font with its characters in `ToUnicode`. */
import { inflateSync } from 'node:zlib';

export interface PdfText {
  readonly width: number;
  readonly height: number;
  /** Each piece of text with its size in points where nothing scales it, in the order in which it is shown. */
  readonly pieces: readonly { readonly text: string; readonly size: number }[];
  /** All of it, one piece a line. */
  readonly text: string;
}

function streamOf(bytes: Buffer, all: string, id: string): string {
  const at = all.search(new RegExp(`(^|\\n)${id} 0 obj\\n`));
  const from = all.indexOf('stream\n', at) + 'stream\n'.length;
  const head = all.slice(at, from);
  const piece = bytes.subarray(from, from + Number(/\/Length (\d+)/.exec(head)?.[1]));
  return (head.includes('/FlateDecode') ? inflateSync(piece) : piece).toString('latin1');
}

const characters = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Characters by glyph (ISO 32000-1 §9.10.3): ranges that list each, or count on from the first. */
function glyphsOf(map: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, list = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', , each = ''] of list.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\[([^\]]*)\]/gi,
    )) {
      for (const [at, hex] of [...each.matchAll(/<([0-9a-f\s]+)>/gi)].entries())
        glyphs.set(Number.parseInt(first, 16) + at, characters((hex[1] ?? '').replace(/\s/g, '')));
    }
  }
  return glyphs;
}

/** Pages with their text. */
export function readPdfText(bytes: Buffer): PdfText[] {
  const all = bytes.toString('latin1');
  const glyphs = new Map<number, string>();
  for (const [, id = ''] of all.matchAll(/\/ToUnicode (\d+) 0 R/g))
    for (const [glyph, text] of glyphsOf(streamOf(bytes, all, id))) glyphs.set(glyph, text);
  return [...all.matchAll(/\/Type \/Page\n[\s\S]*?endobj/g)].map(([page]) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
    const content = streamOf(bytes, all, /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '');
    let size = 0;
    const pieces: { text: string; size: number }[] = [];
    for (const [, set, shown] of content.matchAll(/ ([\d.]+) Tf|\[([^\]]*)\] TJ/g)) {
      if (set !== undefined) size = Number(set);
      if (shown === undefined) continue;
      const codes = [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      );
      pieces.push({ size, text: codes.map((code) => glyphs.get(Number.parseInt(code, 16)) ?? '?').join('') });
    }
    return {
      width: Number(width),
      height: Number(height),
      pieces,
      text: pieces.map(({ text }) => text).join('\n'),
    };
  });
}
