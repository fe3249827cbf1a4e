import type { Identifier, Rejection, Words } from './identifier.ts';

export type { Words } from './identifier.ts';

/** What is wrong and where, counted in UTF-16 units of the text that was read. */
export interface Fault extends Words {
  readonly at: number;
}

/** A rejection that still knows which scheme was meant and, for a wrong check digit, which identity was claimed. */
export interface Refusal extends Rejection {
  readonly scheme?: string;
  readonly claim?: Identifier;
}

/** What a reader of one spelling answers; `notes` are doubts that do not forbid the reading, such as an unknown division. */
export type Reading =
  | { readonly ok: true; readonly identifier: Identifier; readonly notes?: readonly Fault[] }
  | Refusal;

/** Puts a sentence at its place. */
export function faultAt(at: number, words: Words): Fault {
  return { at, en: words.en, zh: words.zh };
}

/** Turns a fault into the refusal of a whole text. */
export function toRefusal(fault: Fault, scheme?: string, claim?: Identifier): Refusal {
  return {
    ok: false,
    reason: fault.en,
    reasonZh: fault.zh,
    at: fault.at,
    ...(scheme === undefined ? {} : { scheme }),
    ...(claim === undefined ? {} : { claim }),
  };
}
