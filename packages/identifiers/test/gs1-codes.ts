import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../../../shared/standards/gs1-codes');

/** The text of an official GS1 file that lies beside the checkout on some machines, or undefined with a warning. */
export function readGs1File(name: string): string | undefined {
  const path = resolve(folder, name);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.warn(
    `SKIPPED: the official GS1 file ${name} is not beside this checkout; own fixtures stand in for it.`,
  );
  return undefined;
}

/** One line of the official linter vectors. */
export interface LinterVector {
  readonly ok: boolean;
  readonly in: string;
}

/** The official vectors of one linter; empty where the file is absent. */
export function linterVectors(linter: string): readonly LinterVector[] {
  const text = readGs1File('linter-vectors.json');
  if (text === undefined) return [];
  const { sets } = JSON.parse(text) as { sets: Record<string, readonly LinterVector[]> };
  return sets[linter] ?? [];
}
