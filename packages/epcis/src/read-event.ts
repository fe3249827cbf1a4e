import { toBareWord, type Vocabulary } from './cbv.ts';
import { expandCurie, expandName, type Namespaces } from './context.ts';
import { toPlainDecimal } from './decimal.ts';
import type {
  Action,
  ErrorDeclaration,
  Event,
  EventType,
  Extension,
  Instant,
  Location,
  QuantityElement,
  TypedReference,
} from './event.ts';
import { parseInstant } from './instant.ts';
import type { ExactNumber, Json, JsonObject } from './json.ts';

/** Turns the JSON of an event into an `Event`. The object must have passed `checkEvent`, which is what the casts rest on. */
export function readEvent(object: JsonObject, namespaces: Namespaces): Event {
  const words = { namespaces };
  return {
    type: object.type as EventType,
    eventTime: instant(object.eventTime),
    eventTimeZoneOffset: object.eventTimeZoneOffset as string,
    ...optionalMembers(object, words),
    epcList: texts(object.epcList),
    quantityList: quantities(object.quantityList),
    childEPCs: texts(object.childEPCs),
    childQuantityList: quantities(object.childQuantityList),
    inputEPCList: texts(object.inputEPCList),
    inputQuantityList: quantities(object.inputQuantityList),
    outputEPCList: texts(object.outputEPCList),
    outputQuantityList: quantities(object.outputQuantityList),
    bizTransactionList: references(object, 'bizTransaction', 'bizTransactionType', namespaces),
    sourceList: references(object, 'source', 'sourceDestinationType', namespaces),
    destinationList: references(object, 'destination', 'sourceDestinationType', namespaces),
    sensorElementList: (object.sensorElementList ?? NONE) as readonly JsonObject[],
    certificationInfo: oneOrMany(object.certificationInfo),
    ilmd: readExtensions(object.ilmd as JsonObject | undefined, namespaces),
    extensions: readExtensions(object, namespaces),
    namespaces,
  };
}

const NONE: readonly never[] = Object.freeze([]);

function optionalMembers(object: JsonObject, { namespaces }: { namespaces: Namespaces }): Partial<Event> {
  const { eventID, action, parentID, transformationID, persistentDisposition } = object;
  const members: { -readonly [Name in keyof Event]?: Event[Name] } = {};
  if (eventID !== undefined) members.eventID = eventID as string;
  if (object.recordTime !== undefined) members.recordTime = instant(object.recordTime);
  if (action !== undefined) members.action = action as Action;
  if (object.bizStep !== undefined) members.bizStep = word('bizStep', object.bizStep, namespaces);
  if (object.disposition !== undefined) {
    members.disposition = word('disposition', object.disposition, namespaces);
  }
  if (persistentDisposition !== undefined) {
    const { set, unset } = persistentDisposition as JsonObject;
    members.persistentDisposition = {
      set: dispositions(set, namespaces),
      unset: dispositions(unset, namespaces),
    };
  }
  if (object.readPoint !== undefined) members.readPoint = location(object.readPoint, namespaces);
  if (object.bizLocation !== undefined) members.bizLocation = location(object.bizLocation, namespaces);
  if (parentID !== undefined) members.parentID = parentID as string;
  if (transformationID !== undefined) members.transformationID = transformationID as string;
  if (object.errorDeclaration !== undefined) {
    members.errorDeclaration = declaration(object.errorDeclaration as JsonObject, namespaces);
  }
  return members;
}

function instant(value: Json | undefined): Instant {
  return parseInstant(value as string)!;
}

function texts(value: Json | undefined): readonly string[] {
  return (value ?? NONE) as readonly string[];
}

function oneOrMany(value: Json | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : texts(value);
}

/** A value of a vocabulary: the bare word where CBV has it, else the URI in full. */
function word(vocabulary: Vocabulary, value: Json, namespaces: Namespaces): string {
  return toBareWord(vocabulary, value as string) ?? expandCurie(value as string, namespaces);
}

function dispositions(value: Json | undefined, namespaces: Namespaces): readonly string[] {
  return texts(value).map((each) => word('disposition', each, namespaces));
}

function quantities(value: Json | undefined): readonly QuantityElement[] {
  if (value === undefined) return NONE;
  return (value as readonly JsonObject[]).map(({ epcClass, quantity, uom }) => ({
    epcClass: epcClass as string,
    ...(quantity === undefined ? {} : { quantity: toPlainDecimal((quantity as ExactNumber).text) }),
    ...(uom === undefined ? {} : { uom: uom as string }),
  }));
}

function references(
  object: JsonObject,
  member: 'bizTransaction' | 'source' | 'destination',
  vocabulary: Vocabulary,
  namespaces: Namespaces,
): readonly TypedReference[] {
  const list = object[`${member}List`];
  if (list === undefined) return NONE;
  return (list as readonly JsonObject[]).map((each) => ({
    ...(each.type === undefined ? {} : { type: word(vocabulary, each.type, namespaces) }),
    id: each[member] as string,
  }));
}

function location(value: Json, namespaces: Namespaces): Location {
  const object = value as JsonObject;
  return { id: object.id as string, extensions: readExtensions(object, namespaces) };
}

function declaration(object: JsonObject, namespaces: Namespaces): ErrorDeclaration {
  return {
    declarationTime: instant(object.declarationTime),
    ...(object.reason === undefined ? {} : { reason: word('errorReason', object.reason, namespaces) }),
    correctiveEventIDs: texts(object.correctiveEventIDs),
    extensions: readExtensions(object, namespaces),
  };
}

/** The members of an object that are neither EPCIS's own (which have no colon) nor in an undeclared namespace. */
export function readExtensions(object: JsonObject | undefined, namespaces: Namespaces): readonly Extension[] {
  if (object === undefined) return NONE;
  let extensions: Extension[] | undefined;
  for (const name in object) {
    if (!name.includes(':')) continue;
    const expanded = expandName(name, namespaces);
    if (expanded === undefined) continue;
    extensions ??= [];
    extensions.push({ ...expanded, value: object[name]! });
  }
  return extensions ?? NONE;
}
