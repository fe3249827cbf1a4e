import type { GatherLimits, Truncation } from '../trace/gather.ts';
import { type Key, Position, type Posting, positionOf } from '../trace/posting.ts';
import type { Draw, Pour } from '../trace/steps.ts';
import { replayAround, type TraceSources } from '../trace/trace.ts';
import { baseOf, type Decimal, toBase } from '../trace/units.ts';
import type { Transformed, YieldPart } from './yields.ts';

/** A transformation with the units of mass that its outputs were stated in. */
export interface TransformedUnit extends Transformed {
  readonly node: Key;
  /** Every event of it that was seen. */
  readonly events: ReadonlySet<string>;
  /** UN/ECE code in which a reader wrote what came out; kilograms where several were used. */
  readonly uomOf: (outputs: readonly YieldPart[]) => string;
}

/** Most outputs of the transformations that a unit went into. */
export const YIELD_OUTPUTS_MAX = 20_000;

const MASS = 'KGM';

const peersOf = ({ peer, peers }: Posting): readonly Key[] => peers ?? (peer === undefined ? [] : [peer]);

/**
 * The transformations that a unit came out of, on all its way, and those that it went into, each with all that went in
 * and came out. From what came out of the latter one walk back finds them all, and what the containers held that were emptied into them.
 */
export async function transformationsOf(
  sources: TraceSources,
  request: {
    readonly root: Key;
    readonly materialOf: (unit: Key) => string | undefined;
    readonly limits?: GatherLimits;
  },
): Promise<{ transformed: TransformedUnit[]; truncated: Truncation | undefined }> {
  const { root, limits } = request;
  const own = await sources.postings([{ unit: root }]);
  const into = own.postings.flatMap(({ role, peer }) =>
    positionOf(role) === Position.input && peer !== undefined ? [peer] : [],
  );
  const rows = await sources.postings([...new Set(into)].map((unit) => ({ unit })));
  const madeOf = rows.postings
    .filter(({ role }) => positionOf(role) === Position.nodeOutput)
    .flatMap(peersOf);
  const outputs = [...new Set(madeOf)];
  const { state, events, truncated } = await replayAround(sources, {
    root,
    others: outputs.slice(0, YIELD_OUTPUTS_MAX),
    direction: 'back',
    ...(limits === undefined ? {} : { limits }),
  });
  const cut: Truncation | undefined =
    outputs.length > YIELD_OUTPUTS_MAX
      ? { limit: 'yieldOutputsMax', max: YIELD_OUTPUTS_MAX, at: root }
      : truncated;
  const nodes = new Map<Key, Node>();
  for (const postings of events.values()) for (const posting of postings) noteRow(nodes, posting);
  for (const step of state.steps) {
    if (step.step === 'pour') nodes.get(step.node)?.pours.push(step);
    if (step.step === 'draw') nodes.get(step.node)?.draws.push(step);
  }
  const transformed = [...nodes.values()].map((node) => sumNode(node, request.materialOf));
  return {
    transformed: transformed.toSorted((a, b) => a.time - b.time || (a.node < b.node ? -1 : 1)),
    truncated: cut,
  };
}

interface Node {
  readonly key: Key;
  readonly inputs: Set<Key>;
  readonly events: Set<string>;
  readonly pours: Pour[];
  readonly draws: Draw[];
}

function noteRow(nodes: Map<Key, Node>, posting: Posting): void {
  const position = positionOf(posting.role);
  if (position !== Position.nodeInput && position !== Position.nodeOutput) return;
  const { unit: key, event } = posting;
  const node = nodes.get(key) ?? { key, inputs: new Set(), events: new Set(), pours: [], draws: [] };
  nodes.set(key, node);
  node.events.add(event);
  if (position === Position.nodeInput) for (const unit of peersOf(posting)) node.inputs.add(unit);
}

function sumNode(
  { key: node, inputs, events, pours, draws }: Node,
  materialOf: (unit: Key) => string | undefined,
): TransformedUnit {
  const into = new Parts(materialOf);
  const out = new Parts(materialOf);
  for (const { from, arrived, base, event } of pours)
    into.add(from.unit, { amount: arrived, uom: base, event });
  for (const { to, arrived, event } of draws) out.add(to.unit, { amount: arrived, uom: to.uom, event });
  // What was named and of which nothing was poured is there without a number: a container whose content nobody recorded.
  const poured = new Set(pours.flatMap(({ from, outOf }) => [from.unit, ...(outOf ?? [])]));
  for (const unit of inputs) if (!poured.has(unit)) into.add(unit, undefined);
  return {
    node,
    time: Math.max(...draws.map(({ time }) => time)),
    events,
    inputs: into.print(),
    outputs: out.print(),
    uomOf: (outputs) => out.uomOf(outputs),
  };
}

interface Sum {
  kilograms: Decimal | undefined;
  readonly events: Set<string>;
  readonly uoms: Set<string>;
}

/** Adds up, by unit, what went in or came out. */
class Parts {
  readonly #sums = new Map<Key, Sum>();
  readonly #materialOf: (unit: Key) => string | undefined;

  constructor(materialOf: (unit: Key) => string | undefined) {
    this.#materialOf = materialOf;
  }

  add(unit: Key, amount: { amount: Decimal; uom: string; event: string } | undefined): void {
    const known = this.#sums.get(unit);
    const weighed =
      amount !== undefined && baseOf(amount.uom) === MASS ? toBase(amount.amount, amount.uom) : undefined;
    const sum: Sum = known ?? { kilograms: weighed, events: new Set(), uoms: new Set() };
    this.#sums.set(unit, sum);
    if (known !== undefined)
      sum.kilograms = weighed === undefined ? undefined : known.kilograms?.plus(weighed);
    if (amount === undefined) return;
    sum.events.add(amount.event);
    sum.uoms.add(amount.uom);
  }

  print(): YieldPart[] {
    return [...this.#sums].map(([unit, { kilograms, events }]) => ({
      unit,
      material: this.#materialOf(unit),
      kilograms,
      events: [...events],
    }));
  }

  uomOf(outputs: readonly YieldPart[]): string {
    const uoms = new Set(
      outputs.flatMap(({ unit, kilograms }) =>
        kilograms === undefined ? [] : [...(this.#sums.get(unit)?.uoms ?? [])],
      ),
    );
    const [only = MASS] = uoms;
    return uoms.size === 1 ? only : MASS;
  }
}
