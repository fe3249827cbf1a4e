import { type Words, words } from '@yunsu/api';
import type { Caller } from '@yunsu/domain';
import type { Context } from '../context.ts';
import { readFirstActor } from '../store/links.ts';
import type { Anchor } from './link-anchors.ts';

/** The rule below, for who is refused. */
export const WHO_MAY_LINK: Words = words(
  'Links are set by a regulator or by who recorded the first event of the code.',
  '链接只能由监管部门或该编码首个事件的记录方设置。',
);

/**
 * Who may say where a code points to: a regulator, and the party that recorded the first event of the unit. Links lead
 * people to foreign domains under our own (F22 of the threat table: no open redirect), so nobody else may, and who set
 * them is kept for ever.
 */
export async function mayLink(context: Context, sender: Caller, anchor: Anchor): Promise<boolean> {
  if (sender.plane === 'regulator' || sender.plane === 'system') return true;
  if (sender.party === undefined) return false;
  return (await readFirstActor(context.db, anchor.key)) === sender.party;
}
