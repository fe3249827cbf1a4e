import type { Event, QuantityElement } from '@yunsu/epcis';
import type { Identifier } from '@yunsu/identifiers';
import { actOfEvent, isStatement } from './acts.ts';
import { lotNumber, postMembership } from './memberships.ts';
import { Act, type Key, Position } from './posting.ts';
import {
  chunks,
  type Draft,
  keyIn,
  type NewPosting,
  type PostingFacts,
  partyOf,
  placeOf,
  post,
} from './posting-draft.ts';

/**
 * What one event says of each of its units, and every identity it names. A pure function of the event, so that
 * postings can be derived again at any time (design §5.2, §5.6).
 */
export function postingsOf(
  event: Event,
  facts: PostingFacts,
): { postings: NewPosting[]; identifiers: Identifier[] } {
  const identifiers = new Map<string, Identifier>();
  const draft: Draft = {
    event,
    facts,
    identifiers,
    postings: [],
    place: locationKey(event.bizLocation?.id ?? event.readPoint?.id),
    actor: key(facts.actor),
  };
  function key(uri: string): Key {
    const identifier = facts.identify(uri);
    identifiers.set(identifier.uri, identifier);
    return facts.keyOf(identifier.uri);
  }
  function locationKey(uri: string | undefined): Key | undefined {
    return uri === undefined ? undefined : key(uri);
  }
  if (event.readPoint) key(event.readPoint.id);
  switch (event.type) {
    case 'ObjectEvent':
    case 'TransactionEvent':
      postUnits(draft, [...(event.parentID ? [event.parentID] : []), ...event.epcList], event.quantityList);
      postMembership(draft, event.epcList, lotNumber(event));
      break;
    case 'AggregationEvent':
      postGroup(draft, Position.parent, Position.child);
      postMovementOfParent(draft);
      postMembership(draft, event.childEPCs);
      break;
    case 'AssociationEvent':
      postGroup(draft, Position.whole, Position.part);
      break;
    case 'TransformationEvent':
      postTransformation(draft);
      postMembership(draft, event.inputEPCList);
      postMembership(draft, event.outputEPCList, lotNumber(event));
      break;
  }
  return { postings: draft.postings, identifiers: [...identifiers.values()] };
}

/** The hands and the place that an act leaves a unit in (design §6, "Holding"). */
function after(draft: Draft, act: Act): { place: Key | undefined; party: Key | undefined } {
  const { event } = draft;
  const destination = partyOf(draft, event.destinationList);
  const destinationPlace = placeOf(draft, event.destinationList);
  switch (act) {
    case Act.ship:
      return { place: destinationPlace, party: destination };
    case Act.receive:
      if (event.bizStep === 'void_shipping')
        return { place: draft.place, party: partyOf(draft, event.sourceList) ?? draft.actor };
      return { place: draft.place ?? destinationPlace, party: destination ?? draft.actor };
    case Act.arrive:
      // Who accepts takes over where the sender named nobody; who reports an arrival may be the carrier.
      return {
        place: draft.place ?? destinationPlace,
        party: event.bizStep === 'accepting' ? (destination ?? draft.actor) : undefined,
      };
    case Act.add:
      // Who records a beginning need not own it: a market declares what its traders bring in.
      return { place: draft.place, party: destination ?? draft.actor };
    case Act.delete:
      return { place: draft.place, party: draft.actor };
    case Act.state:
      return { place: undefined, party: undefined };
    default:
      return { place: draft.place, party: undefined };
  }
}

function postUnits(draft: Draft, epcs: readonly string[], quantities: readonly QuantityElement[]): void {
  const act = actOfEvent(draft.event);
  const { place, party } = after(draft, act);
  const peer = shippedFrom(draft, act);
  for (const epc of epcs) {
    post(draft, { unit: keyIn(draft, epc), position: Position.unit, act, ...peer, place, party });
  }
  for (const measured of quantities) {
    const unit = keyIn(draft, measured.epcClass);
    if (act === Act.ship) postDeparture(draft, unit, measured);
    const from = act === Act.ship ? {} : peer;
    post(draft, { unit, position: Position.unit, act, classLevel: true, measured, ...from, place, party });
  }
}

/** A quantity leaves one holding and travels to another: the leaving has a row of its own, so that one index row is one leg. */
function postDeparture(draft: Draft, unit: Key, measured: QuantityElement): void {
  post(draft, {
    unit,
    position: Position.unit,
    act: Act.depart,
    classLevel: true,
    measured,
    place: departureOf(draft),
    party: partyOf(draft, draft.event.sourceList) ?? draft.actor,
  });
}

/** Where a shipment leaves, or would have left had it not been voided, as the peer of the row. */
function shippedFrom(draft: Draft, act: Act): { peer?: Key } {
  const from = act === Act.ship || draft.event.bizStep === 'void_shipping' ? departureOf(draft) : undefined;
  return from === undefined ? {} : { peer: from };
}

/** Where a shipment leaves. */
function departureOf(draft: Draft): Key | undefined {
  const { readPoint, bizLocation, sourceList } = draft.event;
  const from = readPoint?.id ?? bizLocation?.id;
  return from === undefined ? placeOf(draft, sourceList) : keyIn(draft, from);
}

const groupActs = { ADD: Act.add, DELETE: Act.delete, OBSERVE: Act.observe } as const;

/** Packing and association: a row for each child, and rows on the parent that list the children. */
function postGroup(draft: Draft, parentPosition: Position, childPosition: Position): void {
  const { event } = draft;
  const act = isStatement(event) ? Act.state : groupActs[event.action ?? 'OBSERVE'];
  const place = act === Act.state ? undefined : draft.place;
  const parent = event.parentID === undefined ? undefined : keyIn(draft, event.parentID);
  const children = event.childEPCs.map((uri) => keyIn(draft, uri));
  const peer = parent === undefined ? {} : { peer: parent };
  for (const unit of children) post(draft, { unit, position: childPosition, act, ...peer, place });
  for (const measured of event.childQuantityList) {
    const unit = keyIn(draft, measured.epcClass);
    post(draft, {
      unit,
      position: childPosition,
      act,
      classLevel: true,
      measured,
      ...peer,
      place,
      party: draft.actor,
    });
  }
  if (parent === undefined) return;
  for (const peers of chunks(children))
    post(draft, { unit: parent, position: parentPosition, act, peers, place });
  for (const measured of event.childQuantityList) {
    const lot = keyIn(draft, measured.epcClass);
    post(draft, {
      unit: parent,
      position: parentPosition,
      act,
      classLevel: true,
      measured,
      peer: lot,
      place,
      party: draft.actor,
    });
  }
  if (children.length + event.childQuantityList.length === 0) {
    post(draft, { unit: parent, position: parentPosition, act, place });
  }
}

/** Many firms record dispatch and receipt of a packed pallet as an AggregationEvent with that bizStep. */
function postMovementOfParent(draft: Draft): void {
  const { event } = draft;
  if (event.parentID === undefined || isStatement(event)) return;
  const act = actOfEvent(event);
  if (act !== Act.ship && act !== Act.receive && act !== Act.arrive) return;
  const unit = keyIn(draft, event.parentID);
  const from = shippedFrom(draft, act);
  post(draft, { unit, position: Position.unit, act, ...from, ...after(draft, act) });
}

/**
 * A transformation is a node of its own, so that n inputs and m outputs are n + m rows (design §5.2). Events of one
 * actor that share a `transformationID` share the node; another actor's same id is another node, else a stranger
 * could pour into somebody's tank.
 */
function postTransformation(draft: Draft): void {
  const { event, facts } = draft;
  const uri =
    event.transformationID === undefined ? facts.eventID : `${event.transformationID}#${facts.actor}`;
  const node = keyIn(draft, uri);
  const { place, actor: party } = draft;
  const inputs = event.inputEPCList.map((epc) => keyIn(draft, epc));
  const outputs = event.outputEPCList.map((epc) => keyIn(draft, epc));
  const add = Act.add;
  const end = Act.delete;
  for (const unit of inputs)
    post(draft, { unit, position: Position.input, act: end, peer: node, place, party });
  for (const unit of outputs)
    post(draft, { unit, position: Position.output, act: add, peer: node, place, party });
  for (const peers of chunks(inputs))
    post(draft, { unit: node, position: Position.nodeInput, act: end, peers, place, party });
  for (const peers of chunks(outputs))
    post(draft, { unit: node, position: Position.nodeOutput, act: add, peers, place, party });
  for (const measured of event.inputQuantityList) {
    const lot = keyIn(draft, measured.epcClass);
    const row = { act: end, classLevel: true, measured, place, party };
    post(draft, { ...row, unit: lot, position: Position.input, peer: node });
    post(draft, { ...row, unit: node, position: Position.nodeInput, peer: lot });
  }
  for (const measured of event.outputQuantityList) {
    const lot = keyIn(draft, measured.epcClass);
    const row = { act: add, classLevel: true, measured, place, party };
    post(draft, { ...row, unit: lot, position: Position.output, peer: node });
    post(draft, { ...row, unit: node, position: Position.nodeOutput, peer: lot });
  }
}
