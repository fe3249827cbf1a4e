/**
 * An event as a tree of names and canonical values, in the order of CBV 2.0 §8.9.2. The event hash and the content of an event are two
 * ways to write this tree down.
 *
 * Where the standard is silent or its public implementations differ, this is the policy:
 * - `certificationInfo` stands after eventTimeZoneOffset, one entry per value, because a change of any field must change the hash.
 * - Truth values are `true` and `false`, as XML writes them.
 * - CURIEs with a declared prefix are written in full in every member that holds a URI or a word; inside the text of extensions only
 *   those of `gs1`, `cbv` and `epcis`, which no document can redefine, since XML cannot tell other CURIEs from text.
 * - Words of sensors (`Temperature`, `gs1:Temperature`, `ALARM_CONDITION`, `x`) become Web URIs like those of business steps.
 * - A text inside an extension that is a number in plain decimal form loses trailing zeros, since XML has no other form for numbers;
 *   `007`, `1e3` and `+5` stay texts, so that two lots never share a hash by their digits alone. Texts of EPCIS's own members
 *   (stringValue, hexBinaryValue, uom) stay as they are.
 * - `bizRules` of a sensor report, which the standard's list leaves out, stands after dataProcessingMethod as in the metadata.
 * - `@context` inside an extension declares prefixes and is no content. An extension whose value is null is absent.
 * - Times are rounded half up on the digits given, also across the second, the day and the year.
 * - recordTime, eventID and errorDeclaration are left out: an event and its declaration have one hash.
 */
import { standardNamespaces, toWebUri, type Vocabulary } from '../cbv.ts';
import { expandCurie } from '../context.ts';
import type { Event, Instant, Location, QuantityElement, TypedReference } from '../event.ts';
import { type Branch, group, type Scope } from './branch.ts';
import { extensionGroup, extensionList } from './extension-tree.ts';
import { sensorElements } from './sensor-tree.ts';

/** How values of an event become canonical. */
export interface Canonical {
  /** The one URI of an identifier in any spelling; a URI that is none comes back as it is. */
  readonly uri: (uri: string) => string;
  readonly time: (instant: Instant) => string;
}

/** Builds the tree of an event; what the event lacks is left out. */
export function toTree(event: Event, canonical: Canonical): Branch[] {
  const namespaces = event.namespaces ?? standardNamespaces;
  const scope: Scope = {
    namespaces,
    uri: (text) => canonical.uri(expandCurie(text.trim(), namespaces)),
    word: (vocabulary, text) => expandCurie(toWebUri(vocabulary, text.trim()), namespaces),
    canonical: canonical.uri,
    time: canonical.time,
  };
  return [
    { name: 'eventType', value: event.type },
    { name: 'eventTime', value: scope.time(event.eventTime) },
    { name: 'eventTimeZoneOffset', value: event.eventTimeZoneOffset },
    group(event.certificationInfo.map((uri) => ({ name: 'certificationInfo', value: scope.uri(uri) }))),
    ...identifierBranches(event, scope),
    ...(event.action === undefined ? [] : [{ name: 'action', value: event.action }]),
    ...uriBranch('transformationID', event.transformationID, scope),
    ...wordBranch('bizStep', event.bizStep, scope),
    ...wordBranch('disposition', event.disposition, scope),
    ...persistentDisposition(event, scope),
    ...place('readPoint', event.readPoint, scope),
    ...place('bizLocation', event.bizLocation, scope),
    ...references('bizTransaction', event.bizTransactionList, 'bizTransactionType', scope),
    ...references('source', event.sourceList, 'sourceDestinationType', scope),
    ...references('destination', event.destinationList, 'sourceDestinationType', scope),
    ...sensorElements(event.sensorElementList, scope),
    ...extensionList('ilmd', event.ilmd, scope),
    extensionGroup(event.extensions, scope),
  ];
}

function identifierBranches(event: Event, scope: Scope): Branch[] {
  return [
    ...epcs('epcList', event.epcList, scope),
    ...uriBranch('parentID', event.parentID, scope),
    ...epcs('inputEPCList', event.inputEPCList, scope),
    ...epcs('childEPCs', event.childEPCs, scope),
    ...quantities('quantityList', event.quantityList, scope),
    ...quantities('childQuantityList', event.childQuantityList, scope),
    ...quantities('inputQuantityList', event.inputQuantityList, scope),
    ...epcs('outputEPCList', event.outputEPCList, scope),
    ...quantities('outputQuantityList', event.outputQuantityList, scope),
  ];
}

/** The name of a list stands once before its entries; an empty list is absent. */
function listBranch(name: string, children: readonly Branch[]): Branch[] {
  return children.length === 0 ? [] : [{ name, children, sorted: true }];
}

function uriBranch(name: string, uri: string | undefined, scope: Scope): Branch[] {
  return uri === undefined ? [] : [{ name, value: scope.uri(uri) }];
}

function wordBranch(name: 'bizStep' | 'disposition', text: string | undefined, scope: Scope): Branch[] {
  return text === undefined ? [] : [{ name, value: scope.word(name, text) }];
}

function epcs(name: string, uris: readonly string[], scope: Scope): Branch[] {
  return listBranch(
    name,
    uris.map((uri) => ({ name: 'epc', value: scope.uri(uri) })),
  );
}

function quantities(name: string, elements: readonly QuantityElement[], scope: Scope): Branch[] {
  return listBranch(
    name,
    elements.map(({ epcClass, quantity, uom }) => ({
      name: 'quantityElement',
      children: [
        { name: 'epcClass', value: scope.uri(epcClass) },
        ...(quantity === undefined ? [] : [{ name: 'quantity', value: quantity }]),
        ...(uom === undefined ? [] : [{ name: 'uom', value: uom }]),
      ],
    })),
  );
}

function persistentDisposition({ persistentDisposition }: Event, scope: Scope): Branch[] {
  if (persistentDisposition === undefined) return [];
  const { set, unset } = persistentDisposition;
  const values = (name: string, words: readonly string[]) =>
    group(words.map((text) => ({ name, value: scope.word('disposition', text) })));
  return [{ name: 'persistentDisposition', children: [values('set', set), values('unset', unset)] }];
}

function place(name: string, location: Location | undefined, scope: Scope): Branch[] {
  if (location === undefined) return [];
  const id = { name: 'id', value: scope.uri(location.id) };
  return [{ name, children: [id, extensionGroup(location.extensions, scope)] }];
}

/** The type follows the value it belongs to, before the list is ordered (CBV 2.0 §8.9.2). */
function references(
  name: string,
  list: readonly TypedReference[],
  vocabulary: Vocabulary,
  scope: Scope,
): Branch[] {
  const entries = list.map(({ id, type }) => ({
    name,
    value: scope.uri(id),
    children: type === undefined ? [] : [{ name: 'type', value: scope.word(vocabulary, type) }],
  }));
  return listBranch(`${name}List`, entries);
}
