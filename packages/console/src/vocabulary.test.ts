import { wordsOf } from '@yunsu/epcis';
import { schemes as known } from '@yunsu/identifiers';
import { expect, test } from 'vitest';
import * as vocabulary from './vocabulary.ts';

test('every business step and disposition of CBV 2.0 has a Chinese word', () => {
  for (const step of wordsOf('bizStep').keys()) expect(vocabulary.bizSteps, step).toHaveProperty(step);
  for (const word of wordsOf('disposition').keys())
    expect(vocabulary.dispositions, word).toHaveProperty(word);
});

test('every scheme that codes are read in has a name', () => {
  for (const { id } of known) expect(vocabulary.schemes, id).toHaveProperty(id);
});

test('every row of every table has both columns', () => {
  const { units, levels, shortLevels, manyOf, states, linkKinds, endKinds, gapKinds, schemes, classes } =
    vocabulary;
  for (const table of [
    units,
    levels,
    shortLevels,
    manyOf,
    states,
    linkKinds,
    endKinds,
    gapKinds,
    schemes,
    classes,
  ]) {
    for (const [key, [zh, en]] of Object.entries(table)) {
      expect(zh.trim(), key).not.toBe('');
      expect(en.trim(), key).not.toBe('');
    }
  }
});

test('a process speaks before the step, and a word that no table knows is spelt out', () => {
  const event = { type: 'ObjectEvent', bizStep: 'creating_class_instance', process: 'harvesting' };
  expect(vocabulary.stepOf(event, 'zh')).toBe('采收');
  expect(vocabulary.stepOf({ type: 'ObjectEvent', bizStep: 'retail_selling' }, 'en')).toBe('retail selling');
  expect(vocabulary.stepOf({ type: 'ObjectEvent', bizStep: 'toString' }, 'zh')).toBe('toString');
  expect(vocabulary.stepOf({ type: 'AggregationEvent' }, 'zh')).toBe('AggregationEvent');
  expect(vocabulary.manyText('container', 42, 'zh')).toBe('42 箱');
});
