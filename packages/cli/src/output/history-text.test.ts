import type { EventView } from '@yunsu/api';
import { expect, test } from 'vitest';
import { historyText } from './history-text.ts';

const event = (over: Partial<EventView>): EventView => ({
  eventID: 'urn:e',
  eventTime: '2026-08-18T07:30:00+08:00',
  eventTimeZoneOffset: '+08:00',
  recordTime: '2026-08-18T07:31:00Z',
  type: 'ObjectEvent',
  place: { name: '菜地', masked: false },
  actor: { name: '菜农', kind: 'person', masked: true },
  voided: false,
  ...over,
});

test('a process is told before the business step, and a voided event says so', () => {
  const lines = historyText('zh', [
    event({ bizStep: 'creating_class_instance', process: 'harvesting' }),
    event({ bizStep: 'shipping', voided: true }),
  ]);
  expect(lines).toEqual([
    '2026-08-18 07:30  采收  菜地  菜农',
    '2026-08-18 07:30  发货  菜地  菜农    已声明有误',
  ]);
});

test('long lists of quantities are cut with their count', () => {
  const quantities = Array.from({ length: 5 }, (_, index) => ({
    uri: `urn:x:${index}`,
    quantity: '1',
    uom: 'KGM',
  }));
  expect(historyText('en', [event({ quantities })]).join('')).toContain('urn:x:2 1 kg, + 2');
});

test('nothing to see is a sentence; unknown words stay words', () => {
  expect(historyText('en', [])).toEqual(['No event to be seen']);
  expect(historyText('zh', [event({ process: 'moon_gazing' })]).join('')).toContain('moon gazing');
});
