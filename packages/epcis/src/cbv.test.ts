import { expect, test } from 'vitest';
import { cbvUrnToWebUri, toBareWord, toWebUri, wordsOf } from './cbv.ts';

test('every spelling of a word gives the same bare word and Web URI', () => {
  const spellings = [
    'shipping',
    'urn:epcglobal:cbv:bizstep:shipping',
    'https://ref.gs1.org/cbv/BizStep-shipping',
    'cbv:BizStep-shipping',
  ];
  for (const spelling of spellings) {
    expect(toBareWord('bizStep', spelling)).toBe('shipping');
    expect(toWebUri('bizStep', spelling)).toBe('https://ref.gs1.org/cbv/BizStep-shipping');
  }
});

test('the words of sensors live in the GS1 Web Vocabulary', () => {
  for (const spelling of ['Temperature', 'gs1:Temperature', 'https://ref.gs1.org/voc/Temperature']) {
    expect(toWebUri('measurementType', spelling)).toBe('https://gs1.org/voc/Temperature');
  }
  expect(toWebUri('sensorAlertType', 'gs1:ALARM_CONDITION')).toBe('https://gs1.org/voc/ALARM_CONDITION');
  expect(toWebUri('component', 'x')).toBe('https://ref.gs1.org/cbv/Comp-x');
});

test('a word that CBV does not have is no bare word, and a URI of one’s own stays', () => {
  expect(toBareWord('bizStep', 'harvesting')).toBeUndefined();
  expect(toBareWord('bizStep', 'in_transit')).toBeUndefined();
  expect(toBareWord('bizStep', 'https://ref.gs1.org/cbv/Disp-in_transit')).toBeUndefined();
  expect(toWebUri('bizStep', 'https://example.com/step')).toBe('https://example.com/step');
  expect(cbvUrnToWebUri('urn:epcglobal:cbv:bt:4012345000009:1')).toBeUndefined();
  expect(cbvUrnToWebUri('urn:epcglobal:cbv:disp:active')).toBe('https://ref.gs1.org/cbv/Disp-active');
});

test('the vocabularies have as many words as CBV 2.0', () => {
  const sizes = (
    [
      'bizStep',
      'disposition',
      'bizTransactionType',
      'sourceDestinationType',
      'errorReason',
      'component',
      'measurementType',
      'sensorAlertType',
    ] as const
  ).map((name) => [name, wordsOf(name).size]);
  expect(Object.fromEntries(sizes)).toEqual({
    bizStep: 41,
    disposition: 33,
    bizTransactionType: 13,
    sourceDestinationType: 3,
    errorReason: 2,
    component: 14,
    measurementType: 72,
    sensorAlertType: 2,
  });
});
