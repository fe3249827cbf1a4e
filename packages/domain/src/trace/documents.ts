import { Act, actOf, isClassLevel, type Key, Position, type Posting, positionOf } from './posting.ts';

/** A business document as an event names it: CBV type as a bare word (else a URI, or nothing) and canonical id. */
export interface BusinessDocument {
  readonly type?: string;
  readonly id: string;
}

/** Most documents of one event that receipts are matched by; those of a delivery are one or two. */
export const DOCUMENTS_MAX = 100;

/**
 * CBV 2.0 §7.3: despatch advice and bill of lading are written for one delivery. An order or an invoice may cover several, so it
 * tells less. What speaks of the goods themselves (certificates, test results) is the same for every delivery of a lot.
 */
const OF_ONE_DELIVERY: ReadonlySet<string> = new Set(['desadv', 'bol']);
const OF_THE_GOODS: ReadonlySet<string> = new Set([
  'cert',
  'pedigree',
  'prodorder',
  'testprd',
  'testres',
  'upevt',
]);

/** The documents by which a receipt is matched with a shipment, each as one text `type id`; the first DOCUMENTS_MAX in their order. */
export const deliveryDocuments = (documents: readonly BusinessDocument[]): string[] =>
  [
    ...new Set(
      documents
        .filter(({ type = '' }) => !OF_THE_GOODS.has(type))
        .map(({ type = '', id }) => `${type} ${id}`)
        .sort(),
    ),
  ].slice(0, DOCUMENTS_MAX);

/** No document in common. */
export const NO_COMMON = 2;

/** How well two events agree in their documents: 0 one of one delivery, 1 another one, `NO_COMMON` none. */
export function agreementOf(one: readonly string[], other: readonly string[]): number {
  let best = NO_COMMON;
  for (const document of one) {
    if (!other.includes(document)) continue;
    if (OF_ONE_DELIVERY.has(document.slice(0, document.indexOf(' ')))) return 0;
    best = 1;
  }
  return best;
}

const comes = (act: Act): boolean => act === Act.receive || act === Act.arrive;

/**
 * The events whose documents a replay needs: those that send an amount of a lot or take it over, of lots of which both is
 * recorded. Items and containers are known by their own codes.
 */
export function deliveriesOf(events: Iterable<readonly Posting[]>): string[] {
  const lots = new Map<Key, { sent: string[]; came: string[] }>();
  for (const postings of events) {
    for (const { unit, role, event } of postings) {
      if (!isClassLevel(role) || positionOf(role) !== Position.unit) continue;
      const act = actOf(role);
      if (act !== Act.depart && !comes(act)) continue;
      const lot = lots.get(unit) ?? { sent: [], came: [] };
      lots.set(unit, lot);
      (comes(act) ? lot.came : lot.sent).push(event);
    }
  }
  const both = [...lots.values()].filter(({ sent, came }) => sent.length > 0 && came.length > 0);
  return [...new Set(both.flatMap(({ sent, came }) => [...sent, ...came]))];
}
