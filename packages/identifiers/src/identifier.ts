/** What a code names. `lot` and `class` are counted by quantity, the others one by one. */
export type Level =
  | 'class'
  | 'lot'
  | 'item'
  | 'container'
  | 'asset'
  | 'party'
  | 'place'
  | 'document'
  | 'certificate'
  | 'other';

/** One identity, read from any of its spellings. */
export interface Identifier {
  /** Id of the scheme, which is also the name of its file in `schemes/`: `gtin`, `sscc`, `gln`, `uscc`, … */
  readonly scheme: string;
  /** The one canonical URI: a GS1 Digital Link on https://id.gs1.org where GS1 has one, else our `urn:yunsu:…`, else the URI as given. */
  readonly uri: string;
  readonly level: Level;
  /** The parts by name, e.g. `{gtin: '09521234045014', lot: 'VX-0818'}`. */
  readonly parts: Readonly<Record<string, string>>;
  /** Canonical URI of the class (GTIN) that an item or lot belongs to. */
  readonly classUri?: string;
  /** Canonical URI of the lot, where the code itself says it (AI 10 beside AI 21). */
  readonly lotUri?: string;
  /** Digits of the GS1 company prefix, learnt from an EPC URN. */
  readonly prefixLength?: number;
}

/** A refusal: one sentence per language and the place in the input, counted in UTF-16 units. */
export interface Rejection {
  readonly ok: false;
  readonly reason: string;
  readonly reasonZh: string;
  readonly at: number;
}

export type Parsed = { readonly ok: true; readonly identifier: Identifier } | Rejection;

/** One text for people, in both languages. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** Who gives out the codes of a scheme, and where anybody may ask about one of them. */
export interface Issuer {
  readonly name: Words;
  /** What to do with the code there, and the address where there is one. */
  readonly ask?: Words & { readonly url?: string };
}

/** One part of a code as people call it, e.g. 行政区划 530102 and what it means: 云南省昆明市. */
export interface PartInWords {
  readonly part: string;
  readonly value: string;
  readonly name: Words;
  readonly meaning?: Words;
}

/** One way to read a string that a person scanned or typed; `confidence` is 0 to 1. */
export interface Candidate {
  readonly scheme: string;
  /** What the scheme is called. */
  readonly name: Words;
  /** False where the structure is known from practice or from one source only; never answered with full confidence. */
  readonly verified: boolean;
  readonly uri: string;
  /** Digital Link on https://id.gs1.org; null where the scheme has none. */
  readonly digitalLink: string | null;
  readonly level: Level;
  readonly parts: Readonly<Record<string, string>>;
  /** The parts of the code itself in words, in its order. */
  readonly inWords: readonly PartInWords[];
  readonly issuer: Issuer | null;
  readonly confidence: number;
  readonly issues: readonly { readonly at: number; readonly en: string; readonly zh: string }[];
}

/** Hash that the caller lends to this pure room: hexadecimal SHA-256 of the UTF-8 bytes of a text. */
export type Sha256Hex = (text: string) => string;
