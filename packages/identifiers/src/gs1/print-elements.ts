import { faultAt, toRefusal } from '../fault.ts';
import type { Rejection } from '../identifier.ts';
import * as words from '../words.ts';
import { applicationIdentifiers } from './application-identifiers.ts';
import { type Element, elementFault } from './element.ts';
import { FNC1, looksLikeBracket } from './element-string.ts';

/** How an element string is written: for people, or as symbols carry it. */
export type ElementForm = 'bracketed' | 'raw';

/** Only a bracket that would begin an element is escaped. */
function escapeBrackets(value: string): string {
  let text = '';
  for (let i = 0; i < value.length; i++) {
    const bracket = value.charCodeAt(i) === 40 && looksLikeBracket(value, i);
    text += (bracket ? '\\' : '') + value.charAt(i);
  }
  return text;
}

function print(elements: readonly Element[], form: ElementForm): string {
  if (form === 'bracketed')
    return elements.map(({ ai, value }) => `(${ai.ai})${escapeBrackets(value)}`).join('');
  return elements
    .map(({ ai, value }, index) => {
      const open = !ai.predefined && index < elements.length - 1;
      return ai.ai + value + (open ? FNC1 : '');
    })
    .join('');
}

/**
 * Writes values as an element string, those of predefined length first, with FNC1 only after values that need it (GS1
 * General Specifications §7.8.5), and none in front, as scanners leave it out. A value that does not hold is refused; `at`
 * counts in that value.
 */
export function toElementString(
  values: Iterable<readonly [ai: string, value: string]>,
  form: ElementForm,
): { readonly ok: true; readonly text: string } | Rejection {
  const elements: Element[] = [];
  for (const [digits, value] of values) {
    const ai = applicationIdentifiers.get(digits);
    if (!ai) return toRefusal(faultAt(0, words.notAnIdentifier(digits)));
    const element = { ai, value, at: 0 };
    const wrong = elementFault(element);
    if (wrong) return toRefusal(wrong);
    if (elements.some((other) => other.ai === ai))
      return toRefusal(faultAt(0, words.repeatedElement(digits)));
    elements.push(element);
  }
  const first = elements.filter(({ ai }) => ai.predefined);
  const last = elements.filter(({ ai }) => !ai.predefined);
  return { ok: true, text: print([...first, ...last], form) };
}
