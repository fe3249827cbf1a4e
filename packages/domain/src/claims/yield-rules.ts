import data from '../../yields/yields.json' with { type: 'json' };

/** Words for a reader. */
interface InTwoLanguages {
  readonly zh: string;
  readonly en: string;
}

/** From one material no more of another can come than a fraction of its mass: 288.484 kg of neodymium of 336.481 kg of its oxide. */
export interface YieldRule {
  readonly from: string;
  readonly to: string;
  /** Exact decimals of one unit of mass; a fraction, for its quotient rarely ends. */
  readonly most: { readonly of: string; readonly per: string };
  /** True where nature forbids more; false where more is only unusual. */
  readonly sure: boolean;
  readonly source: InTwoLanguages;
  /** YYYY-MM-DD in China, both included. */
  readonly validFrom: string;
  readonly validTo?: string;
}

/** What a product can be registered to consist of, by its name in the register. */
export const materials: ReadonlyMap<string, InTwoLanguages> = new Map(Object.entries(data.materials));

/** What can come of what; a new figure is a new row, so that the past keeps the figure of its day. */
export const yieldRules: readonly YieldRule[] = data.yields;

const CHINA_OFFSET_MS = 8 * 3600 * 1000;

/** The day in China of an instant in microseconds, YYYY-MM-DD. */
const dayOf = (micros: number): string =>
  new Date(micros / 1000 + CHINA_OFFSET_MS).toISOString().slice(0, 10);

/** The rules into a material that are in force at an instant (microseconds), by what they start from; of two the later one. */
export function rulesInto(rules: readonly YieldRule[], to: string, micros: number): Map<string, YieldRule> {
  const day = dayOf(micros);
  const inForce = rules
    .filter((rule) => rule.to === to && rule.validFrom <= day && (rule.validTo ?? day) >= day)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : Number(a.validFrom > b.validFrom)));
  return new Map(inForce.map((rule) => [rule.from, rule]));
}
