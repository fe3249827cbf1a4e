import type { Event } from '@yunsu/epcis';
import { type CaptureEvent, URI_BYTES_MAX } from './capture-batch.ts';
import { EVENT_TIME_MIN, MICROS_MAX } from './micros.ts';

/** Why the store cannot hold an event, or undefined. */
export function refusalOf(captured: CaptureEvent): { en: string; zh: string } | undefined {
  const { micros } = captured.event.eventTime;
  if (micros < EVENT_TIME_MIN || micros > MICROS_MAX) {
    return { en: 'eventTime is before 1900 or after 2255.', zh: 'eventTime 早于 1900 年或晚于 2255 年。' };
  }
  const uris = [captured.actor, ...captured.parties, ...captured.identifiers.map(({ uri }) => uri)];
  const long = uris.find((uri) => uri.length * 3 > URI_BYTES_MAX && Buffer.byteLength(uri) > URI_BYTES_MAX);
  if (long === undefined) return undefined;
  const start = `${long.slice(0, 60)}…`;
  return {
    en: `The identifier ${start} is longer than ${URI_BYTES_MAX} bytes.`,
    zh: `标识 ${start} 超过 ${URI_BYTES_MAX} 字节。`,
  };
}

/**
 * True where a second, real act would look exactly the same: quantities of a class, no eventID and no business
 * transaction (two sales in one second). Sent again it counts as a repeat, so the sender is told to give an eventID.
 */
export function mayHideTwin(event: Event): boolean {
  const counted = [
    event.quantityList,
    event.childQuantityList,
    event.inputQuantityList,
    event.outputQuantityList,
  ];
  return (
    event.eventID === undefined &&
    event.bizTransactionList.length === 0 &&
    counted.some((list) => list.length > 0)
  );
}
