/** Wide in a terminal: CJK, full-width forms, Hangul, kana (Unicode Standard Annex 11, classes W and F). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Terminal cells that a text takes: a Chinese character takes two. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += WIDE.test(character) ? 2 : 1;
  return cells;
}

/** Everything a terminal would act on, shown as a space: what a stranger captured must not move the cursor. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ');

export type Side = 'left' | 'right';

/** Lines of a table without borders: columns padded to their widest cell, two spaces apart, no trailing spaces. */
export function toTable(rows: readonly (readonly string[])[], sides: readonly Side[] = []): string[] {
  const clean = rows.map((row) => row.map(plain));
  const widths: number[] = [];
  for (const row of clean) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cellsOf(cell));
    });
  }
  return clean.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat((widths[column] ?? 0) - cellsOf(cell));
        return sides[column] === 'right' ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd(),
  );
}
