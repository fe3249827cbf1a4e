/** Where a command writes; a test lends its own. */
export interface Terminal {
  /** One line of the answer. */
  readonly out: (line: string) => void;
  /** One line about the work: progress, refusals. */
  readonly err: (line: string) => void;
  /** A file that is the whole answer. */
  readonly bytes: (bytes: Uint8Array) => void;
}

export const processTerminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  bytes: (bytes) => process.stdout.write(bytes),
};
