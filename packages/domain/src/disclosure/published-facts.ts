import type { Ledger } from '../ledgers/ledger.ts';

/** A fact of a lot or item that its ledger lets the public read. */
export interface PublishedFact {
  /** Full name: namespace and local name. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly value: string;
}

/** The facts of an event's ILMD (full names to values) that a ledger publishes, in the ledger's order. */
export function publishedFacts(
  ilmd: Readonly<Record<string, unknown>>,
  ledger: Ledger | undefined,
): PublishedFact[] {
  return (ledger?.publishedFacts ?? []).flatMap(({ name, zh, en }) => {
    const value = ilmd[name];
    return typeof value === 'string' && value !== '' ? [{ name, zh, en, value }] : [];
  });
}
