import type { Context } from '../context.ts';
import { readLicences } from '../store/registers.ts';
import type { Sender } from './authenticate.ts';

/** Type of the licence by which one party lets another speak for it: `party` may act for the party that `scope` names. */
export const DELEGATION = 'delegation';

/** Canonical URIs of the parties that a sender may act for today, beside itself. */
export async function readDelegators(context: Context, sender: Sender): Promise<ReadonlySet<string>> {
  if (sender.party === undefined) return new Set();
  const today = context.now().toISOString().slice(0, 10);
  const licences = await readLicences(context.db, [sender.party], today);
  return new Set(licences.filter(({ type }) => type === DELEGATION).map(({ scope }) => scope));
}
