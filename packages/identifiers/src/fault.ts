import type { Identifier, Rejection } from './identifier.ts';

/** One sentence in both languages. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** What is wrong and where, counted in UTF-16 units of the text that was read. */
export interface Fault extends Words {
  readonly at: number;
}

/** A rejection that still knows which scheme was meant and, for a wrong check digit, which identity was claimed. */
export interface Refusal extends Rejection {
  readonly scheme?: string;
  readonly claim?: Identifier;
}

/** What a reader of one spelling answers. */
export type Reading = { readonly ok: true; readonly identifier: Identifier } | Refusal;

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
