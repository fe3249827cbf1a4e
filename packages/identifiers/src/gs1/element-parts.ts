import { toMeasure } from './application-identifiers.ts';
import type { Element, ElementFault } from './element.ts';

/**
 * Values of elements by the name of their part; measures get their decimal point, dates stay YYMMDD as the label has them. Of a
 * repeated AI the first value counts, as it does for the identity; a value with a fault is no part.
 */
export function elementParts(
  elements: readonly Element[],
  faults: readonly ElementFault[],
): Record<string, string> {
  const wrong = new Set(faults.flatMap(({ ai, code }) => (code === 'repeated_with_other_value' ? [] : [ai])));
  const parts: Record<string, string> = {};
  for (const { ai, value } of elements) {
    if (wrong.has(ai.ai) || ai.part in parts) continue;
    parts[ai.part] = ai.decimals === null ? value : toMeasure(value, ai.decimals);
  }
  return parts;
}
