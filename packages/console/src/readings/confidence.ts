import type { WordName } from '../words.ts';

/** What a confidence means in a word; a reading without a verified structure has at most 0.8 and is never "very likely". */
const steps = [
  [0.9, 'sure', 'good'],
  [0.6, 'likely', 'calm'],
  [0.3, 'possible', 'warn'],
  [0, 'unlikely', 'mute'],
] as const satisfies readonly (readonly [number, WordName, string])[];

/** The word of a confidence and the colour of its bar. */
export function confidenceStep(confidence: number): {
  word: (typeof steps)[number][1];
  tone: (typeof steps)[number][2];
} {
  const [, word, tone] = steps.find(([from]) => confidence >= from) ?? steps[3];
  return { word, tone };
}
