import type { LegView } from '@yunsu/api';
import { type Caller, type Hands, HOP_KINDS, type Key, type Ledger, type Leg } from '@yunsu/domain';
import type { Context } from '../context.ts';
import type { KeptLeg } from '../store/read-completeness.ts';
import { EVENT_FACTS_MAX, readEventFacts } from '../store/read-event-facts.ts';
import { toInstant } from './instant.ts';
import { readNames } from './naming.ts';
import { readProductsOf } from './products.ts';
import { readAll } from './trace-sources.ts';

/** A leg as the caller may know it. */
export interface SeenLeg {
  readonly own: boolean;
  readonly open: boolean;
  readonly leg: Omit<Leg, 'own'>;
}

const NOBODY: Hands = {};

export const isOpen = (kind: Leg['kind']): boolean => !(HOP_KINDS.on[kind] ?? HOP_KINDS.back[kind] ?? false);

/**
 * What the caller may not see answers as what does not exist: of a leg whose receipt is hidden the shipment is left, and
 * where it said that it was going; of one whose shipment is hidden, the receipt.
 */
export function toSeen({ unit, leg, seesShipment, seesReceipt, destination }: KeptLeg): SeenLeg {
  const own = unit === leg.unit;
  if (leg.kind !== 'matched' || (seesShipment && seesReceipt)) return { own, open: isOpen(leg.kind), leg };
  if (seesShipment) {
    const { received, ...rest } = leg;
    const kind = destination.party === undefined ? 'unknown-holder' : 'shipment-without-receipt';
    return { own, open: true, leg: { ...rest, kind, to: destination } };
  }
  const { shipped, ...rest } = leg;
  return { own, open: true, leg: { ...rest, kind: 'receipt-without-shipment', from: NOBODY } };
}

/** Legs with names for keys and eventIDs for numbers. */
export async function toLegViews(
  context: Context,
  caller: Caller,
  legs: readonly SeenLeg[],
  ledgers: readonly Ledger[] = [],
): Promise<LegView[]> {
  const units = new Set(legs.map(({ leg }) => leg.unit));
  const sides = legs.flatMap(({ leg: { from, to } }) => [from, to]);
  const events = new Set(
    legs
      .flatMap(({ leg: { shipped, received } }) => [shipped?.event, received?.event])
      .filter((id) => id !== undefined),
  );
  const [names, products, facts] = await Promise.all([
    readNames(context, caller, {
      units,
      parties: sides.map(({ party }) => party),
      places: sides.map(({ place }) => place),
      ledgers,
    }),
    readProductsOf(context, units),
    readAll([...events], EVENT_FACTS_MAX, (part) => readEventFacts(context.db, part)),
  ]);
  const handsView = ({ party, place }: { party?: Key; place?: Key }) => ({
    holder: names.holder(party),
    place: names.place(place),
  });
  const atView = (at: Leg['shipped']) =>
    at && { eventID: facts.get(at.event)?.eventID ?? '', time: toInstant(at.time) };
  return legs.map(({ own, open, leg }) => {
    const product = products.of(leg.unit)?.name;
    const shipped = atView(leg.shipped);
    const received = atView(leg.received);
    return {
      uri: names.uri(leg.unit),
      ...(product === undefined ? {} : { product }),
      own,
      kind: leg.kind,
      open,
      from: handsView(leg.from),
      to: handsView(leg.to),
      ...(shipped === undefined ? {} : { shipped }),
      ...(received === undefined ? {} : { received }),
      ...(leg.quantity === undefined || leg.uom === undefined
        ? {}
        : { quantity: leg.quantity, uom: leg.uom }),
    };
  });
}
