import { randomUUID } from 'node:crypto';
import type { Client, CodeOrder, CodeRange, MovementRequest, OrderRequest, RangeRequest } from '@yunsu/api';
import { activateByEvents } from '../../src/store/activate-codes.ts';
import { numberBatches } from '../../src/store/known-batches.ts';
import { repostAliases } from '../../src/store/repost-aliases.ts';
import { documentOf, type Given, givenServer, newFirm } from '../http/given.ts';

const COUNTY = '530111';

/** A server with a regulator of the whole province. */
export interface GivenIssuing extends AsyncDisposable {
  readonly given: Given;
  readonly regulator: Client;
  /** A registered firm with its client. */
  holder(told?: { name?: string; kind?: string; role?: string; division?: string }): Promise<Holder>;
  /** What the jobs do, until there is nothing more to do. */
  settle(): Promise<void>;
}

export interface Holder {
  readonly party: string;
  readonly client: Client;
}

export async function givenIssuing(now?: () => Date): Promise<GivenIssuing> {
  const given = await givenServer({}, now);
  const regulator = await given.clientOf({ plane: 'regulator', scopes: ['*:*:*'], mayRegister: true });
  const { db } = given.context;
  const micros = () => given.context.now().getTime() * 1000;
  return {
    given,
    regulator,
    holder: async ({ name = '示例食品厂', kind = 'company', role = 'processor', division = COUNTY } = {}) => {
      const party = newFirm();
      await regulator.loadRegisters({
        body: { parties: [{ uri: party, name, kind, role, division, validFrom: '2020-01-01' }] } as never,
      });
      return { party, client: await given.firm(party) };
    },
    settle: async () => {
      while ((await numberBatches(db)) > 0);
      while (await activateByEvents(db, micros()));
      while (await repostAliases(db, micros()));
    },
    [Symbol.asyncDispose]: () => given[Symbol.asyncDispose](),
  };
}

export const newKey = (): string => randomUUID();

let stems = 0;
/** A GTIN that no other test of the file uses, with its check digit. */
export function newGtin(): string {
  stems += 1;
  const body = `0952${String(stems).padStart(9, '0')}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** A range of a GTIN of its own with serials of six digits, unless told otherwise. */
export const giveRange = (
  regulator: Client,
  party: string,
  told: Partial<RangeRequest> = {},
): Promise<CodeRange> => {
  const { scheme = 'gtin', stem = newGtin(), ...rest } = told;
  const digits = scheme === 'gtin' ? { digits: 6 } : {};
  return regulator.createCodeRange({ body: { party, scheme, stem, ...digits, ...rest } });
};

export const order = (
  client: Client,
  range: string,
  count: number,
  told: Partial<OrderRequest> = {},
): Promise<CodeOrder> =>
  client.createCodeOrder({
    body: { range, count, manner: 'sequential', idempotencyKey: newKey(), ...told },
  });

export const move = (
  client: Client,
  orderID: string,
  act: MovementRequest['act'],
  told: Partial<MovementRequest> = {},
): Promise<CodeOrder> => client.moveCodes({ orderID, body: { act, idempotencyKey: newKey(), ...told } });

/** The first codes of an order. */
export const codesOf = async (client: Client, orderID: string, perPage = 1000) =>
  (await client.listOrderCodes({ orderID, perPage })).codes;

let acts = 0;
/** An event that commissions items, at a place that nobody registered. */
export function commissioning(uris: readonly string[], changes: object = {}): Record<string, unknown> {
  acts += 1;
  return {
    eventID: `https://firm.example/events/${acts}`,
    type: 'ObjectEvent',
    eventTime: '2026-03-01T08:00:00+08:00',
    eventTimeZoneOffset: '+08:00',
    action: 'ADD',
    bizStep: 'commissioning',
    disposition: 'active',
    epcList: uris,
    ...changes,
  };
}

/** Captures events and throws where one is refused. */
export async function capture(client: Client, ...events: readonly object[]): Promise<void> {
  const { headers } = await client.captureEvents({ body: documentOf(events) });
  const captureID = headers.location?.split('/').at(-1) ?? '';
  const job = await client.readCaptureJob({ captureID });
  if (!job.success) throw new Error(JSON.stringify(job.errors));
}
