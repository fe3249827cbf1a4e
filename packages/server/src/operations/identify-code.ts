import type { Identification } from '@yunsu/api';
import { identify } from '@yunsu/identifiers';

/** What a code can be, best first. Needs no store: a code is read, not looked up. */
export function identifyCode(code: string): Identification {
  const candidates = identify(code).map((candidate) => ({
    ...candidate,
    parts: { ...candidate.parts },
    issues: candidate.issues.map((issue) => ({ ...issue })),
  }));
  return { input: code, candidates };
}
