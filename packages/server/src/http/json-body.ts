import { Problem } from '@yunsu/api';
import { ExactNumber, type Json, scan } from '@yunsu/epcis';

/**
 * A JSON body as plain values. The scanner of the EPCIS room reads it, so that invalid UTF-8, duplicate and special
 * names, NUL, depth and absurd numbers are refused here too.
 */
export function readJsonBody(bytes: Uint8Array): unknown {
  const scanned = scan(bytes);
  if (scanned.ok) return toPlain(scanned.value);
  const { fault } = scanned;
  throw new Problem('invalid-json', { faults: [fault], detail: { en: fault.en, zh: fault.zh } });
}

/** The depth is bounded by the scanner. */
function toPlain(value: Json): unknown {
  if (value instanceof ExactNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(toPlain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toPlain(member)]));
}
