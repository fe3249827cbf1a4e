import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { readRaw } from '../src/gs1/element-string.ts';
import { identify, parseElementString, parseIdentifier } from '../src/index.ts';
import { captured, elementStrings, labels, links } from './texts.ts';

/*
 * `npm run bench:identifiers -- --json`: how many texts a second one core reads, beside the parsers that npm has for the
 * same. They split and do not test (bark-js, gs1-barcode-parser-mod take a wrong check digit and month 13), or test
 * the syntax alone (digital-link.js); ours tests every component and says what goes together.
 */

const ROUND_MS = 400;
const ROUNDS = 5;
const BATCH = 64;

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly promise: string;
  /** Null where nothing is promised. */
  readonly holds: boolean | null;
}

/** Texts a second in the best of some rounds: the others share the core with whatever else runs. */
function perSecond(texts: readonly string[], read: (text: string) => unknown): number {
  let best = 0;
  let next = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    let count = 0;
    let elapsed = 0;
    while (elapsed < ROUND_MS) {
      for (let i = 0; i < BATCH; i++) read(texts[next++ % texts.length] ?? '');
      count += BATCH;
      elapsed = performance.now() - start;
    }
    best = Math.max(best, (count * 1000) / elapsed);
  }
  return best;
}

const fact = (name: string, value: number, unit: string): Row => ({
  name,
  value,
  unit,
  promise: '',
  holds: null,
});
const atLeast = (name: string, value: number, bound: number): Row => ({
  name,
  value,
  unit: '1/s',
  promise: `≥ ${bound}`,
  holds: value >= bound,
});

/** A parser of npm under the name of its package; none of them has types. */
function parserOf<T>(name: string): T {
  return createRequire(import.meta.url)(name) as T;
}

function measure(): Row[] {
  const bark = parserOf<(text: string) => unknown>('bark-js');
  const { parseBarcode } = parserOf<{ parseBarcode(text: string): unknown }>('gs1-barcode-parser-mod');
  const { DigitalLink } = parserOf<{ DigitalLink(text: string): { isValid(): boolean } }>('digital-link.js');

  const split = perSecond(elementStrings, (text) => readRaw(text));
  const elements = perSecond(elementStrings, parseElementString);
  const byBark = perSecond(elementStrings, bark);
  const byMod = perSecond(elementStrings, parseBarcode);
  const read = perSecond(links, parseIdentifier);
  const byLibrary = perSecond(links, (text) => DigitalLink(text).isValid());
  const capture = 1e6 / perSecond(captured, parseIdentifier);
  const asked = perSecond(labels, (text) => identify(text));
  return [
    atLeast('element strings: split and tested', split, 250_000),
    atLeast('element strings: split, tested and identified', elements, 250_000),
    fact('element strings: bark-js, splits only', byBark, '1/s'),
    fact('element strings: gs1-barcode-parser-mod, splits only', byMod, '1/s'),
    fact('element strings: split and tested against bark-js', split / byBark, '×'),
    fact('element strings: split, tested and identified against bark-js', elements / byBark, '×'),
    fact(
      'element strings: split, tested and identified against gs1-barcode-parser-mod',
      elements / byMod,
      '×',
    ),
    atLeast('Digital Links', read, 100_000),
    fact('Digital Links: digital-link.js', byLibrary, '1/s'),
    fact('Digital Links against digital-link.js', read / byLibrary, '×'),
    {
      name: 'identifier of an event',
      value: capture,
      unit: 'µs',
      promise: '≤ 3',
      holds: capture <= 3,
    },
    fact('whatever a person scans or types (identify)', asked, '1/s'),
  ];
}

const shown = (value: number) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const rows = measure();
for (const row of rows) {
  if (values.json) console.log(JSON.stringify(row));
  else {
    const verdict = row.holds === null ? '' : row.holds ? 'holds' : 'FAILS';
    console.log(
      `${row.name.padEnd(80)}${shown(row.value).padStart(12)} ${row.unit.padEnd(4)}${row.promise.padEnd(12)}${verdict}`,
    );
  }
}
process.exitCode = rows.some(({ holds }) => holds === false) ? 1 : 0;
