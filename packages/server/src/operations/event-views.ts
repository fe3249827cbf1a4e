import type { EventView } from '@yunsu/api';
import type { Caller, Ledger } from '@yunsu/domain';
import { toBareWord, toPlainDecimal } from '@yunsu/epcis';
import { parseIdentifier } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import type { EventRow } from '../store/read-events.ts';
import { readSecrets, restoreSecrets } from '../store/secrets.ts';
import { toAnswerText } from './event-text.ts';
import { toInstant } from './instant.ts';
import { type Names, readNames } from './naming.ts';
import { secretCipher } from './secret-cipher.ts';

/** Events as the caller may read them: the public reads what happened, others the event itself with their own secrets in it. */
export async function toEventViews(
  context: Context,
  caller: Caller,
  rows: readonly EventRow[],
  ledgers: readonly Ledger[],
): Promise<EventView[]> {
  const open = caller.plane !== 'public';
  const numbers = rows.map(({ event }) => event);
  const [names, secrets] = await Promise.all([
    readNames(context, caller, {
      places: rows.map((row) => row.bizLocation ?? row.readPoint),
      partyUris: rows.map(({ actor }) => actor),
      ledgers,
    }),
    open
      ? readSecrets(context.db, caller, numbers, secretCipher(context.config))
      : new Map<string, never[]>(),
  ]);
  return rows.map((row) => {
    const doc = open
      ? exactJson(
          toAnswerText(restoreSecrets(row.doc, secrets.get(row.event) ?? []), {
            eventID: row.eventID,
            recordTime: toInstant(row.recordTime),
          }),
        )
      : undefined;
    return { ...viewOf(row, names), ...saidIn(row.doc, open), ...(doc === undefined ? {} : { event: doc }) };
  });
}

function viewOf(row: EventRow, names: Names): EventView {
  const place = row.bizLocation ?? row.readPoint;
  return {
    eventID: row.eventID,
    eventTime: toInstant(row.eventTime),
    eventTimeZoneOffset: row.eventTimeZoneOffset,
    recordTime: toInstant(row.recordTime),
    type: row.type,
    ...(row.action === undefined ? {} : { action: row.action }),
    ...(row.bizStep === undefined ? {} : { bizStep: row.bizStep }),
    ...(row.process === undefined ? {} : { process: row.process }),
    ...(row.disposition === undefined ? {} : { disposition: row.disposition }),
    place: place === undefined ? null : names.place(place),
    actor: names.holderOf(row.actor),
    voided: row.voidFrom !== undefined,
  };
}

interface Quantity {
  readonly epcClass: string;
  readonly quantity?: RawNumber;
  readonly uom?: string;
}

interface Said {
  readonly bizTransactionList?: readonly { readonly type?: string; readonly bizTransaction: string }[];
  readonly quantityList?: readonly Quantity[];
  readonly childQuantityList?: readonly Quantity[];
  readonly inputQuantityList?: readonly Quantity[];
  readonly outputQuantityList?: readonly Quantity[];
}

/** Documents that vouch for a product, whose numbers anybody may read. */
const PUBLISHED_DOCUMENTS = new Set(['testres', 'cert']);

/** Quantities and documents of an event; volumes are a secret to the public. */
function saidIn(doc: string, open: boolean): Pick<EventView, 'quantities' | 'documents'> {
  const said = exactJson(doc) as Said;
  const documents = (said.bizTransactionList ?? [])
    .map(({ type = '', bizTransaction }) => ({
      type: toBareWord('bizTransactionType', type) ?? type,
      id: bizTransaction,
    }))
    .filter(({ type }) => open || PUBLISHED_DOCUMENTS.has(type));
  const { quantityList = [], childQuantityList = [], inputQuantityList = [], outputQuantityList = [] } = said;
  const quantities = [quantityList, childQuantityList, inputQuantityList, outputQuantityList]
    .flat()
    .flatMap(({ epcClass, quantity, uom = 'H87' }) =>
      quantity === undefined ? [] : [{ uri: canonicalUri(epcClass), quantity: decimalOf(quantity), uom }],
    );
  return {
    ...(documents.length === 0 ? {} : { documents }),
    ...(open && quantities.length > 0 ? { quantities } : {}),
  };
}

function canonicalUri(uri: string): string {
  const parsed = parseIdentifier(uri);
  return parsed.ok ? parsed.identifier.uri : uri;
}

/** A number as `exactJson` keeps it: its text as written. */
type RawNumber = { readonly rawJSON: string };
const decimalOf = (quantity: RawNumber): string => toPlainDecimal(quantity.rawJSON);

type RawJson = { rawJSON(text: string): unknown };

/** JSON whose numbers keep the digits they were written with when it is written again (ECMAScript `JSON.rawJSON`). */
function exactJson(text: string): Record<string, unknown> {
  const keep = (_key: string, value: unknown, context: { source?: string }) =>
    typeof value === 'number' && context.source !== undefined
      ? (JSON as unknown as RawJson).rawJSON(context.source)
      : value;
  return JSON.parse(text, keep as (key: string, value: unknown) => unknown) as Record<string, unknown>;
}
