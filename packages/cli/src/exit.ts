/** How the command ends; scripts rely on the numbers, so they never change meaning. */
export const Exit = {
  done: 0,
  /** The server, or the check of a file or code, found faults or refused. */
  refused: 1,
  /** The command line itself is wrong; nothing was sent. */
  usage: 2,
  /** No server answered, or one that says it cannot work at the moment (502, 503, 504). */
  unreachable: 3,
} as const;
export type Exit = (typeof Exit)[keyof typeof Exit];
