import { expect, test } from 'vitest';
import { type ShortEvent, toEvent } from '../../test/support/notation.ts';
import { actOfEvent, isStatement, yunsuText } from './acts.ts';
import { Act } from './posting.ts';

const event = (of: Partial<ShortEvent>) =>
  toEvent({ at: 1, by: 'A', here: 'farm', type: 'ObjectEvent', action: 'OBSERVE', ...of }, 1);

test.each<[string, Partial<ShortEvent>, Act]>([
  ['ADD begins', { action: 'ADD', bizStep: 'commissioning' }, Act.add],
  ['DELETE ends', { action: 'DELETE', bizStep: 'destroying' }, Act.delete],
  ['shipping leaves', { bizStep: 'shipping', to: 'B@mill' }, Act.ship],
  ['departing with a destination leaves', { bizStep: 'departing', to: 'B@mill' }, Act.ship],
  ['departing without one is a moving vehicle', { bizStep: 'departing' }, Act.observe],
  ['receiving takes over', { bizStep: 'receiving' }, Act.receive],
  ['void_shipping takes back', { bizStep: 'void_shipping' }, Act.receive],
  ['arriving comes to a place', { bizStep: 'arriving' }, Act.arrive],
  ['accepting comes to a place or confirms it', { bizStep: 'accepting' }, Act.arrive],
  ['a retail sale ends', { bizStep: 'retail_selling', disposition: 'retail_sold' }, Act.delete],
  ['a sale that is not said to be retail does not', { bizStep: 'retail_selling' }, Act.observe],
  ['dispensing ends', { bizStep: 'dispensing', disposition: 'dispensed' }, Act.delete],
  ['anything else is seen', { bizStep: 'inspecting' }, Act.observe],
  ['an order is a statement, whatever its step', { bizStep: 'shipping', order: true }, Act.state],
  ['a TransactionEvent begins nothing', { type: 'TransactionEvent', action: 'ADD' }, Act.observe],
])('%s', (_, of, act) => {
  expect(actOfEvent(event(of))).toBe(act);
});

test('a statement says so in our own namespace', () => {
  expect(isStatement(event({ order: true }))).toBe(true);
  expect(isStatement(event({}))).toBe(false);
  expect(yunsuText(event({}), 'party')).toBe('urn:test:party:A');
  expect(yunsuText(event({}), 'process')).toBeUndefined();
});
