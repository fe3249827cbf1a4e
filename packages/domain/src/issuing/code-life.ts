/**
 * The life of a code that the platform gives out, before and beside its events: reserved in an order, printed on a
 * label, active on a product, or void for ever. A code is in one state, a state is left only by an act of the table, and
 * nothing leads back: a label that was printed stays printed, a void code is never given out again.
 */
export type CodeState = 'reserved' | 'printed' | 'active' | 'void';
export const CODE_STATES: readonly CodeState[] = ['reserved', 'printed', 'active', 'void'];

/** What is done to codes of an order. `reconcile` ends an order; see `closingOf`. */
export type CodeAct = 'print' | 'activate' | 'void';
export const CODE_ACTS: readonly CodeAct[] = ['print', 'activate', 'void'];

/** Why a code was made void. */
export type VoidReason = 'spoiled' | 'lost' | 'unused' | 'wrong';

/**
 * Where each act leads from each state; null is refused. Activating a reserved code says that its label was printed as
 * well. An active code becomes void only while no event that stands names it: what is recorded on a product is
 * declared wrong, or recalled, and not wiped out by its label.
 */
export const codeTransitions: Readonly<Record<CodeAct, Readonly<Record<CodeState, CodeState | null>>>> = {
  print: { reserved: 'printed', printed: null, active: null, void: null },
  activate: { reserved: 'active', printed: 'active', active: null, void: null },
  void: { reserved: 'void', printed: 'void', active: 'void', void: null },
};

/** The states from which an act is allowed. */
export const movableFrom = (act: CodeAct): CodeState[] =>
  CODE_STATES.filter((state) => codeTransitions[act][state] !== null);

/** What an act without named codes takes: all that may move. Active codes are made void only one by one. */
export const sweptFrom = (act: CodeAct): CodeState[] =>
  movableFrom(act).filter((state) => state !== 'active');

/** How many codes of an order are in which state. The four add up to the count of the order, always. */
export type CodeCounts = Readonly<Record<CodeState, number>>;

/** Labels as somebody counted them: on products, spoiled, and left over. */
export interface CountedLabels {
  readonly applied: number;
  readonly spoiled: number;
  readonly left: number;
}

/** What a reconciliation comes to. */
export interface Closing {
  /** Labels that were printed and that nobody has counted; below zero where more were counted than were ever printed. */
  readonly unexplained: number;
  /** Why codes that were never printed become void. */
  readonly reserved: VoidReason;
  /** Why printed codes that are not active become void; null where they must not. */
  readonly printed: VoidReason | null;
}

/**
 * Ends an order. What was never printed is void as unused. Labels were counted and not read, so which of the printed
 * codes are which is unknown: where more labels are on products than codes are active, some of the printed codes are on
 * products whose events are still to come, and none of them is touched. Else all of them become void, as `unused` where
 * every label is accounted for, as `lost` where one is not, since any of them may be that one.
 */
export function closingOf(counts: CodeCounts, printedEver: number, counted: CountedLabels): Closing {
  const unexplained = printedEver - (counted.applied + counted.spoiled + counted.left);
  const unread = counted.applied > counts.active;
  return { unexplained, reserved: 'unused', printed: unread ? null : unexplained > 0 ? 'lost' : 'unused' };
}
