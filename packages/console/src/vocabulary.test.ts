import { expect, test } from 'vitest';
import * as vocabulary from './vocabulary.ts';

test('every row of every table has both columns', () => {
  const { levels, shortLevels, manyOf, states, linkKinds, endKinds, gapKinds, classes } = vocabulary;
  for (const table of [levels, shortLevels, manyOf, states, linkKinds, endKinds, gapKinds, classes]) {
    for (const [key, [zh, en]] of Object.entries(table)) {
      expect(zh.trim(), key).not.toBe('');
      expect(en.trim(), key).not.toBe('');
    }
  }
});

test('a process speaks before the step, and a word that no table knows is spelt out', () => {
  const event = { type: 'ObjectEvent', bizStep: 'creating_class_instance', process: 'harvesting' };
  expect(vocabulary.stepOf(event, 'zh')).toBe('采收');
  expect(vocabulary.stepOf({ type: 'ObjectEvent', bizStep: 'retail_selling' }, 'en')).toBe('sold');
  expect(vocabulary.stepOf({ type: 'ObjectEvent', bizStep: 'toString' }, 'zh')).toBe('toString');
  expect(vocabulary.stepOf({ type: 'AggregationEvent' }, 'zh')).toBe('AggregationEvent');
  expect(vocabulary.stepOf({ type: 'ObjectEvent', bizStep: 'some_step' }, 'zh')).toBe('some step');
  expect(vocabulary.manyText('container', 42, 'zh')).toBe('42 箱');
});
