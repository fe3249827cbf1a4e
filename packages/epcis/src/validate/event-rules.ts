/** What an event of each type must name, across its members (EPCIS 2.0 §7.4). A member that is wrong by itself has its own fault and
 * counts as present here, so that one mistake gives one sentence. */
import type { EventType } from '../event.ts';
import { isList, type JsonObject } from '../json.ts';
import { expectations } from '../words.ts';
import { ACTIONS } from './event-shapes.ts';
import { type Report, refuse, refuseMember } from './report.ts';

type EventRule = (event: JsonObject, report: Report) => void;

function names(event: JsonObject, member: string): boolean {
  const value = event[member];
  return value !== undefined && !(isList(value) && value.length === 0);
}

/** The action where it is one; undefined where it is wrong or missing, which is a fault already. */
function actionOf(event: JsonObject): string | undefined {
  const { action } = event;
  return typeof action === 'string' && ACTIONS.has(action) ? action : undefined;
}

const objectNamesSomething: EventRule = (event, report) => {
  if (event.epcList !== undefined || names(event, 'quantityList')) return;
  if (names(event, 'sensorElementList') && event.readPoint !== undefined) return;
  refuse(report, 'no-identifiers', { type: 'ObjectEvent' });
};

/** ILMD describes what comes into being (EPCIS 2.0 §7.3.6). */
const ilmdOnlyWithAdd: EventRule = (event, report) => {
  const action = actionOf(event);
  if (event.ilmd === undefined || action === undefined || action === 'ADD') return;
  refuseMember(report, 'ilmd', 'ilmd-without-add', { found: action });
};

const transactionNamesSomething: EventRule = (event, report) => {
  const action = actionOf(event);
  if (event.epcList !== undefined || names(event, 'quantityList')) return;
  if (action !== undefined && action !== 'DELETE') refuse(report, 'no-objects', { type: 'TransactionEvent' });
};

const childrenUnlessDelete =
  (type: EventType): EventRule =>
  (event, report) => {
    const action = actionOf(event);
    if (names(event, 'childEPCs') || names(event, 'childQuantityList')) return;
    if (action !== undefined && action !== 'DELETE') refuse(report, 'no-children', { type });
  };

/** "parentID: optional when action is OBSERVE, required otherwise" (EPCIS 2.0 §7.4, AggregationEvent); the JSON schema leaves it out. */
const parentUnlessObserve: EventRule = (event, report) => {
  const action = actionOf(event);
  if (event.parentID !== undefined || action === undefined || action === 'OBSERVE') return;
  refuseMember(report, 'parentID', 'no-parent', { found: action });
};

const inputsAndOutputs: EventRule = (event, report) => {
  const inputs = names(event, 'inputEPCList') || names(event, 'inputQuantityList');
  const outputs = names(event, 'outputEPCList') || names(event, 'outputQuantityList');
  const enough = event.transformationID === undefined ? inputs && outputs : inputs || outputs;
  if (!enough) refuse(report, 'no-inputs-or-outputs');
};

/** EPCIS 2.0 §7.3.4: at least one of the two lists. */
const setOrUnset: EventRule = (event, report) => {
  const value = event.persistentDisposition;
  if (typeof value !== 'object' || value === null || isList(value)) return;
  const { set, unset } = value as JsonObject;
  if (set !== undefined || unset !== undefined) return;
  refuseMember(report, 'persistentDisposition', 'empty', {
    expected: expectations.setOrUnset,
    got: { en: 'neither', zh: '两者皆无' },
  });
};

/** The rules of each event type. */
export const eventRules: Readonly<Record<EventType, readonly EventRule[]>> = {
  ObjectEvent: [objectNamesSomething, ilmdOnlyWithAdd, setOrUnset],
  AggregationEvent: [parentUnlessObserve, childrenUnlessDelete('AggregationEvent')],
  AssociationEvent: [childrenUnlessDelete('AssociationEvent')],
  TransactionEvent: [transactionNamesSomething],
  TransformationEvent: [inputsAndOutputs, setOrUnset],
};
