import type { EventView, HolderView, LinkView, PlaceView, TraceAnswer, UnitAnswer } from '@yunsu/api';
import type { Candidate } from '@yunsu/identifiers';

/** One text in both languages of the window. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Permission or registration of a party, valid on the day the answer was computed. */
export interface Licence {
  readonly type: string;
  readonly number: string;
  readonly scope?: string;
  /** `YYYY-MM-DD`; absent where it has no end. */
  readonly validTo?: string;
}

/** A legal entity that answers for the product by name (design §6, "Rights"): maker, promising party, licence holder, filler. */
export interface Responsible {
  readonly name: string;
  /** Role of the register, e.g. `food_manufacturer`. */
  readonly role: string;
  readonly licences: readonly Licence[];
}

/** One part of a composition, computed from the quantities of the trace and never typed. */
export interface Claim extends Text {
  /** Exact decimal from 0 to 1, e.g. "0.3". */
  readonly share: string;
  /** True where only an upper bound is known, because a conversion between units is missing. */
  readonly bound?: boolean;
  /** URIs of the units that the part comes from; counted on the page, never printed. */
  readonly from: readonly string[];
}

/** A test result that may be published: final, and about a unit of the trace. Preliminary results stay out. */
export interface PublishedTest {
  /** RFC 3339. */
  readonly time: string;
  readonly result: 'conformant' | 'non_conformant';
  /** Number of the report. */
  readonly report?: string;
  /** Who tested. */
  readonly by?: HolderView;
}

/** A recall in force. */
export interface Recall {
  /** Number of the case, e.g. `RC-2026-0401`. */
  readonly case: string;
  /** RFC 3339. */
  readonly declaredAt: string;
  /** Who declared it. */
  readonly by?: HolderView;
  /** What a person who holds the product should do; without it the page says it in general words. */
  readonly advice?: Text;
}

/** Where units of a lot went, counted by prefecture. */
export interface Onward {
  readonly place: PlaceView;
  /** Number of holders there. */
  readonly holders: number;
}

/**
 * All that one public page says, in the public view: the caller of the page masks nothing and knows nothing
 * more. Links of the trace run as the goods ran, from the earlier node to the later one.
 */
export interface PublicAnswer {
  /** The code as the visitor wrote it. */
  readonly code: string;
  /** The reading of it that is answered. */
  readonly candidate: Candidate;
  /** State `unknown` means that the platform holds no record of it. */
  readonly unit: UnitAnswer;
  /** The way back from the unit; without nodes where nothing is recorded. */
  readonly trace: TraceAnswer;
  /** Events of the trace: those that its links name and those of its units at their holders. They give the words. */
  readonly events: readonly EventView[];
  /** For a lot or a class, where it went. */
  readonly onward?: readonly Onward[];
  /** What the registers say of a code that names a place or a party. */
  readonly place?: PlaceView;
  readonly party?: HolderView;
  readonly responsible: readonly Responsible[];
  readonly claims: readonly Claim[];
  readonly tests: readonly PublishedTest[];
  readonly recall?: Recall;
  /** Where the code leads: what its issuer or a regulator registered for it, its lot or its class. */
  readonly links?: readonly LinkView[];
  /** One more sentence about the state, e.g. who put the hold and until when. */
  readonly stateDetail?: Text;
}

/** True where a code names a thing of the registers (a kind of product, a place, a party) that has no state of its own. */
export const isRegistered = ({ unit, place, party }: PublicAnswer): boolean =>
  unit.state === 'unknown' &&
  (place !== undefined || party !== undefined || (unit.level === 'class' && unit.product !== null));

/** True where the owner of a code has activated it and nothing is recorded of the thing that it is on. */
export const isOnlyActivated = ({ unit, trace }: PublicAnswer): boolean =>
  unit.state === 'active' &&
  unit.code?.state === 'active' &&
  unit.lastEvent === null &&
  trace.nodes.length === 0;

/** States of a code of which nothing is recorded here but what is said about the code itself. */
const UNRECORDED: ReadonlySet<UnitAnswer['state']> = new Set(['unknown', 'elsewhere', 'not_issued']);

/** True where the platform holds a record: of the thing, of the registers, of a code that it gave out, or of where this very code leads. */
export const isKnown = (answer: PublicAnswer): boolean =>
  !UNRECORDED.has(answer.unit.state) ||
  isRegistered(answer) ||
  (answer.links ?? []).some(({ anchor }) => anchor === answer.unit.uri);

/**
 * How much the platform knows: a record, that the code lies in a range of its own and was never given out, or nothing.
 * That a code would be of elsewhere follows from its reading alone and is no knowledge.
 */
export function knowledgeOf(answer: PublicAnswer): 0 | 1 | 2 {
  if (isKnown(answer)) return 2;
  return answer.unit.state === 'not_issued' ? 1 : 0;
}
