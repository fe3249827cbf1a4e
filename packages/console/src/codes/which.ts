import { MOVEMENT_CODES_MAX, type MovementRequest } from '@yunsu/api';
import { pastedCodes } from './pasted.ts';

/** Which codes of an order a person means, as the form has it. */
export interface Which {
  readonly by: 'all' | 'positions' | 'codes';
  readonly from: string;
  readonly to: string;
  readonly pasted: string;
}

/** The codes that are meant, as the API takes them, and how many they are; undefined while the form is not filled in. */
export type Chosen =
  | { readonly count: number; readonly part: Pick<MovementRequest, 'positions' | 'codes'> }
  | undefined;

const positionOf = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);

/** Reads the form; `movable` is how many codes all of them would be. */
export function chosenOf(which: Which, order: { readonly count: number }, movable: number): Chosen {
  if (which.by === 'all') return movable === 0 ? undefined : { count: movable, part: {} };
  if (which.by === 'codes') {
    const codes = pastedCodes(which.pasted);
    const fits = codes.length > 0 && codes.length <= MOVEMENT_CODES_MAX;
    return fits ? { count: codes.length, part: { codes } } : undefined;
  }
  const from = positionOf(which.from);
  const to = which.to.trim() === '' ? from : positionOf(which.to);
  if (from < 1 || to < from || to > order.count) return undefined;
  return { count: to - from + 1, part: { positions: { from, to } } };
}
