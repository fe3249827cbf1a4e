import { CSV_BOM, type OrderCodes, type OrderCodesQuery, PER_PAGE_DEFAULT, toCsvRow } from '@yunsu/api';
import { composeCode } from '@yunsu/identifiers';
import type { Static } from 'typebox';
import type { Context } from '../context.ts';
import type { CodeOrderRow } from '../store/code-orders.ts';
import { CODES_READ_MAX, type IssuedCodeRow, readOrderCodes } from '../store/issued-codes.ts';
import { parsePageToken, toPageToken } from '../store/page-token.ts';
import type { Sender } from './authenticate.ts';
import { findCodeOrder } from './code-order-view.ts';
import { spaceOf } from './code-space.ts';
import { badPageToken } from './list-capture-jobs.ts';
import { addressOf } from './resolve-code.ts';

type Asked = Static<typeof OrderCodesQuery> & { readonly orderID: string };
type Answer = Static<typeof OrderCodes>;

/** A page of the codes of an order: as printed, their identities, and what a QR symbol of each holds. */
export async function listOrderCodes(
  context: Context,
  sender: Sender,
  { orderID, state, perPage = PER_PAGE_DEFAULT, nextPageToken }: Asked,
): Promise<Answer> {
  const order = await findCodeOrder(context, sender, orderID);
  const parts = nextPageToken === undefined ? ['0'] : parsePageToken(nextPageToken, [/^\d{1,7}$/]);
  if (parts === undefined) throw badPageToken();
  const rows = await readOrderCodes(context.db, order.id, {
    after: Number(parts[0]),
    limit: perPage + 1,
    ...(state === undefined ? {} : { state }),
  });
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  return {
    codes: shown.map(codeViewer(context, order)),
    ...(last === undefined ? {} : { nextPageToken: toPageToken([last.position]) }),
  };
}

function codeViewer({ config }: Context, order: CodeOrderRow) {
  const space = spaceOf(order);
  return ({ position, number, state }: IssuedCodeRow): Answer['codes'][number] => {
    const { code, identifier } = composeCode(space, number);
    return {
      position,
      code,
      uri: identifier.uri,
      link: addressOf(config.publicOrigin, identifier.uri),
      state,
    };
  };
}

/** All codes of an order as CSV, some thousand rows at a time. The order is looked for before the first piece is written. */
export async function streamOrderCodes(
  context: Context,
  sender: Sender,
  { orderID, state }: Asked,
): Promise<AsyncIterable<string>> {
  const order = await findCodeOrder(context, sender, orderID);
  const view = codeViewer(context, order);
  return (async function* () {
    yield CSV_BOM + toCsvRow(['position', 'code', 'uri', 'link', 'state']);
    let after = 0;
    for (;;) {
      const page = { after, limit: CODES_READ_MAX, ...(state === undefined ? {} : { state }) };
      const rows = await readOrderCodes(context.db, order.id, page);
      for (const row of rows) after = row.position;
      yield rows
        .map(view)
        .map((row) => toCsvRow([row.position, row.code, row.uri, row.link, row.state]))
        .join('');
      if (rows.length < CODES_READ_MAX) return;
    }
  })();
}
