import { createBell } from './bell.ts';
import type { Loop } from './loop.ts';

/** What the operations lend: visits what is due, true where there may be more. */
export type VisitLinks = (signal: AbortSignal) => Promise<boolean>;

/** How often it is looked whether an address is due, in milliseconds. */
const LINKS_EVERY_MS = 10 * 60_000;

/** Visits the addresses that codes point to. */
export const linkVisitor = (visitLinks: VisitLinks, signal: AbortSignal): Loop => ({
  name: 'link-visitor',
  step: () => visitLinks(signal),
  bell: createBell(),
  pollMs: LINKS_EVERY_MS,
});
