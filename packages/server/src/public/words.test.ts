import { bizSteps, dispositions, type Pair, processes, units } from '@yunsu/api';
import { cbv } from '@yunsu/epcis';
import { describe, expect, test } from 'vitest';
import { roles, stages } from './roles.ts';
import { activated, states } from './states.ts';
import { allWords, say } from './words.ts';

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe('sentences', () => {
  test.each(allWords)('%s is said in both languages with the same places to fill', (word) => {
    const [zh, en] = [say('zh', word), say('en', word)];
    expect(zh).not.toBe('');
    expect(en).not.toBe('');
    expect(placesOf(zh)).toEqual(placesOf(en));
    expect(zh === en || word.startsWith('switch') || /\p{Script=Han}/u.test(zh)).toBe(true);
    expect(word.startsWith('switch') || !/\p{Script=Han}/u.test(en)).toBe(true);
  });

  test('places are filled, and one that has no value is left to be seen', () => {
    expect(say('zh', 'recallCase', { case: 'RC-1' })).toBe('召回编号 RC-1');
    expect(say('zh', 'recallCase')).toBe('召回编号 {case}');
  });
});

describe('vocabularies', () => {
  test('every business step and disposition of CBV has its words', () => {
    expect(Object.keys(bizSteps).sort()).toEqual([...cbv.bizSteps].sort());
    expect(Object.keys(dispositions).sort()).toEqual([...cbv.dispositions].sort());
  });

  test('every word is there in both languages, Chinese in Chinese and English without it', () => {
    const rows: Pair[] = [
      ...[bizSteps, processes, dispositions].flatMap((table) => Object.values(table)),
      ...Object.values(roles).map(([zh, en]): Pair => [zh, en]),
      ...Object.values(stages),
      ...[...Object.values(states), activated].flatMap((look) => [look.word, look.sentence]),
    ];
    expect(rows.length).toBeGreaterThan(200);
    for (const [zh, en] of rows) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  test('the units of the stories have words', () => {
    for (const unit of ['KGM', 'GRM', 'TNE', 'H87', 'LTR', 'MLT', 'CEL', 'P1'])
      expect(units[unit]).toBeDefined();
  });
});
