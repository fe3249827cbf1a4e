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

/** One line of the official linter vectors; `markup` has stars around the place of the fault. */
export interface LinterVector {
  readonly ok: boolean;
  readonly in: string;
  readonly err?: string;
  readonly markup?: string;
}

/** The official vectors by the name of their linter; undefined where the file is absent. */
export function officialLinterSets(): Readonly<Record<string, readonly LinterVector[]>> | undefined {
  const text = readGs1File('linter-vectors.json');
  if (text === undefined) return undefined;
  const { sets } = JSON.parse(text) as { sets: Record<string, readonly LinterVector[]> };
  return sets;
}
