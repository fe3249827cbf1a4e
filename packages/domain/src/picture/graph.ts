/**
 * A trace as the picture needs it: every text is ready to be read, in the language and the view of the caller, so that
 * nothing in this room knows who may read what. Times, amounts and shares are exact text.
 */
export interface PictureNode {
  readonly id: string;
  /** What the code names: `lot`, `item`, `container`; nodes of one level may be drawn as one box. */
  readonly level: string;
  /** The part of the code that people compare; empty where it is not to be read. */
  readonly unit: string;
  /** Equal for units of one kind, e.g. the GTIN. */
  readonly kind: string;
  readonly product?: string;
  readonly holder: string;
  readonly place?: string;
  /** 市州, as the reader calls it. */
  readonly prefecture?: string;
  readonly quantity?: string;
  /** At most so much, where the records allow only a bound. */
  readonly quantityMax?: string;
  /** Code of the unit (UN/ECE Recommendation 20), and its word. */
  readonly uom?: string;
  readonly uomWord?: string;
  /** 0 to 1. */
  readonly share?: string;
  readonly shareMax?: string;
  readonly depth: number;
  readonly time: string;
  readonly inTransit: boolean;
  readonly inferred: boolean;
  readonly direction?: 'back' | 'forward';
  readonly holderUnknown?: boolean;
  readonly ends: readonly PictureEnd[];
  /** What the records do not explain here, by the kind of the gap. */
  readonly gaps: readonly string[];
}

export interface PictureEnd {
  readonly kind: string;
  readonly quantity?: string;
  readonly uom?: string;
  readonly uomWord?: string;
}

/** How goods came from one node to another; runs as the goods ran. */
export interface PictureLink {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly time: string;
  readonly quantity?: string;
  readonly quantityMax?: string;
  readonly uom?: string;
  readonly uomWord?: string;
  readonly share?: string;
  readonly shareMax?: string;
}

export interface PictureGraph {
  /** Id of the node that was asked for. */
  readonly root: string;
  readonly nodes: readonly PictureNode[];
  readonly links: readonly PictureLink[];
  /** Named where the trace holds more than was answered. */
  readonly truncated?: { readonly limit: string; readonly max: number };
}
