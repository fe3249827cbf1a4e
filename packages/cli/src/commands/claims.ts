import type { Common } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { claimsText } from '../output/claims-text.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';

/** Asks what the records prove of the origin of a code, and prints the claims with their working. */
export async function readClaims(common: Common, code: string, terminal: Terminal): Promise<Exit> {
  const claims = await connect(common, 'read').readClaims({ code });
  if (common.json) terminal.out(JSON.stringify(claims));
  else for (const line of claimsText(common.language, claims)) terminal.out(line);
  return Exit.done;
}
