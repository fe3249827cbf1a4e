import type { CodeQuery, UnitAnswer } from '@yunsu/api';
import {
  type Caller,
  type Key,
  type Ledger,
  ledgerOf,
  mayReadQuantities,
  type StateQuestion,
  type Stock,
  stateOf,
  stockOf,
  type UnitState,
} from '@yunsu/domain';
import { keyOf } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { listStateEvents, type StateEvent } from '../store/list-state-events.ts';
import { readEvents } from '../store/read-events.ts';
import { askElsewhere } from './ask-elsewhere.ts';
import { toEventViews } from './event-views.ts';
import { type FoundUnit, findUnit } from './find-unit.ts';
import { sha256Hex } from './identities.ts';
import { readNames } from './naming.ts';
import { readProductsOf } from './products.ts';
import { readCodeStanding, toCodeView } from './read-code-standing.ts';
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
  const sources = traceSources(context, caller);
  const [stock, found] = await Promise.all([stockOf(sources, unit.key), readCodeStanding(context, unit.uri)]);
  // A code without events of its own, activated by its holder's word, is of the lot that its label says.
  const lot = stock.known || found?.lotUri === undefined ? undefined : keyOf(found.lotUri, sha256Hex);
  const lotStock = lot === undefined ? undefined : await stockOf(sources, lot);
  // A container is what it holds: its product is that of its content.
  const about = [unit.key, ...stock.related, ...(lot === undefined ? [] : [lot])];
  const [events, products] = await Promise.all([
    listStateEvents(db, caller, about),
    readProductsOf(context, about),
  ]);
  const product = about.map((key) => products.of(key)).find((each) => each !== undefined);
  const ledger = ledgerOf(product?.class);
  const last = events.find((event) => event.unit === unit.key && !event.voided);
  const begun = stock.origin ?? lotStock?.origin;
  const rows = await readEvents(db, caller, [
    ...new Set([last?.event, begun].filter((event) => event !== undefined && event !== '')),
  ] as string[]);
  const lastRow = rows.find(({ event }) => event === last?.event);
  const origin = rows.find(({ event }) => event === begun);
  const ledgers = ledger === undefined ? [] : [ledger];
  const [lastEvent] = lastRow ? await toEventViews(context, caller, [lastRow], ledgers) : [];
  const answer: UnitAnswer = {
    uri: unit.uri,
    level: unit.level,
    state: stateNow(context, {
      stock,
      events,
      unit: unit.key,
      expiresOn: expiryOf(origin?.ext),
      code: found?.state,
    }),
    product: product ? { uri: product.uri, name: product.name, class: product.class } : null,
    ledger: ledger?.id ?? null,
    holdings: await holdingsOf(context, caller, stock, { level: unit.level, ledgers }),
    lastEvent: lastEvent ?? null,
    code: found ? await toCodeView(context, caller, found, ledgers) : null,
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
  readonly code: StateQuestion['code'];
}

function stateNow(context: Context, { stock, events, unit, expiresOn, code }: Known): UnitState {
  return stateOf({
    facts: events.map((event) => ({ ...event, own: event.unit === unit })),
    ended: stock.known && stock.ended,
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(code === undefined ? {} : { code }),
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
