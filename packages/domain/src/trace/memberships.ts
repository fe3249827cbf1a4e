import type { Event } from '@yunsu/epcis';
import { Act, type Key, Position } from './posting.ts';
import { chunks, type Draft, keyIn, post } from './posting-draft.ts';

const MASTER_DATA = new Set([
  'urn:epcglobal:cbv:mda',
  'https://ref.gs1.org/cbv/',
  'https://ref.gs1.org/epcis/',
]);

/** The lot that ILMD gives to all serials of an event: CBV 2.0 §9.2.4 `lotNumber`. */
export function lotNumber(event: Event): string | undefined {
  const value = event.ilmd.find(
    (e) => e.localName === 'lotNumber' && MASTER_DATA.has(e.namespace.replace(/[:#]$/, '')),
  )?.value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Serial and lot, from AI 10 beside AI 21 or from ILMD: recalling a lot must reach its serials. */
export function postMembership(draft: Draft, epcs: readonly string[], lotText?: string): void {
  const membersByLot = new Map<Key, Key[]>();
  for (const epc of epcs) {
    const item = draft.facts.identify(epc);
    const lotUri =
      item.lotUri ??
      (lotText !== undefined && item.classUri !== undefined && item.level === 'item'
        ? `${item.classUri}/10/${encodeURIComponent(lotText)}`
        : undefined);
    if (lotUri === undefined) continue;
    const lot = keyIn(draft, lotUri);
    const members = membersByLot.get(lot) ?? [];
    members.push(keyIn(draft, epc));
    membersByLot.set(lot, members);
  }
  for (const [lot, members] of membersByLot) {
    for (const unit of members)
      post(draft, { unit, position: Position.memberOfLot, act: Act.add, peer: lot });
    for (const peers of chunks(members))
      post(draft, { unit: lot, position: Position.lotOfMembers, act: Act.add, classLevel: true, peers });
  }
}
