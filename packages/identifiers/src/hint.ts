import type { Candidate } from './identifier.ts';
import { FAULTY_CONFIDENCE_MAX, UNVERIFIED_CONFIDENCE_MAX } from './limits.ts';
import type { Category } from './schemes/scheme.ts';
import { schemeById } from './schemes/table.ts';

/** What the asker knows beside the code: it decides between readings that the characters alone leave open. */
export interface Hint {
  /** Product class of the thing that the code was found on. */
  readonly category?: Category;
  /** Division code (GB/T 2260, two to six digits) of the place where it was scanned. */
  readonly division?: string;
  /** Says whether a register of issuers knows who gave out this code, e.g. the company prefix or the drug identifier. */
  readonly isRegistered?: (candidate: Candidate) => boolean;
}

/** Share of the remaining doubt that one fitting fact takes away, and what a contradicting one leaves of the confidence. */
const DOUBT_LEFT = 0.4;
const TRUST_LEFT = 0.6;

const strengthen = (confidence: number) => 1 - (1 - confidence) * DOUBT_LEFT;
const weaken = (confidence: number) => confidence * TRUST_LEFT;

function byCategory(candidate: Candidate, category: Category): number {
  const categories = schemeById.get(candidate.scheme)?.categories;
  // A code that is met everywhere is neither more nor less likely.
  if (categories === undefined) return candidate.confidence;
  return categories.includes(category) ? strengthen(candidate.confidence) : weaken(candidate.confidence);
}

/** A place only speaks for a code: goods travel, so a code of elsewhere is no less likely for it. */
function byPlace(candidate: Candidate, confidence: number, division: string): number {
  const own = candidate.parts.division ?? '';
  // A prefecture is near; a code that says its province only is near within that.
  const shared = Math.min(4, own.length, division.length);
  const isNear = shared >= 2 && own.slice(0, shared) === division.slice(0, shared);
  return isNear ? strengthen(confidence) : confidence;
}

/** Says whether a kind of code belongs to the hinted product class; decides between readings that are equally sure. */
export function fitsCategory({ scheme }: Candidate, { category }: Hint): boolean {
  return category !== undefined && schemeById.get(scheme)?.categories?.includes(category) === true;
}

/** The candidate with the confidence that the hint gives it; a faulty reading and a kind's own bound stay as they are. */
export function applyHint(candidate: Candidate, hint: Hint): Candidate {
  if (candidate.confidence <= FAULTY_CONFIDENCE_MAX) return candidate;
  let { confidence } = candidate;
  if (hint.category) confidence = byCategory(candidate, hint.category);
  if (hint.division) confidence = byPlace(candidate, confidence, hint.division);
  if (hint.isRegistered?.(candidate)) confidence = strengthen(confidence);
  const most = candidate.verified ? 1 : UNVERIFIED_CONFIDENCE_MAX;
  return { ...candidate, confidence: Math.min(confidence, most) };
}
