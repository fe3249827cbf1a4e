import type { Identification, IdentifyQuery } from '@yunsu/api';
import { identify } from '@yunsu/identifiers';

/** What a code can be, best first. Needs no store: a code is read, not looked up. */
export function identifyCode({ code, category, place }: IdentifyQuery): Identification {
  const hint = {
    ...(category === undefined ? {} : { category }),
    ...(place === undefined ? {} : { division: place }),
  };
  const candidates = identify(code, hint).map((candidate) => ({
    ...candidate,
    parts: { ...candidate.parts },
    inWords: candidate.inWords.map((part) => ({ ...part })),
    issues: candidate.issues.map((issue) => ({ ...issue })),
  }));
  return { input: code, candidates };
}
