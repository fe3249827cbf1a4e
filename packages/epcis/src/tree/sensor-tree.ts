import type { Vocabulary } from '../cbv.ts';
import { toPlainDecimal } from '../decimal.ts';
import { parseInstant } from '../instant.ts';
import { ExactNumber, isList, isObject, type Json, type JsonObject } from '../json.ts';
import { readExtensions } from '../read-event.ts';
import { type Branch, group, type Scope } from './branch.ts';
import { extensionGroup } from './extension-tree.ts';

type Kind = 'time' | 'uri' | 'plain' | Vocabulary;

/** Order of the members of `sensorMetadata` (CBV 2.0 §8.9.2). */
const metadataOrder: readonly (readonly [string, Kind])[] = [
  ['time', 'time'],
  ['startTime', 'time'],
  ['endTime', 'time'],
  ['deviceID', 'uri'],
  ['deviceMetadata', 'uri'],
  ['rawData', 'uri'],
  ['dataProcessingMethod', 'uri'],
  ['bizRules', 'uri'],
];

/** Order of the members of `sensorReport` (CBV 2.0 §8.9.2). */
const reportOrder: readonly (readonly [string, Kind])[] = [
  ['type', 'measurementType'],
  ['exception', 'sensorAlertType'],
  ['deviceID', 'uri'],
  ['deviceMetadata', 'uri'],
  ['rawData', 'uri'],
  ['dataProcessingMethod', 'uri'],
  ['bizRules', 'uri'],
  ['time', 'time'],
  ['microorganism', 'uri'],
  ['chemicalSubstance', 'uri'],
  ['value', 'plain'],
  ['component', 'component'],
  ['stringValue', 'plain'],
  ['booleanValue', 'plain'],
  ['hexBinaryValue', 'plain'],
  ['uriValue', 'uri'],
  ['minValue', 'plain'],
  ['maxValue', 'plain'],
  ['meanValue', 'plain'],
  ['sDev', 'plain'],
  ['percRank', 'plain'],
  ['percValue', 'plain'],
  ['uom', 'plain'],
  ['coordinateReferenceSystem', 'uri'],
];

/** The sensor elements of an event; nothing where there are none. */
export function sensorElements(elements: readonly JsonObject[], scope: Scope): Branch[] {
  if (elements.length === 0) return [];
  const children = elements.map((element) => ({
    name: 'sensorElement',
    children: elementParts(element, scope),
  }));
  return [{ name: 'sensorElementList', children, sorted: true }];
}

function elementParts(element: JsonObject, scope: Scope): Branch[] {
  const { sensorMetadata, sensorReport } = element;
  const reports = isList(sensorReport) ? sensorReport.filter(isObject) : [];
  return [
    ...(isObject(sensorMetadata) ? [part('sensorMetadata', sensorMetadata, metadataOrder, scope)] : []),
    group(reports.map((report) => part('sensorReport', report, reportOrder, scope))),
    extensionGroup(readExtensions(element, scope.namespaces), scope),
  ];
}

function part(
  name: string,
  object: JsonObject,
  order: readonly (readonly [string, Kind])[],
  scope: Scope,
): Branch {
  const members = order.flatMap(([member, kind]) => {
    const value = object[member];
    return value === undefined ? [] : [{ name: member, value: canonicalValue(value, kind, scope) }];
  });
  return { name, children: [...members, extensionGroup(readExtensions(object, scope.namespaces), scope)] };
}

function canonicalValue(value: Json, kind: Kind, scope: Scope): string {
  if (value instanceof ExactNumber) return toPlainDecimal(value.text);
  if (typeof value !== 'string') return String(value);
  const text = value.trim();
  if (kind === 'plain') return text;
  if (kind === 'uri') return scope.uri(text);
  if (kind !== 'time') return scope.word(kind, text);
  const instant = parseInstant(text);
  return instant === undefined ? text : scope.time(instant);
}
