/** One measured promise (design §8): a value, its unit, what was promised and whether it holds. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly promise: string;
  /** Null where nothing is promised: a yardstick or a fact about the run. */
  readonly holds: boolean | null;
}

export const atMost = (name: string, value: number, unit: string, bound: number): Row => ({
  name,
  value,
  unit,
  promise: `≤ ${bound}`,
  holds: value <= bound,
});
export const atLeast = (name: string, value: number, unit: string, bound: number): Row => ({
  name,
  value,
  unit,
  promise: `≥ ${bound}`,
  holds: value >= bound,
});
export const fact = (name: string, value: number, unit: string): Row => ({
  name,
  value,
  unit,
  promise: '',
  holds: null,
});

/** The value below which `share` of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const shown = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

export function printTable(rows: readonly Row[]): string {
  const cells = rows.map(({ name, value, unit, promise, holds }) => [
    name,
    shown(value),
    unit,
    promise,
    holds === null ? '' : holds ? 'holds' : 'MISSED',
  ]);
  const head = ['what', 'measured', 'unit', 'promise', ''];
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  return [head, ...cells]
    .map((row) =>
      row
        .map((cell, at) => (at === 1 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
