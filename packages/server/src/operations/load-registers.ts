import { type FaultLine, Problem, type RegisterCounts, type RegisterRows, words } from '@yunsu/api';
import { isUscc, type Level, parseIdentifier } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { appendRegisters } from '../store/append-registers.ts';
import type { Sender } from './authenticate.ts';

type Row = { readonly validFrom: string; readonly validTo?: string };

const fault = (
  pointer: string,
  [en, zh]: readonly [string, string],
  expected: string,
  got: string,
): FaultLine => ({
  pointer,
  rule: 'register',
  expected,
  got,
  en,
  zh,
});

/** A day of the calendar, so that 30 February is refused here and not by the database. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function validityFaults(pointer: string, { validFrom, validTo }: Row): FaultLine[] {
  const days = [['validFrom', validFrom], ...(validTo === undefined ? [] : [['validTo', validTo]])] as [
    string,
    string,
  ][];
  const wrong = days.filter(([, day]) => !isDay(day));
  if (wrong.length > 0) {
    return wrong.map(([name, day]) =>
      fault(
        `${pointer}/${name}`,
        [`${day} is no day of the calendar.`, `${day} 不是有效日期。`],
        'YYYY-MM-DD',
        day,
      ),
    );
  }
  if (validTo === undefined || validTo >= validFrom) return [];
  const text = ['validTo is before validFrom.', 'validTo 早于 validFrom。'] as const;
  return [fault(`${pointer}/validTo`, text, `${validFrom} or later`, validTo)];
}

/** Reads the URIs of a load into their canonical spelling and notes what is none. */
function createUriReader(faults: FaultLine[]) {
  return (pointer: string, uri: string, levels: readonly Level[]): string => {
    const parsed = parseIdentifier(uri);
    if (parsed.ok && levels.includes(parsed.identifier.level)) return parsed.identifier.uri;
    const reason = parsed.ok ? `it names a ${parsed.identifier.level}` : parsed.reason;
    const reasonZh = parsed.ok ? `其级别为 ${parsed.identifier.level}` : parsed.reasonZh;
    const expected = `the URI of a ${levels.join(' or ')}`;
    faults.push(
      fault(
        pointer,
        [`${uri} is not ${expected}: ${reason}`, `${uri} 不是所需的标识：${reasonZh}`],
        expected,
        uri,
      ),
    );
    return uri;
  };
}

/** Two versions of one entry from the same day in one load: which of them would hold? */
function duplicateFaults(list: string, keys: readonly string[]): FaultLine[] {
  const first = new Map<string, number>();
  return keys.flatMap((key, at) => {
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    return before === undefined
      ? []
      : [
          fault(
            `/${list}/${at}`,
            [`This row has the key of /${list}/${before}.`, `该行与 /${list}/${before} 的键相同。`],
            'one row for a key and a day',
            key,
          ),
        ];
  });
}

const PARTY: readonly Level[] = ['party'];
const PLACE: readonly Level[] = ['place'];
/** An operator of a place may be a GLN too. */
const OPERATOR: readonly Level[] = ['party', 'place'];
const PRODUCT: readonly Level[] = ['class'];

/** The rows with canonical URIs, or every mistake in them. */
function readRows(rows: RegisterRows): { rows: RegisterRows; faults: FaultLine[] } {
  const faults: FaultLine[] = [];
  const uri = createUriReader(faults);
  const parties = rows.parties?.map((row, at) => {
    const pointer = `/parties/${at}`;
    if (row.uscc !== undefined && !isUscc(row.uscc)) {
      const text = [
        `${row.uscc} is no unified social credit code (GB 32100).`,
        `${row.uscc} 不是有效的统一社会信用代码（GB 32100）。`,
      ] as const;
      faults.push(fault(`${pointer}/uscc`, text, '18 characters with a right check character', row.uscc));
    }
    faults.push(...validityFaults(pointer, row));
    return { ...row, uri: uri(`${pointer}/uri`, row.uri, PARTY) };
  });
  const places = rows.places?.map((row, at) => {
    faults.push(...validityFaults(`/places/${at}`, row));
    const operator = uri(`/places/${at}/operator`, row.operator, OPERATOR);
    return { ...row, uri: uri(`/places/${at}/uri`, row.uri, PLACE), operator };
  });
  const products = rows.products?.map((row, at) => {
    faults.push(...validityFaults(`/products/${at}`, row));
    return { ...row, uri: uri(`/products/${at}/uri`, row.uri, PRODUCT) };
  });
  const licences = rows.licences?.map((row, at) => {
    faults.push(...validityFaults(`/licences/${at}`, row));
    return { ...row, party: uri(`/licences/${at}/party`, row.party, PARTY) };
  });
  const keyed = { parties, places, products };
  for (const [list, entries] of Object.entries(keyed)) {
    faults.push(
      ...duplicateFaults(
        list,
        (entries ?? []).map((row) => `${row.uri} ${row.validFrom}`),
      ),
    );
  }
  const licenceKeys = (licences ?? []).map(({ party, type, number, validFrom }) =>
    JSON.stringify([party, type, number, validFrom]),
  );
  faults.push(...duplicateFaults('licences', licenceKeys));
  return {
    faults,
    rows: {
      ...(parties ? { parties } : {}),
      ...(places ? { places } : {}),
      ...(products ? { products } : {}),
      ...(licences ? { licences } : {}),
    },
  };
}

/** Loads parties, places, products and licences, all or none. Only a keeper of the registers may. */
export async function loadRegisters(
  context: Context,
  sender: Sender,
  given: RegisterRows,
): Promise<RegisterCounts> {
  if (sender.plane !== 'system' && !sender.mayRegister) {
    throw new Problem('not-allowed', {
      detail: words('This key may not keep the registers.', '该密钥无权维护登记。'),
    });
  }
  const { rows, faults } = readRows(given);
  const [first] = faults;
  if (first) throw new Problem('invalid-request', { faults, detail: words(first.en, first.zh) });
  return appendRegisters(context.db, sender, rows);
}
