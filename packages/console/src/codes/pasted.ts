/** Codes of a pasted text: one a line, as they come from a spreadsheet or a hand scanner; repeats and empty lines fall out. */
export const pastedCodes = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\r\n]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
