import { isClassLevel, type Key, Position, type Posting, positionOf } from './posting.ts';
import { injectLot, removeLot, type Stated, statedOf } from './replay-lots.ts';
import type { At, ReplayState, Transformation } from './replay-state.ts';
import { appear, begin, leaveContainer, settle, type Whereabouts } from './replay-units.ts';
import type { Holding, Pool } from './steps.ts';
import { baseOf, convert, type Decimal, ONE, toBase, ZERO } from './units.ts';

function transformation(replay: ReplayState, node: Key, firstUom: string): Transformation {
  let state = replay.transformations.get(node);
  if (state === undefined) {
    state = { pool: replay.pool(node, 'transformation', baseOf(firstUom)), mixed: false, sources: new Set() };
    replay.transformations.set(node, state);
  }
  return state;
}

interface Poured {
  readonly unit: Key;
  readonly from: Pool | undefined;
  readonly holding: Holding | undefined;
  readonly amount: Decimal;
  readonly uom: string;
  readonly fromTotal: Decimal;
  readonly outOf?: readonly Key[];
}

/** Pours an amount into a transformation. Amounts of another dimension than the first cannot be compared: all shares become bounds. */
function pour(replay: ReplayState, at: At, node: Key, poured: Poured): void {
  const state = transformation(replay, node, poured.uom);
  const { pool } = state;
  state.sources.add(poured.unit);
  const comparable = baseOf(poured.uom) === pool.uom;
  if (!comparable && state.sources.size > 1) state.mixed = true;
  const arrived = comparable ? toBase(poured.amount, poured.uom) : ONE;
  pool.total = pool.total.plus(arrived);
  replay.flow({
    ...at,
    kind: 'transformation',
    to: pool,
    amount: poured.amount,
    arrived,
    fromTotal: poured.fromTotal,
    toTotal: pool.total,
    bound: state.mixed || (poured.from?.unmeasured ?? false),
    inferred: false,
    ...(poured.from === undefined ? {} : { from: poured.from }),
    ...(poured.outOf === undefined ? {} : { outOf: poured.outOf }),
    ...(poured.holding === undefined ? {} : { fromHolding: poured.holding }),
  });
}

/** An amount of a lot goes in. */
export function inputLot(replay: ReplayState, at: At, node: Key, stated: Stated): void {
  for (const part of removeLot(replay, at, stated)) {
    pour(replay, at, node, {
      unit: stated.lot,
      from: part.pool,
      holding: part.holding,
      amount: part.amount,
      uom: part.pool?.uom ?? stated.uom,
      fromTotal: part.totalBefore,
    });
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
export function inputUnit(replay: ReplayState, at: At, node: Key, of: UnitThere): void {
  const { unit, where, depthLeft = NESTED_INPUT_MAX } = of;
  const state = replay.unit(unit);
  leaveContainer(replay, at, state);
  settle(replay, at, state, where.place);
  appear(replay, at, state, where);
  const { holding, pool } = state;
  if (holding === undefined) return;
  if (pool !== undefined) {
    const { total: amount, uom } = pool;
    state.ended = true;
    pour(replay, at, node, { unit, from: pool, holding, amount, uom, fromTotal: amount });
  }
  if (depthLeft > 0) inputContent(replay, at, node, { unit, where, depthLeft });
}

function inputContent(replay: ReplayState, at: At, node: Key, of: UnitThere & { depthLeft: number }): void {
  const { unit, where, depthLeft } = of;
  const container = replay.containers.get(unit);
  const holding = replay.unit(unit).holding;
  if (container === undefined) return;
  for (const [slot, pool] of container.lots) {
    const { total: amount, uom } = pool;
    pool.total = ZERO;
    pour(replay, at, node, {
      unit: pool.unit,
      from: pool,
      holding,
      amount,
      uom,
      fromTotal: amount,
      outOf: [unit],
    });
    replay.addToChain([unit], baseOf(uom), toBase(amount, uom).negated());
    container.lots.delete(slot);
  }
  for (const child of [...container.children]) {
    inputUnit(replay, at, node, { unit: child, where, depthLeft: depthLeft - 1 });
  }
}

interface Outcome {
  readonly to: Pool;
  readonly amount: Decimal;
  readonly toHolding: Holding;
}

function output(replay: ReplayState, at: At, node: Key, of: Outcome): void {
  const { to, amount, toHolding } = of;
  const state = transformation(replay, node, to.uom);
  replay.flow({
    ...at,
    kind: 'transformation',
    from: state.pool,
    to,
    toHolding,
    amount,
    arrived: amount,
    fromTotal: state.pool.total,
    toTotal: to.total,
    bound: state.mixed,
    inferred: false,
  });
}

/** An amount of a lot comes out. */
export function outputLot(replay: ReplayState, at: At, node: Key, stated: Stated): void {
  const { pool, holding } = replay.stock(stated.lot, stated.party, stated.place, stated.uom);
  if (stated.quantity === undefined) pool.unmeasured = true;
  const amount = stated.quantity ?? ZERO;
  const arrived = convert(amount, stated.uom, pool.uom) ?? amount;
  pool.total = pool.total.plus(arrived);
  output(replay, at, node, { to: pool, amount: arrived, toHolding: holding });
  injectLot(replay, at, pool, arrived, holding);
}

/** An item comes out. */
export function outputUnit(replay: ReplayState, at: At, node: Key, { unit, where }: UnitThere): void {
  const state = replay.unit(unit);
  state.party = where.party;
  state.place = where.place;
  state.holding ??= replay.holding(unit, where.party, where.place);
  begin(replay, at, state, () => {
    if (state.pool === undefined || state.holding === undefined) return false;
    output(replay, at, node, { to: state.pool, amount: state.pool.total, toHolding: state.holding });
    return true;
  });
}

const goesIn = (posting: Posting): boolean => {
  const position = positionOf(posting.role);
  return position === Position.input || position === Position.nodeInput;
};

/** Rows of the transformation node are complete; without them (its key was not loaded) the rows of the units must do. */
export function replayTransformation(replay: ReplayState, at: At, postings: readonly Posting[]): void {
  const nodeRows = postings.filter(({ role }) => isAt(role, Position.nodeInput, Position.nodeOutput));
  const unitRows = postings.filter(({ role }) => isAt(role, Position.input, Position.output));
  const rows = nodeRows.length > 0 ? nodeRows : unitRows;
  for (const posting of rows) if (goesIn(posting)) replayRow(replay, at, posting, nodeRows.length > 0);
  for (const posting of rows) if (!goesIn(posting)) replayRow(replay, at, posting, nodeRows.length > 0);
}

const isAt = (role: number, one: Position, other: Position) => {
  const position = positionOf(role);
  return position === one || position === other;
};

function replayRow(replay: ReplayState, at: At, posting: Posting, ofNode: boolean): void {
  const peers = posting.peers ?? (posting.peer === undefined ? [] : [posting.peer]);
  const node = ofNode ? posting.unit : posting.peer;
  const units = ofNode ? peers : [posting.unit];
  if (node === undefined) return;
  const where = { party: posting.party, place: posting.place };
  for (const unit of units) {
    if (isClassLevel(posting.role))
      (goesIn(posting) ? inputLot : outputLot)(replay, at, node, statedOf(posting, unit));
    else (goesIn(posting) ? inputUnit : outputUnit)(replay, at, node, { unit, where });
  }
}
