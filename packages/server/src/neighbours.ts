import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';

const Text = Type.String({ minLength: 1, maxLength: 240 });
const Both = Type.Object({ en: Text, zh: Text }, { additionalProperties: false });

/** Where to ask about codes of another province, prefecture or county. */
const Neighbour = Type.Object(
  {
    division: Type.String({ pattern: '^[0-9]{2}([0-9]{2}){0,2}$' }),
    name: Both,
    ask: Type.Object(
      {
        en: Text,
        zh: Text,
        url: Type.Optional(Type.String({ maxLength: 2048, pattern: '^https?://[^\\s]+$' })),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type Neighbour = Static<typeof Neighbour>;

/** Most neighbours of one file: all provinces and prefectures of the country, and room. */
export const NEIGHBOURS_MAX = 1_000;
const Neighbours = Type.Array(Neighbour, { maxItems: NEIGHBOURS_MAX });

/** Reads the file of NEIGHBOURS_FILE, or says every mistake in it in a sentence of its own. */
export function readNeighbours(file: string | undefined): {
  neighbours: readonly Neighbour[];
  faults: string[];
} {
  if (file === undefined || file === '') return { neighbours: [], faults: [] };
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return failed([
      `NEIGHBOURS_FILE names ${file}, which cannot be read as JSON: ${(error as Error).message}.`,
    ]);
  }
  if (!Value.Check(Neighbours, read)) {
    const wrong = [...Value.Errors(Neighbours, read)].slice(0, 10);
    return failed(
      wrong.map(({ instancePath, message }) => `NEIGHBOURS_FILE: ${instancePath || 'the file'} ${message}.`),
    );
  }
  const divisions = read.map(({ division }) => division);
  const twice = divisions.filter((division, at) => divisions.indexOf(division) !== at);
  if (twice.length > 0) return failed(twice.map((one) => `NEIGHBOURS_FILE names the division ${one} twice.`));
  const neighbours = read.toSorted((a, b) => b.division.length - a.division.length);
  return { neighbours: Object.freeze(neighbours), faults: [] };
}

const failed = (faults: string[]) => ({ neighbours: [], faults });
