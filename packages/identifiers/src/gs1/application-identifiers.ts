/** The Application Identifiers of GS1 as values: the text of `dictionary.ts`, taken apart once. */
import type { CharacterSet } from '../charset.ts';
import type { Words } from '../identifier.ts';
import { aiName } from './ai-names.ts';
import { dictionary } from './dictionary.ts';
import type { Linter } from './linters/linter.ts';
import { type LinterName, linters } from './linters/table.ts';

/** A part of a value with a character set, a length and tests of its own. */
export interface Component {
  readonly set: CharacterSet;
  readonly min: number;
  readonly max: number;
  /** May be absent where the value ends before it. */
  readonly optional: boolean;
  readonly linterNames: readonly LinterName[];
  readonly linters: readonly Linter[];
}

/** An Application Identifier and the shape of its value; lengths in characters. */
export interface ApplicationIdentifier {
  readonly ai: string;
  /** Place in the list of all, for sets of them. */
  readonly index: number;
  /** Data title that labels print beside the value (GS1 General Specifications §3.2); empty for coupons of North America. */
  readonly title: string;
  readonly name: Words;
  readonly components: readonly Component[];
  readonly min: number;
  readonly max: number;
  /** The length is known from the first two digits, so that no separator follows (§7.8.5, table of predefined lengths). */
  readonly predefined: boolean;
  /** May stand in the query string of a Digital Link. */
  readonly attribute: boolean;
  /** Each must be met by one of its alternatives: AIs that all have to be on the same physical thing (§4.14.2). */
  readonly needs: readonly (readonly (readonly string[])[])[];
  /** AIs that must not be on the same physical thing, `n` for any digit (§4.14.1). */
  readonly excludes: readonly string[];
  /** Orders of qualifiers where the AI is a key of Digital Links, else null. */
  readonly keyOrders: readonly (readonly string[])[] | null;
  /** Name of the value among the parts of a code; `ai` and the digits where it has no name of its own. */
  readonly part: string;
  /** The value is a date YYMMDD; the day may be 00 for the whole month (§3.4). */
  readonly date: boolean;
  /** Digits after the decimal point that the last digit of the AI says, for measures (§3.6). */
  readonly decimals: number | null;
}

function toComponent(text: string): Component {
  const [shape = '', ...names] = text.split(':');
  const linterNames = names as LinterName[];
  const optional = shape.endsWith('?');
  const size = Number.parseInt(shape.replace(/^\D+/, ''), 10);
  return {
    set: shape.charAt(0) as CharacterSet,
    min: shape.includes('..') ? 1 : size,
    max: size,
    optional,
    linterNames,
    linters: linterNames.map((name) => linters[name]),
  };
}

function sum(components: readonly Component[], size: (component: Component) => number): number {
  return components.reduce((total, component) => total + size(component), 0);
}

const lists = (text: string) => text.split('|').map((list) => list.split(','));

/** The AIs of one line, without their places. */
function readLine(line: string): Omit<ApplicationIdentifier, 'index'>[] {
  const [fields = '', ...title] = line.split(' # ');
  const [range = '', marks = '', part = '', shape = '', ...associations] = fields.split(' ');
  const valuesOf = (name: string) =>
    associations.filter((one) => one.startsWith(`${name}=`)).map((one) => one.slice(name.length + 1));
  const components = shape.split('+').map(toComponent);
  const isDate = components.length === 1 && components[0]?.linterNames.includes('yymmd0') === true;
  const [first = '', last = first] = range.split('-');
  const found: Omit<ApplicationIdentifier, 'index'>[] = [];
  for (let number = Number(first); number <= Number(last); number++) {
    const ai = String(number).padStart(first.length, '0');
    const isMeasure = ai.length === 4 && ai >= '3100' && ai < '3700';
    found.push({
      ai,
      title: title.join(' # '),
      name: aiName(ai),
      components,
      min: sum(components, (one) => (one.optional ? 0 : one.min)),
      max: sum(components, (one) => one.max),
      predefined: marks.includes('p'),
      attribute: marks.includes('a'),
      needs: valuesOf('needs').map((value) => value.split(',').map((one) => one.split('+'))),
      excludes: valuesOf('not').flatMap((value) => value.split(',')),
      keyOrders: associations.includes('key') ? [] : (valuesOf('key').map(lists)[0] ?? null),
      part: part === '.' ? `ai${ai}` : part,
      date: isDate,
      decimals: isMeasure ? Number(ai.charAt(3)) : null,
    });
  }
  return found;
}

/** Every Application Identifier in the order of the dictionary. */
export const allApplicationIdentifiers: readonly ApplicationIdentifier[] = dictionary
  .split('\n')
  .flatMap(readLine)
  .map((entry, index) => ({ ...entry, index }));

/** Every Application Identifier by its digits. */
export const applicationIdentifiers: ReadonlyMap<string, ApplicationIdentifier> = new Map(
  allApplicationIdentifiers.map((entry) => [entry.ai, entry]),
);

/** How many digits an AI has that begins with these two; the first two digits always tell (§7.8.2). */
const lengthByStart = new Uint8Array(100);
/** AIs by their number plus ten thousand for each digit, so that `01` and `0100` would not meet. */
const byNumber: (ApplicationIdentifier | undefined)[] = new Array(50_000).fill(undefined);
for (const entry of allApplicationIdentifiers) {
  lengthByStart[Number(entry.ai.slice(0, 2))] = entry.ai.length;
  byNumber[entry.ai.length * 10_000 + Number(entry.ai)] = entry;
}

/** The Application Identifier that begins at a place of a text, two to four digits long. */
export function applicationIdentifierAt(text: string, at: number): ApplicationIdentifier | undefined {
  let number = 0;
  let length = 2;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(at + i) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    number = number * 10 + digit;
    if (i === 1) length = lengthByStart[number] ?? 0;
  }
  return length === 0 ? undefined : byNumber[length * 10_000 + number];
}

/** Says whether six digits are a date YYMMDD; day 00 means the whole month. */
export function isShortDate(text: string): boolean {
  return linters.yymmd0(text) === null;
}

/** The value of a measure with its decimal point: `000357` of (3103) is `0.357`. */
export function toMeasure(digits: string, decimals: number): string {
  const point = digits.length - decimals;
  const whole = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  return decimals === 0 ? whole : `${whole}.${digits.slice(point)}`;
}
