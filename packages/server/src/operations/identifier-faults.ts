import type { FaultLine } from '@yunsu/api';
import type { Event, QuantityElement } from '@yunsu/epcis';
import { URI_BYTES_MAX } from '../store/capture-batch.ts';
import type { Identities } from './identities.ts';

/** Every URI of an event that the store files under a key, with its place inside the event. */
function* placedUris(event: Event): Generator<readonly [place: string, uri: string]> {
  if (event.parentID !== undefined) yield ['/parentID', event.parentID];
  for (const name of ['epcList', 'childEPCs', 'inputEPCList', 'outputEPCList'] as const) {
    for (const [at, uri] of event[name].entries()) yield [`/${name}/${at}`, uri];
  }
  for (const name of [
    'quantityList',
    'childQuantityList',
    'inputQuantityList',
    'outputQuantityList',
  ] as const) {
    const list: readonly QuantityElement[] = event[name];
    for (const [at, { epcClass }] of list.entries()) yield [`/${name}/${at}/epcClass`, epcClass];
  }
  if (event.transformationID !== undefined) yield ['/transformationID', event.transformationID];
  if (event.readPoint) yield ['/readPoint/id', event.readPoint.id];
  if (event.bizLocation) yield ['/bizLocation/id', event.bizLocation.id];
  for (const [at, { id }] of event.sourceList.entries()) yield [`/sourceList/${at}/source`, id];
  for (const [at, { id }] of event.destinationList.entries())
    yield [`/destinationList/${at}/destination`, id];
}

/** URIs of schemes that we read. Any other URI (`geo:`, `ni:`) may stand in an event and is its own identity. */
const READ = /^(https?|urn):/i;

/** What is wrong with the identifiers of an event: a check digit, a length, a sign that the scheme does not know. */
export function identifierFaults(event: Event, pointer: string, identities: Identities): FaultLine[] {
  const faults: FaultLine[] = [];
  for (const [place, uri] of placedUris(event)) {
    const parsed = identities.parse(uri);
    const got = uri.length > 80 ? `${uri.slice(0, 77)}...` : uri;
    if (!parsed.ok && READ.test(uri)) {
      faults.push({
        pointer: pointer + place,
        rule: 'identifier',
        expected: 'a valid GS1 Digital Link, EPC URN or other URI',
        got,
        en: `${got} is not a valid identifier: ${parsed.reason}`,
        zh: `${got} 不是有效标识：${parsed.reasonZh}`,
      });
    } else if (Buffer.byteLength(parsed.ok ? parsed.identifier.uri : uri) > URI_BYTES_MAX) {
      faults.push({
        pointer: pointer + place,
        rule: 'uri-length',
        expected: `at most ${URI_BYTES_MAX} bytes`,
        got,
        en: `The identifier ${got} is longer than ${URI_BYTES_MAX} bytes.`,
        zh: `标识 ${got} 超过 ${URI_BYTES_MAX} 字节。`,
      });
    }
  }
  return faults;
}
