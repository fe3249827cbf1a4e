import { sumOf, toOneSpelling } from '../exact.ts';

/**
 * The vocabulary of `expectations.json`: a check picks items of an answer (`of`, `where`), takes a value of each
 * (`take`), and says one thing about them. Small on purpose, so that a person can check an expectation by hand.
 */
export type Scalar = string | number | boolean | null;

/** An equal value, or one of these; texts that are decimals are equal as numbers. */
export type Condition =
  | Scalar
  | { readonly not: Scalar }
  | { readonly startsWith: string }
  | { readonly absent: boolean }
  | { readonly oneOf: readonly Scalar[] };

export interface Check {
  /** Path to the items, e.g. `nodes` or `nodes.ends`; lists on the way are opened. '' is the whole answer. */
  readonly of: string;
  /** Only items whose values at these paths meet the conditions. */
  readonly where?: Readonly<Record<string, Condition>>;
  /** Path from an item to the value that is compared; '' is the item itself. */
  readonly take?: string;
  /** Order of the items before `sequence`: a path to a number or a time. */
  readonly by?: string;
  /** So many items. */
  readonly count?: number;
  /** The exact decimal sum of the values. */
  readonly sum?: string;
  /** The set of values, in any order. */
  readonly set?: readonly Scalar[];
  /** So many different values. */
  readonly different?: number;
  /** The values in order, a value that comes again at once told once. */
  readonly sequence?: readonly Scalar[];
  /** Every value meets this, and there is at least one. */
  readonly is?: Condition;
  /** The answer as text holds all of these. */
  readonly contains?: readonly string[];
  /** The answer as text holds none of these. */
  readonly lacks?: readonly string[];
}

export interface Verdict {
  readonly holds: boolean;
  /** What was expected and what came, for a person. */
  readonly detail: string;
}

/** Every value at a dotted path; a list stands for each of its members. */
export function valuesAt(answer: unknown, path: string): unknown[] {
  const open = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
  let values = path === '' ? [answer] : open(answer);
  for (const name of path === '' ? [] : path.split('.')) {
    values = values.flatMap((value) => {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
      return open((value as Record<string, unknown>)[name]);
    });
  }
  return values;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function equal(got: unknown, wanted: Scalar): boolean {
  if (got === wanted) return true;
  if (!isText(got) || !isText(wanted)) return false;
  const decimal = toOneSpelling(got);
  return decimal !== undefined && decimal === toOneSpelling(wanted);
}

function meets(values: readonly unknown[], condition: Condition): boolean {
  if (typeof condition !== 'object' || condition === null)
    return values.some((value) => equal(value, condition));
  if ('absent' in condition) return (values.length === 0) === condition.absent;
  if ('not' in condition) return !values.some((value) => equal(value, condition.not));
  if ('oneOf' in condition)
    return values.some((value) => condition.oneOf.some((wanted) => equal(value, wanted)));
  return values.some((value) => isText(value) && value.startsWith(condition.startsWith));
}

function itemsOf(answer: unknown, check: Check): unknown[] {
  const conditions = Object.entries(check.where ?? {});
  return valuesAt(answer, check.of).filter((item) =>
    conditions.every(([path, condition]) => meets(valuesAt(item, path), condition)),
  );
}

const orderOf = (item: unknown, path: string): number => {
  const [value] = valuesAt(item, path);
  return typeof value === 'number' ? value : Date.parse(String(value));
};

const canonical = (value: unknown): string =>
  (isText(value) ? toOneSpelling(value) : undefined) ??
  (isText(value) ? value : (JSON.stringify(value) ?? 'undefined'));

const short = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

function verdict(expected: unknown, got: unknown): Verdict {
  const [wanted, came] = [JSON.stringify(expected), JSON.stringify(got) ?? 'undefined'];
  return { holds: wanted === came, detail: `${short(wanted)} / ${short(came)}` };
}

const sorted = (values: readonly unknown[]): string[] => [...new Set(values.map(canonical))].sort();

function textVerdict(answer: unknown, check: Check): Verdict {
  const text = isText(answer) ? answer : JSON.stringify(answer);
  const missing = (check.contains ?? []).filter((part) => !text.includes(part));
  const surplus = (check.lacks ?? []).filter((part) => text.includes(part));
  return {
    holds: missing.length === 0 && surplus.length === 0,
    detail: JSON.stringify({ missing, surplus }),
  };
}

/** Says whether an answer meets one check. */
export function evaluate(answer: unknown, check: Check): Verdict {
  if (check.contains !== undefined || check.lacks !== undefined) return textVerdict(answer, check);
  const items = itemsOf(answer, check);
  if (check.count !== undefined) return verdict(check.count, items.length);
  const { by, take = '' } = check;
  const ordered = by === undefined ? items : items.toSorted((a, b) => orderOf(a, by) - orderOf(b, by));
  const values = ordered.flatMap((item) => valuesAt(item, take));
  if (check.sum !== undefined) return verdict(toOneSpelling(check.sum), sumOf(values.map(String)) ?? values);
  if (check.set !== undefined) return verdict(sorted(check.set), sorted(values));
  if (check.different !== undefined) return verdict(check.different, sorted(values).length);
  if (check.sequence !== undefined) {
    const told = values.map(canonical).filter((value, index, all) => value !== all[index - 1]);
    return verdict(check.sequence.map(canonical), told);
  }
  const { is } = check;
  if (is === undefined) throw new Error(`a check of "${check.of}" says nothing`);
  const holds = values.length > 0 && values.every((value) => meets([value], is));
  return { holds, detail: `${short(JSON.stringify(is))} / ${short(JSON.stringify(values.slice(0, 20)))}` };
}
