import { randomUUID } from 'node:crypto';
import { type Client, type CodeOrder, PER_PAGE_MAX } from '@yunsu/api';
import type { Common } from '../arguments.ts';
import type { CodesRequest } from '../code-arguments.ts';
import { Exit } from '../exit.ts';
import { toTable } from '../output/cells.ts';
import { holderText, timeText } from '../output/labels.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../words.ts';

/** Gives out, moves and lists codes, as the server allows. */
export async function runCodes(common: Common, request: CodesRequest, terminal: Terminal): Promise<Exit> {
  switch (request.verb) {
    case 'ranges':
      return await listRanges(common, terminal);
    case 'list':
      return request.order === undefined
        ? await listOrders(common, terminal)
        : await listCodes(common, { ...request, order: request.order }, terminal);
    case 'order': {
      const client = connect(common, 'capture');
      const body = { ...request.body, idempotencyKey: request.body.idempotencyKey ?? randomUUID() };
      return await once(common, body.idempotencyKey, terminal, () => client.createCodeOrder({ body }));
    }
    case 'move': {
      const client = connect(common, 'capture');
      const body = { ...request.body, idempotencyKey: request.body.idempotencyKey ?? randomUUID() };
      return await once(common, body.idempotencyKey, terminal, () =>
        client.moveCodes({ orderID: request.order, body }),
      );
    }
  }
}

/** Sends a request, and says by which key it can be sent again where no answer came: it may have been carried out. */
async function once(
  common: Common,
  idempotencyKey: string,
  terminal: Terminal,
  send: () => Promise<CodeOrder>,
): Promise<Exit> {
  try {
    const order = await send();
    if (common.json) terminal.out(JSON.stringify(order));
    else for (const line of toTable([orderRow(common, order)])) terminal.out(line);
    if (!common.json && order.unexplained !== null && order.unexplained !== 0)
      terminal.out(say(common.language, 'unexplained', { count: order.unexplained }));
    return Exit.done;
  } catch (error) {
    if (error instanceof TypeError) terminal.err(say(common.language, 'sendAgain', { key: idempotencyKey }));
    throw error;
  }
}

/** Every page of a list; with `--json` each page is one line. */
async function pages<P extends { nextPageToken?: string }>(
  common: Common,
  terminal: Terminal,
  read: (page: { perPage: number; nextPageToken?: string }) => Promise<P>,
  rows: (page: P) => string[][],
): Promise<Exit> {
  const all: string[][] = [];
  let nextPageToken: string | undefined;
  do {
    const token = nextPageToken === undefined ? {} : { nextPageToken };
    const page = await read({ perPage: PER_PAGE_MAX, ...token });
    if (common.json) terminal.out(JSON.stringify(page));
    else all.push(...rows(page));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  if (!common.json) for (const line of toTable(all, ['right'])) terminal.out(line);
  return Exit.done;
}

function listRanges(common: Common, terminal: Terminal): Promise<Exit> {
  const client: Client = connect(common, 'read');
  return pages(
    common,
    terminal,
    (page) => client.listCodeRanges(page),
    ({ ranges }) =>
      ranges.map(({ id, scheme, stem, from, to, left, party }) => [
        id,
        `${scheme} ${stem}`,
        `${from}–${to}`,
        say(common.language, 'numbersLeft', { count: left }),
        holderText(common.language, party),
      ]),
  );
}

function listOrders(common: Common, terminal: Terminal): Promise<Exit> {
  const client = connect(common, 'read');
  return pages(
    common,
    terminal,
    (page) => client.listCodeOrders(page),
    ({ orders }) => orders.map((order) => orderRow(common, order)),
  );
}

function listCodes(
  common: Common,
  { order, state }: Extract<CodesRequest, { verb: 'list' }> & { order: string },
  terminal: Terminal,
): Promise<Exit> {
  const client = connect(common, 'read');
  const only = state === undefined ? {} : { state };
  return pages(
    common,
    terminal,
    (page) => client.listOrderCodes({ orderID: order, ...page, ...only }),
    ({ codes }) =>
      codes.map(({ position, code, state: now }) => [String(position), code, say(common.language, now)]),
  );
}

/** An order as one line: what it is of, and how many codes are in which state. */
function orderRow({ language }: Common, order: CodeOrder): string[] {
  const { reserved, printed, active, void: ended } = order.counts;
  const counts = say(language, 'orderCounts', { reserved, printed, active, void: ended, count: order.count });
  const reconciled = order.reconciled === null ? '' : say(language, 'reconciled');
  return [order.id, `${order.scheme} ${order.stem}`, timeText(order.created), counts, reconciled];
}
