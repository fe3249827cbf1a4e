import { Refusal } from '@yunsu/api';
import type { Language } from './words.ts';

/** One mistake of a request, as a refusal names it. */
type Fault = NonNullable<NonNullable<Refusal['problem']>['errors']>[number];

/** The mistakes that a refusal names; none where it names none or something else went wrong. */
export const faultsOf = (error: unknown): readonly Fault[] =>
  error instanceof Refusal ? (error.problem?.errors ?? []) : [];

/** Whether a mistake is of the field with that JSON pointer, or of something inside it. */
const isAt = (fault: Fault, pointer: string): boolean =>
  fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`);

/** What a refusal says about one field of a form, in the reader's language; undefined where it says nothing of it. */
export function faultAt(error: unknown, pointer: string, language: Language): string | undefined {
  const fault = faultsOf(error).find((one) => isAt(one, pointer));
  return fault && (language === 'zh' ? fault.detailZh : fault.detail);
}

/** The mistakes that no field of a form shows. */
export const faultsElsewhere = (error: unknown, pointers: readonly string[]): readonly Fault[] =>
  faultsOf(error).filter((fault) => !pointers.some((pointer) => isAt(fault, pointer)));
