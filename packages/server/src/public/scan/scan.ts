/** One symbol as the reader gives it: its content and its symbology identifier, e.g. `]d2` for a GS1 DataMatrix. */
export interface Scan {
  readonly text: string;
  readonly identifier: string;
}

/** Scan data as ISO/IEC 15424 writes it. Without the identifier a GS1 scan can not be told from plain text. */
export const toCode = ({ identifier, text }: Scan): string => identifier + text;

/** The symbols of some pictures, each once. */
export const distinct = (symbols: readonly Scan[]): Scan[] => [
  ...new Map(symbols.map((symbol) => [toCode(symbol), symbol])).values(),
];

/** The content as people see it: separators of GS1 as spaces, long texts cut. */
export function shown({ text }: Scan): string {
  const visible = text.replace(/\p{Cc}/gu, ' ').trim();
  const characters = Array.from(visible);
  return characters.length > SHOWN_MAX ? `${characters.slice(0, SHOWN_MAX).join('')}…` : visible;
}
const SHOWN_MAX = 80;

/** Longest address that the server takes (`URL_LENGTH_MAX`), with room for its own part. */
const ADDRESS_LENGTH_MAX = 8_000;

/** The address of the answer to a symbol; undefined where the content is too long to be a code. */
export function addressOf(symbol: Scan, answer: string, lengthMax: number): string | undefined {
  const code = toCode(symbol);
  if (code.length > lengthMax) return undefined;
  const address = `${answer}${answer.includes('?') ? '&' : '?'}code=${encodeURIComponent(code.toWellFormed())}`;
  return address.length > ADDRESS_LENGTH_MAX ? undefined : address;
}
