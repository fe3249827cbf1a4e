import type { CodeQuery, UnitAnswer } from '@yunsu/api';
import {
  type Caller,
  type Key,
  type Ledger,
  ledgerOf,
  mayReadQuantities,
  type Stock,
  stateOf,
  stockOf,
  type UnitState,
} from '@yunsu/domain';
import type { Context } from '../context.ts';
import { listStateEvents, type StateEvent } from '../store/list-state-events.ts';
import { readEvents } from '../store/read-events.ts';
import { askElsewhere } from './ask-elsewhere.ts';
import { toEventViews } from './event-views.ts';
import { type FoundUnit, findUnit } from './find-unit.ts';
import { readNames } from './naming.ts';
import { readProductsOf } from './products.ts';
import { traceSources } from './trace-sources.ts';

/** What a unit is, in what state, in whose hands and where. */
export async function readUnit(context: Context, caller: Caller, { code }: CodeQuery): Promise<UnitAnswer> {
  const { answer } = await readFound(context, caller, await findUnit(context, code));
  return answer;
}

/** The same for a unit that has been found, with the events that its state was read from. */
export async function readFound(
  context: Context,
  caller: Caller,
  unit: FoundUnit,
): Promise<{ answer: UnitAnswer; stock: Stock; events: readonly StateEvent[] }> {
  const { db } = context;
  const stock = await stockOf(traceSources(context, caller), unit.key);
  // A container is what it holds: its product is that of its content.
  const [events, products] = await Promise.all([
    listStateEvents(db, caller, [unit.key, ...stock.related]),
    readProductsOf(context, [unit.key, ...stock.related]),
  ]);
  const product = [unit.key, ...stock.related]
    .map((key) => products.of(key))
    .find((each) => each !== undefined);
  const ledger = ledgerOf(product?.class);
  const last = events.find((event) => event.unit === unit.key && !event.voided);
  const rows = await readEvents(db, caller, [
    ...new Set([last?.event, stock.origin].filter((event) => event !== undefined && event !== '')),
  ] as string[]);
  const lastRow = rows.find(({ event }) => event === last?.event);
  const origin = rows.find(({ event }) => event === stock.origin);
  const ledgers = ledger === undefined ? [] : [ledger];
  const [lastEvent] = lastRow ? await toEventViews(context, caller, [lastRow], ledgers) : [];
  const answer: UnitAnswer = {
    uri: unit.uri,
    level: unit.level,
    state: stateNow(context, { stock, events, unit: unit.key, expiresOn: expiryOf(origin?.ext) }),
    product: product ? { uri: product.uri, name: product.name, class: product.class } : null,
    ledger: ledger?.id ?? null,
    holdings: await holdingsOf(context, caller, stock, { level: unit.level, ledgers }),
    lastEvent: lastEvent ?? null,
    code: null,
    askElsewhere: null,
  };
  return { answer: withElsewhere(context, answer), stock, events };
}

/**
 * Where nothing is known here, who may know: another province for the codes that it gave out, else the issuer of the
 * scheme. The registers of parties and places hold those of everywhere, so that their codes are never foreign.
 */
function withElsewhere({ config }: Context, answer: UnitAnswer): UnitAnswer {
  const { state, product, level, uri } = answer;
  if ((state !== 'unknown' && state !== 'not_issued') || product !== null) return answer;
  const { foreign, ask } = askElsewhere(config, uri);
  const isElsewhere = foreign && state === 'unknown' && level !== 'party' && level !== 'place';
  return { ...answer, ...(isElsewhere ? { state: 'elsewhere' as const } : {}), askElsewhere: ask };
}

interface Known {
  readonly stock: Stock;
  readonly events: readonly StateEvent[];
  readonly unit: Key;
  readonly expiresOn: string | undefined;
}

function stateNow(context: Context, { stock, events, unit, expiresOn }: Known): UnitState {
  return stateOf({
    facts: events.map((event) => ({ ...event, own: event.unit === unit })),
    ended: stock.known && stock.ended,
    ...(expiresOn === undefined ? {} : { expiresOn }),
    today: new Date(context.now().getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10),
  });
}

/** China has one time zone, UTC+8, without summer time: a date of expiry is a day there. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

const EXPIRY_NAMES = ['urn:epcglobal:cbv:mda:itemExpirationDate', 'urn:epcglobal:cbv:mda:sellByDate'];

function expiryOf(ext: unknown): string | undefined {
  const ilmd = (ext as { ilmd?: Record<string, unknown> } | undefined)?.ilmd ?? {};
  const value = EXPIRY_NAMES.map((name) => ilmd[name]).find((each) => typeof each === 'string');
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined;
}

async function holdingsOf(
  context: Context,
  caller: Caller,
  { holdings }: Stock,
  { level, ledgers }: { level: FoundUnit['level']; ledgers: readonly Ledger[] },
): Promise<UnitAnswer['holdings']> {
  const names = await readNames(context, caller, {
    parties: holdings.map(({ party }) => party),
    places: holdings.map(({ place }) => place),
    ledgers,
  });
  const quantities = mayReadQuantities(caller) || level === 'item';
  return holdings.map(({ party, place, inTransit, quantity, uom }) => ({
    holder: names.holder(party),
    place: names.place(place),
    ...(quantities && quantity !== undefined && uom !== undefined ? { quantity, uom } : {}),
    inTransit,
  }));
}
