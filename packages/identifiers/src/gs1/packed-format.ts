/**
 * How the compression of Digital Links packs the value of an Application Identifier (GS1 Digital Link Standard,
 * Compression, table F): the components of the dictionary, neighbours of one kind and fixed length taken together.
 */
import type { ApplicationIdentifier } from './application-identifiers.ts';

/** A run of characters that is packed as one. */
export interface PackedField {
  readonly numeric: boolean;
  readonly variable: boolean;
  /** Characters, at most where the length is variable. */
  readonly size: number;
}

interface Draft {
  numeric: boolean;
  variable: boolean;
  size: number;
  /** Made of components that may be absent. */
  optional: boolean;
}

function toFields({ components }: ApplicationIdentifier): readonly PackedField[] {
  const fields: Draft[] = [];
  for (const { set, min, max, optional } of components) {
    const numeric = set === 'N';
    const variable = optional || min !== max;
    const last = fields.at(-1);
    const same = last !== undefined && last.numeric === numeric;
    // N6 N4 is ten digits; N3 [N3] [N3] is three and up to six; X2 X..28 is up to thirty characters.
    const joins =
      same && ((!last.variable && !variable) || (last.optional && optional) || (!numeric && !last.variable));
    if (joins) {
      last.size += max;
      last.variable ||= variable;
    } else fields.push({ numeric, variable, size: max, optional });
  }
  return fields;
}

const fieldsByIndex: (readonly PackedField[] | undefined)[] = [];

/** The fields of an Application Identifier. */
export function packedFields(ai: ApplicationIdentifier): readonly PackedField[] {
  const known = fieldsByIndex[ai.index];
  if (known) return known;
  const fields = toFields(ai);
  fieldsByIndex[ai.index] = fields;
  return fields;
}

/** Bits that so many digits take. */
export function bitsOfDigits(digits: number): number {
  return Math.ceil(digits * Math.log2(10) + 0.01);
}

/** Bits that a length up to so much takes. */
export function bitsOfLength(max: number): number {
  return Math.ceil(Math.log2(max) + 0.01);
}

/** Sequences of Application Identifiers with a code of two hexadecimal digits of their own (the same, table Opt). */
export const sequences: ReadonlyMap<string, readonly string[]> = new Map(
  [
    '0A 01 22|0B 01 10|0C 01 21|0D 01 17|0E 01 7003|0F 01 30|1A 01 10 21 17|1B 01 15|1C 01 11|1D 01 16|1E 01 91',
    '1F 01 10 15|2A 01 3100|2B 01 3101|2C 01 3102|2D 01 3103|2E 01 3104|2F 01 3105|3A 01 3200|3B 01 3201',
    '3C 01 3202|3D 01 3203|3E 01 3204|3F 01 3205|9A 8010 8011|9B 8017 8019|9C 8018 8019|9D 414 254|A0 01 3920',
    'A1 01 3921|A2 01 3922|A3 01 3923|A4 01 3924|A5 01 3925|A6 01 3926|A7 01 3927|A8 01 3928|A9 01 3929',
    'C0 255 3900|C1 255 3901|C2 255 3902|C3 255 3903|C4 255 3904|C5 255 3905|C6 255 3906|C7 255 3907',
    'C8 255 3908|C9 255 3909|CA 255 3940|CB 255 3941|CC 255 3942|CD 255 3943',
  ]
    .join('|')
    .split('|')
    .map((row) => {
      const [code = '', ...ais] = row.split(' ');
      return [code, ais] as const;
    }),
);

/** Ways to write text in bits, by the code that says which one it is. */
export const textEncodings: readonly { readonly bits: number; readonly alphabet: string | null }[] = [
  { bits: 0, alphabet: '0123456789' },
  { bits: 4, alphabet: '0123456789abcdef' },
  { bits: 4, alphabet: '0123456789ABCDEF' },
  { bits: 6, alphabet: null },
  { bits: 7, alphabet: null },
];
