import type { BalanceAsked, Common } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { partyBalanceText } from '../output/stock-text.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';

/** Asks whether a party gave more of a product than it had and got in a period, and prints the working. */
export async function readPartyBalance(
  common: Common,
  asked: BalanceAsked,
  terminal: Terminal,
): Promise<Exit> {
  const answer = await connect(common, 'read').readPartyBalance(asked);
  if (common.json) terminal.out(JSON.stringify(answer));
  else for (const line of partyBalanceText(common.language, answer)) terminal.out(line);
  return Exit.done;
}
