import { toStockCsv } from '@yunsu/api';
import type { Common, StockOptions } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { stockText } from '../output/stock-text.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';

/** Asks where the rest of a code is, then and as known then, and prints it with the balance that explains it. */
export async function readStock(
  common: Common,
  code: string,
  { at, knownAt, csv }: StockOptions,
  terminal: Terminal,
): Promise<Exit> {
  const stock = await connect(common, 'read').readStock({
    code,
    ...(at === undefined ? {} : { at }),
    ...(knownAt === undefined ? {} : { knownAt }),
  });
  if (common.json) terminal.out(JSON.stringify(stock));
  else if (csv) terminal.out(toStockCsv(stock).trimEnd());
  else for (const line of stockText(common.language, stock)) terminal.out(line);
  return Exit.done;
}
