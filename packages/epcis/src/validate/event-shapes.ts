/** The members of the five event types (EPCIS 2.0 §7.4) as the official JSON schema has them. */
import type { EventType } from '../event.ts';
import { expectations } from '../words.ts';
import {
  context,
  decimal,
  listOf,
  text,
  textLike,
  time,
  truth,
  uri,
  uriOrList,
  word,
  wordOf,
} from './checks.ts';
import type { Check } from './report.ts';
import { ilmd, type Shape, shapeOf } from './shape.ts';

/** What an event says about its objects (EPCIS 2.0 §7.3.2). */
export const ACTIONS: ReadonlySet<string> = new Set(['ADD', 'OBSERVE', 'DELETE']);

const offset = textLike(/^[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)$/, 'offset', expectations.offset);
const unit = textLike(/^[A-Z0-9]{2,3}$/, 'uom', expectations.uom);
const hexBinary = textLike(/^[A-Fa-f0-9]+$/, 'hex', expectations.hex);
const action = wordOf(ACTIONS, 'action');
const disposition = word('disposition');

const identifiers = listOf(uri, { limit: 'identifiersMax' });
const distinctIdentifiers = listOf(uri, { limit: 'identifiersMax', distinct: true });
/** EPCIS 2.0 §7.3.3.3. */
const quantities = listOf(
  shapeOf({
    name: 'quantityElement',
    members: { epcClass: uri, quantity: decimal, uom: unit },
    required: ['epcClass'],
    others: 'none',
  }),
  { limit: 'identifiersMax' },
);

/** A reference with its type: business transaction, source, destination (EPCIS 2.0 §7.3.5). */
function references(member: string, type: Check, required: readonly string[]): Check {
  return shapeOf({ name: member, members: { type, [member]: uri }, required, others: 'none' });
}

const bizTransaction = references('bizTransaction', word('bizTransactionType'), ['bizTransaction']);
const partyType = word('sourceDestinationType');
const source = references('source', partyType, ['type', 'source']);
const destination = references('destination', partyType, ['type', 'destination']);

const place = (name: string) => shapeOf({ name, members: { id: uri }, required: ['id'] });
const dispositionSet = listOf(disposition, { atLeastOne: true, distinct: true });
const persistentDisposition: Check = shapeOf({
  name: 'persistentDisposition',
  members: { set: dispositionSet, unset: dispositionSet },
  others: 'none',
});

/** EPCIS 2.0 §7.3.7.1. That a report and its metadata share no attribute, and that a sensor's time is not after eventTime, is said
 * by the SHACL shapes and broken by the official examples, so neither is checked. */
const sensorMetadata = shapeOf({
  name: 'sensorMetadata',
  members: {
    time,
    startTime: time,
    endTime: time,
    deviceID: uri,
    deviceMetadata: uri,
    rawData: uri,
    dataProcessingMethod: uri,
    bizRules: uri,
  },
});

/** EPCIS 2.0 §7.3.7.2. */
const sensorReport = shapeOf({
  name: 'sensorReport',
  members: {
    type: word('measurementType'),
    exception: word('sensorAlertType'),
    component: word('component'),
    time,
    deviceID: uri,
    deviceMetadata: uri,
    rawData: uri,
    dataProcessingMethod: uri,
    bizRules: uri,
    microorganism: uri,
    chemicalSubstance: uri,
    coordinateReferenceSystem: uri,
    uriValue: uri,
    value: decimal,
    minValue: decimal,
    maxValue: decimal,
    meanValue: decimal,
    sDev: decimal,
    percRank: decimal,
    percValue: decimal,
    stringValue: text,
    booleanValue: truth,
    hexBinaryValue: hexBinary,
    uom: text,
  },
  required: ['type'],
});

const sensorElement = shapeOf({
  name: 'sensorElement',
  members: { sensorMetadata, sensorReport: listOf(sensorReport, { atLeastOne: true }) },
  required: ['sensorReport'],
});

/** EPCIS 2.0 §7.4.1.4. */
const errorDeclaration = shapeOf({
  name: 'errorDeclaration',
  members: {
    declarationTime: time,
    reason: word('errorReason'),
    correctiveEventIDs: listOf(uri),
  },
  required: ['declarationTime'],
});

const anything: Check = () => {};
const common = {
  type: anything,
  '@context': context,
  eventTime: time,
  recordTime: time,
  eventTimeZoneOffset: offset,
  eventID: uri,
  certificationInfo: uriOrList,
  errorDeclaration,
  bizStep: word('bizStep'),
  disposition,
  readPoint: place('readPoint'),
  bizLocation: place('bizLocation'),
  bizTransactionList: listOf(bizTransaction),
  sourceList: listOf(source),
  destinationList: listOf(destination),
  sensorElementList: listOf(sensorElement),
};
const always = ['eventTime', 'eventTimeZoneOffset'];

const children = {
  ...common,
  action,
  parentID: uri,
  childEPCs: identifiers,
  childQuantityList: quantities,
};

/** One table per event type. */
export const eventShapes: Readonly<Record<EventType, Shape>> = {
  ObjectEvent: {
    name: 'ObjectEvent',
    members: {
      ...common,
      action,
      epcList: distinctIdentifiers,
      quantityList: quantities,
      persistentDisposition,
      ilmd,
    },
    required: [...always, 'action'],
  },
  AggregationEvent: { name: 'AggregationEvent', members: children, required: [...always, 'action'] },
  AssociationEvent: {
    name: 'AssociationEvent',
    members: children,
    required: [...always, 'action', 'parentID'],
  },
  TransactionEvent: {
    name: 'TransactionEvent',
    members: {
      ...common,
      action,
      parentID: uri,
      epcList: identifiers,
      quantityList: quantities,
      bizTransactionList: listOf(bizTransaction, { atLeastOne: true }),
    },
    required: [...always, 'action', 'bizTransactionList'],
  },
  TransformationEvent: {
    name: 'TransformationEvent',
    members: {
      ...common,
      inputEPCList: distinctIdentifiers,
      inputQuantityList: quantities,
      outputEPCList: distinctIdentifiers,
      outputQuantityList: quantities,
      transformationID: uri,
      persistentDisposition,
      ilmd,
    },
    required: always,
  },
};
