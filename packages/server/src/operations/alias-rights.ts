import type { Key } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { readUnitTies } from '../store/append-alias.ts';
import type { Sender } from './authenticate.ts';
import { readCodeStanding } from './read-code-standing.ts';

/**
 * How a caller stands to a code: `own`, where its range is the caller's or the caller is the actor of an event that names
 * the unit; `foreign`, where it is in a range of another, or events name it and none of them is the caller's; else `free`.
 */
export type Tie = 'own' | 'foreign' | 'free';

interface NamedUnit {
  readonly uri: string;
  readonly key: Key;
}

async function tieOf(context: Context, sender: Sender, { uri, key }: NamedUnit): Promise<Tie> {
  const [ties, found] = await Promise.all([
    readUnitTies(context.db, sender, key),
    readCodeStanding(context, uri),
  ]);
  // A regulator answers for what happens in its scopes; what it may not see is not its own.
  if (sender.plane === 'regulator' || sender.plane === 'system') {
    return ties.named && !ties.seen ? 'foreign' : 'own';
  }
  const holder = found?.standing.party;
  if (holder !== undefined && holder !== sender.party) return 'foreign';
  if (holder !== undefined || ties.acted) return 'own';
  return ties.named ? 'foreign' : 'free';
}

/**
 * Who may say that two codes name one unit: a regulator, or a party with a right over one of them, where nobody else has one
 * over the other. Else a firm could put its own label on the history of another's product.
 */
export async function mayJoin(
  context: Context,
  sender: Sender,
  unit: NamedUnit,
  alias: NamedUnit,
): Promise<boolean> {
  if (sender.plane === 'public') return false;
  const ties = await Promise.all([tieOf(context, sender, unit), tieOf(context, sender, alias)]);
  return ties.includes('own') && !ties.includes('foreign');
}
