import type { Event } from '@yunsu/epcis';
import { Act } from './posting.ts';

/** Namespace of our extension vocabulary; CBV has no words for slaughter, filling, spraying and the like. */
export const YUNSU = 'urn:yunsu:voc:';

/** The text of one of our own extension members, `undefined` where the event has none. */
export function yunsuText(event: Event, localName: string): string | undefined {
  const value = event.extensions.find((e) => e.namespace === YUNSU && e.localName === localName)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** `yunsu:order: true` marks a statement about units that may lie elsewhere: a recall order, an assessment. */
export const isStatement = (event: Event): boolean =>
  event.extensions.some((e) => e.namespace === YUNSU && e.localName === 'order' && e.value === true);

const endingDispositions = new Set(['retail_sold', 'dispensed', 'destroyed']);

/**
 * What an ObjectEvent or TransactionEvent does to its units. CBV 2.0 §7.1 names the steps: `shipping` and
 * `departing` leave, `receiving` takes over, `arriving` comes to a place in the hands it was sent to. `accepting` often
 * follows `receiving` and then only confirms it. `void_shipping` takes back what never left. A `departing` without a
 * destination says only that a vehicle moved. A sale to a final consumer ends a path.
 */
export function actOfEvent(event: Event): Act {
  if (isStatement(event)) return Act.state;
  const { action, bizStep, disposition } = event;
  if (event.type === 'ObjectEvent' && action === 'ADD') return Act.add;
  if (event.type === 'ObjectEvent' && action === 'DELETE') return Act.delete;
  switch (bizStep) {
    case 'shipping':
      return Act.ship;
    case 'departing':
      return event.destinationList.length > 0 ? Act.ship : Act.observe;
    case 'receiving':
    case 'void_shipping':
      return Act.receive;
    case 'arriving':
    case 'accepting':
      return Act.arrive;
    case 'retail_selling':
    case 'dispensing':
      return endingDispositions.has(disposition ?? '') ? Act.delete : Act.observe;
    default:
      return Act.observe;
  }
}
