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

/** One way to read a string that a person scanned or typed; `confidence` is 0 to 1. */
export interface Candidate {
  readonly scheme: string;
  readonly uri: string;
  /** Digital Link on https://id.gs1.org; null where the scheme has none. */
  readonly digitalLink: string | null;
  readonly level: Level;
  readonly parts: Readonly<Record<string, string>>;
  readonly confidence: number;
  readonly issues: readonly { readonly at: number; readonly en: string; readonly zh: string }[];
}

/** Hash that the caller lends to this pure room: hexadecimal SHA-256 of the UTF-8 bytes of a text. */
export type Sha256Hex = (text: string) => string;
