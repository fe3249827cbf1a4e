/** The rules of a product class as data. This is the part that capture and disclosure need: who may see what. */
export interface Ledger {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Departments whose officers may read events of this class, by their id; the first leads (design §6, paper (五)–(十一)). */
  readonly departments: readonly string[];
  /** False keeps the class out of the public window. */
  readonly published: boolean;
  /** ILMD and extension names (`namespace` + `localName`) that the public may read, with the words to print. */
  readonly publishedFacts: readonly { readonly name: string; readonly zh: string; readonly en: string }[];
  /** Of the published facts those that make up a composition: their shares are computed, never typed. */
  readonly claimFacts: readonly string[];
  /** Extension names whose values are cut out of the stored document: prices, buyers' names, identity numbers. */
  readonly secretFacts: readonly string[];
  /** Party roles that answer for the product by name to the public: maker, promising party, licence holder, filler. */
  readonly responsibleRoles: readonly string[];
  /** Trade roles whose names the public may read; other trade parties are masked. */
  readonly namedRoles: readonly string[];
  /** Dated: how many days without an event make a holder silent; absent: the default. */
  readonly silence?: readonly SilenceRule[];
  /** Dated: how long goods may be on their way before a receipt no longer belongs to the shipment; absent: any time. */
  readonly transit?: readonly TransitRule[];
}

/** Goods that leave from a day on (YYYY-MM-DD), until a day where there is one, both included, may be on their way for so many days of 24 hours. */
export interface TransitRule {
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly days: number;
  /** The law or standard that says so; `house rule` where it is the operator's own. */
  readonly source: string;
}

/** From a day on (YYYY-MM-DD) so many days without an event make a holder silent. */
export interface SilenceRule {
  readonly validFrom: string;
  readonly days: number;
}
