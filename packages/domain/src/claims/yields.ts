import { Decimal, ONE, toBase, ZERO } from '../trace/units.ts';
import { rulesInto, type YieldRule, yieldRules } from './yield-rules.ts';

/** One input or output of a transformation. */
export interface YieldPart {
  readonly unit: string;
  /** What its product is registered to consist of. */
  readonly material: string | undefined;
  /** Kilograms; `undefined` where the records do not weigh it. */
  readonly kilograms: Decimal | undefined;
  /** Numbers of the events, in order of time. */
  readonly events: readonly string[];
}

/** All that went into a transformation and all that came out. */
export interface Transformed {
  readonly node: string;
  /** Microseconds: when the last of it came out. */
  readonly time: number;
  readonly inputs: readonly YieldPart[];
  readonly outputs: readonly YieldPart[];
}

/** An input with the fraction that can become the product, and how much that is; neither where nothing says it. */
export interface YieldInput {
  readonly part: YieldPart;
  readonly rule?: YieldRule;
  /** Kilograms. */
  readonly most?: Decimal;
}

/**
 * `holds`: no more came out than can. `refuted`: more came out than nature allows. `unusual`: more than is usual.
 * `open`: more came out than what was counted allows, but something went in that could not be counted.
 */
export type YieldVerdict = 'holds' | 'refuted' | 'unusual' | 'open';

/** How much of one material can have come out of a transformation, and how much did. Kilograms. */
export interface YieldClaim {
  readonly node: string;
  readonly time: number;
  readonly material: string;
  readonly most: Decimal;
  readonly made: Decimal;
  /** What was made and cannot have been. */
  readonly excess: Decimal;
  readonly verdict: YieldVerdict;
  readonly inputs: readonly YieldInput[];
  readonly outputs: readonly YieldPart[];
}

/** Quotients carry ten digits more than this; rounding them here makes two thirds and one third a whole. */
const GUARDED_PLACES = 26;

/**
 * What can have come out of transformations by the rules of their day. A material that goes in and comes out as itself counts
 * whole; an input of another material without a rule cannot be counted, and refutes nothing.
 */
export function yieldClaims(
  transformed: readonly Transformed[],
  rules: readonly YieldRule[] = yieldRules,
): YieldClaim[] {
  return transformed.flatMap((each) =>
    [...Map.groupBy(each.outputs, ({ material }) => material)].flatMap(([material, outputs]) => {
      const claim = material === undefined ? undefined : claimOf(each, { material, outputs, rules });
      return claim ?? [];
    }),
  );
}

function claimOf(
  { node, time, inputs: parts }: Transformed,
  of: { material: string; outputs: readonly YieldPart[]; rules: readonly YieldRule[] },
): YieldClaim | undefined {
  const { material, outputs } = of;
  const rules = rulesInto(of.rules, material, time);
  const inputs = parts.map((part) => inputOf(part, material, rules));
  if (!inputs.some(({ rule }) => rule !== undefined)) return undefined;
  const most = inputs
    .reduce((sum, { most: part = ZERO }) => sum.plus(part), ZERO)
    .toDecimalPlaces(GUARDED_PLACES);
  const made = outputs.reduce((sum, { kilograms = ZERO }) => sum.plus(kilograms), ZERO);
  const excess = Decimal.max(made.minus(most), ZERO);
  const verdict = excess.isZero() ? 'holds' : verdictOf(inputs);
  return { node, time, material, most, made, excess, verdict, inputs, outputs };
}

function verdictOf(inputs: readonly YieldInput[]): YieldVerdict {
  if (inputs.some(({ most }) => most === undefined)) return 'open';
  return inputs.every(({ rule }) => rule?.sure ?? true) ? 'refuted' : 'unusual';
}

function inputOf(part: YieldPart, material: string, rules: ReadonlyMap<string, YieldRule>): YieldInput {
  const { kilograms } = part;
  const rule = rules.get(part.material ?? '');
  if (part.material === material) return { part, ...(kilograms === undefined ? {} : { most: kilograms }) };
  if (rule === undefined) return { part };
  return { part, rule, ...(kilograms === undefined ? {} : { most: mostOf(kilograms, rule) }) };
}

/** Multiplied first, so that what comes out even stays exact. */
const mostOf = (kilograms: Decimal, { most }: YieldRule): Decimal => kilograms.times(most.of).div(most.per);

/** Decimals of an amount that a claim prints: a nanogram of a tonne. */
const PLACES = 15;

/**
 * Kilograms in the unit of mass that a reader gave them in. What is at most is never printed as more, what is too much never as
 * nothing: the one is rounded down and the other up, and together they are what was made.
 */
export function printMass(kilograms: Decimal, uom: string, round: 'up' | 'down' | 'even' = 'even'): string {
  const mode = { up: Decimal.ROUND_UP, down: Decimal.ROUND_DOWN, even: Decimal.ROUND_HALF_EVEN }[round];
  return kilograms.div(toBase(ONE, uom)).toDecimalPlaces(PLACES, mode).toFixed();
}
