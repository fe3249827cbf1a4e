import { readContext } from '../context.ts';
import type { EventType } from '../event.ts';
import { showJson } from '../fault.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { expectations, oneOf } from '../words.ts';
import { eventRules } from './event-rules.ts';
import { eventShapes } from './event-shapes.ts';
import { type Report, refuseMember, refuseValue } from './report.ts';
import { membersOf } from './shape.ts';

/** The event types of EPCIS 2.0 §7.4. Types of one's own, which the schema lets pass unread, have no meaning here and are refused. */
export const EVENT_TYPES: readonly EventType[] = [
  'ObjectEvent',
  'AggregationEvent',
  'TransactionEvent',
  'TransformationEvent',
  'AssociationEvent',
];

const checks = new Map<Json | undefined, (event: JsonObject, report: Report) => void>(
  EVENT_TYPES.map((type) => [type, membersOf(eventShapes[type])]),
);

/** Checks an event and gives it back as an object of known type; undefined where it has a fault. The report leaves with the
 * prefixes that are in force inside the event. */
export function checkEvent(value: Json, report: Report): JsonObject | undefined {
  const before = report.faults.length;
  if (!isObject(value)) {
    refuseValue(report, 'kind', expectations.object, value);
    return undefined;
  }
  const check = checks.get(value.type);
  if (check === undefined) {
    refuseMember(report, 'type', 'event-type', {
      expected: oneOf(EVENT_TYPES),
      got: showJson(value.type),
    });
    return undefined;
  }
  report.namespaces = readContext(value['@context'], report.namespaces);
  check(value, report);
  for (const rule of eventRules[value.type as EventType]) rule(value, report);
  return report.faults.length === before ? value : undefined;
}
