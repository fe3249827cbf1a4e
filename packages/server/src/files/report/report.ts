import type { ClaimsAnswer, StockAnswer, TraceAnswer } from '@yunsu/api';
import type { Language } from '../heads.ts';

/** Most rows of each table that are printed; the workbook has all. */
export interface ReportLimits {
  readonly nodesMax: number;
  readonly linksMax: number;
  readonly gapsMax: number;
  readonly holdersMax: number;
  readonly originsMax: number;
  readonly responsibleMax: number;
  readonly eventsMax: number;
}

/** What a desk can take: some forty pages at the most. */
export const REPORT_LIMITS: ReportLimits = {
  nodesMax: 400,
  linksMax: 400,
  gapsMax: 200,
  holdersMax: 100,
  originsMax: 100,
  responsibleMax: 50,
  eventsMax: 30,
};

/** Who asked, as far as the report says it. */
export interface ReportReader {
  readonly plane: 'public' | 'enterprise' | 'regulator' | 'system';
  /** Name and code of a firm. */
  readonly party?: string;
  readonly scopes: readonly string[];
}

export interface ReportRecall {
  readonly number: string;
  readonly by: string;
  /** RFC 3339. */
  readonly declaredAt: string;
}

export interface ReportParty {
  readonly uri: string;
  readonly name: string;
  readonly licences: readonly {
    readonly type: string;
    readonly number: string;
    readonly validTo?: string;
  }[];
}

/** Everything that a report prints, as its reader may know it. */
export interface Report {
  readonly language: Language;
  readonly code: string;
  readonly product?: string;
  readonly direction: 'back' | 'forward' | 'both';
  readonly from?: string;
  readonly to?: string;
  readonly depthMax?: number;
  /** Time of the request, RFC 3339. */
  readonly askedAt: string;
  readonly reader: ReportReader;
  /** Whether the reader may know volumes. */
  readonly quantities: boolean;
  /** Where this report is asked for again, and where anybody asks about the code; the latter is the QR symbol. */
  readonly address: string;
  readonly publicAddress?: string;
  readonly trace: TraceAnswer;
  readonly stock?: StockAnswer;
  readonly claims?: ClaimsAnswer;
  readonly recall: ReportRecall | 'recalled' | undefined;
  readonly responsible: readonly ReportParty[];
  /** Absent for the public, who is given no events. */
  readonly events?: {
    readonly count: number;
    /** The first of them in the order of time, at most `eventsMax`. */
    readonly first: readonly { readonly eventID: string; readonly time: string }[];
    readonly truncated?: { readonly limit: string; readonly max: number };
  };
}
