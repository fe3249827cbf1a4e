import { amountsOf } from './amounts.ts';
import { isClassLevel, type Key, Position, type Posting, positionOf } from './posting.ts';
import type { ReplayState } from './replay-state.ts';
import { joinRoot, removeLot, type Stated, statedOf } from './replay-stock.ts';
import { appear, begin, leaveContainer, settle, type Whereabouts } from './replay-units.ts';
import type { At, Holding, Pool } from './steps.ts';
import { baseOf, convert, type Decimal, ONE, toBase, ZERO } from './units.ts';

const NOTHING: ReadonlyMap<string, Decimal> = new Map();

interface Poured {
  readonly from: Pool;
  readonly fromHolding: Holding;
  /** In the unit of `from`, and its total before. */
  readonly amount: Decimal;
  readonly fromTotal: Decimal;
  readonly stated: Decimal;
  readonly uom: string;
  readonly atMost: boolean;
  readonly outOf?: readonly Key[] | undefined;
}

/** Pours an amount into a transformation. Dimensions are summed apart: kilograms and pieces cannot be compared. */
function pour(replay: ReplayState, at: At, node: Key, poured: Poured): void {
  const { stated, uom, from, fromHolding, amount, fromTotal, atMost, outOf } = poured;
  const base = baseOf(uom);
  const arrived = toBase(stated, uom);
  const before = replay.pouredIn.get(node) ?? NOTHING;
  replay.pouredIn.set(node, new Map(before).set(base, (before.get(base) ?? ZERO).plus(arrived)));
  const rest = { from, fromHolding, amount, fromTotal, arrived, base, outOf, atMost };
  replay.pour({ ...at, node, ...rest });
}

/** An amount of a lot goes in. */
function inputLot(replay: ReplayState, at: At, node: Key, stated: Stated): void {
  for (const part of removeLot(replay, at, stated)) {
    const from = { from: part.pool, fromHolding: part.holding, fromTotal: part.totalBefore };
    const { amount, uom, atMost } = part;
    pour(replay, at, node, { ...from, amount, stated: part.stated, uom, atMost });
  }
}

/** Deepest nesting of containers that a transformation empties. */
const NESTED_INPUT_MAX = 8;

interface UnitThere {
  readonly unit: Key;
  readonly where: Whereabouts;
  readonly depthLeft?: number;
}

/** An item goes in, or a container with all that it holds. */
function inputUnit(replay: ReplayState, at: At, node: Key, of: UnitThere): void {
  const { unit, where, depthLeft = NESTED_INPUT_MAX } = of;
  const state = replay.unit(unit);
  leaveContainer(replay, at, state);
  settle(replay, at, state, where.place);
  appear(replay, at, state, where);
  const { holding, pool } = state;
  if (holding === undefined || state.ended) return;
  state.ended = true;
  if (pool !== undefined) pourAll(replay, at, node, { pool, holding });
  if (depthLeft > 0) inputContent(replay, at, node, { unit, where, depthLeft });
}

function pourAll(
  replay: ReplayState,
  at: At,
  node: Key,
  of: { pool: Pool; holding: Holding; outOf?: readonly Key[] },
): void {
  const { pool, holding, outOf } = of;
  const { total, uom, atMost } = pool;
  pour(replay, at, node, {
    from: pool,
    fromHolding: holding,
    amount: total,
    fromTotal: total,
    stated: total,
    uom,
    atMost,
    outOf,
  });
}

function inputContent(replay: ReplayState, at: At, node: Key, of: UnitThere & { depthLeft: number }): void {
  const { unit, where, depthLeft } = of;
  const container = replay.containers.get(unit);
  const holding = replay.unit(unit).holding;
  if (container === undefined || holding === undefined) return;
  for (const [slot, pool] of container.lots) {
    pourAll(replay, at, node, { pool, holding, outOf: [unit] });
    replay.takeFromChain([unit], amountsOf(pool.total, pool.uom));
    pool.total = ZERO;
    container.lots.delete(slot);
  }
  for (const child of [...container.children]) {
    inputUnit(replay, at, node, { unit: child, where, depthLeft: depthLeft - 1 });
  }
}

/** An amount of a lot comes out. */
function outputLot(replay: ReplayState, at: At, node: Key, stated: Stated): void {
  const { pool, holding } = replay.stock(stated.lot, stated.party, stated.place, stated.uom);
  const arrived = convert(stated.quantity ?? ONE, stated.uom, pool.uom) ?? ZERO;
  pool.total = pool.total.plus(arrived);
  const totals = replay.pouredIn.get(node) ?? NOTHING;
  replay.draw({ ...at, node, to: pool, toHolding: holding, arrived, toTotal: pool.total, totals });
  joinRoot(replay, at, pool, { amount: arrived, holding });
}

/** An item comes out. */
function outputUnit(replay: ReplayState, at: At, node: Key, { unit, where }: UnitThere): void {
  const state = replay.unit(unit);
  if (state.pool !== undefined) return;
  state.party = where.party;
  state.place = where.place;
  state.holding ??= replay.holding(unit, where.party, where.place);
  begin(replay, at, state, () => {
    if (state.pool === undefined || state.holding === undefined) return false;
    const { total } = state.pool;
    const totals = replay.pouredIn.get(node) ?? NOTHING;
    const to = { to: state.pool, toHolding: state.holding };
    replay.draw({ ...at, node, ...to, arrived: total, toTotal: total, totals });
    return true;
  });
}

export const goesIn = (posting: Posting): boolean => {
  const position = positionOf(posting.role);
  return position === Position.input || position === Position.nodeInput;
};

/** The rows of a transformation: those of its node are complete; without them the rows of the units must do. */
export function transformationRows(postings: readonly Posting[]): readonly Posting[] {
  const ofNode = postings.filter(({ role }) => isAt(role, Position.nodeInput, Position.nodeOutput));
  return ofNode.length > 0
    ? ofNode
    : postings.filter(({ role }) => isAt(role, Position.input, Position.output));
}

const isAt = (role: number, one: Position, other: Position) => {
  const position = positionOf(role);
  return position === one || position === other;
};

/** The transformation that a row belongs to. */
export const nodeOf = (posting: Posting): Key | undefined =>
  isAt(posting.role, Position.nodeInput, Position.nodeOutput) ? posting.unit : posting.peer;

/** What goes in. */
export function replayInputs(replay: ReplayState, at: At, rows: readonly Posting[]): void {
  for (const row of rows) if (goesIn(row)) replayRow(replay, at, row);
}

/** What comes out. */
export function replayOutputs(replay: ReplayState, at: At, rows: readonly Posting[]): void {
  for (const row of rows) if (!goesIn(row)) replayRow(replay, at, row);
}

function replayRow(replay: ReplayState, at: At, posting: Posting): void {
  const node = nodeOf(posting);
  if (node === undefined) return;
  const peers = posting.peers ?? (posting.peer === undefined ? [] : [posting.peer]);
  const units = node === posting.unit ? peers : [posting.unit];
  const where = { party: posting.party, place: posting.place };
  for (const unit of units) {
    if (isClassLevel(posting.role))
      (goesIn(posting) ? inputLot : outputLot)(replay, at, node, statedOf(posting, unit));
    else (goesIn(posting) ? inputUnit : outputUnit)(replay, at, node, { unit, where });
  }
}
