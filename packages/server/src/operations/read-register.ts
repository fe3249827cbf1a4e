import {
  type CodeQuery,
  type PartyAnswer,
  type PlaceAnswer,
  Problem,
  type ProductAnswer,
  words,
} from '@yunsu/api';
import type { Caller } from '@yunsu/domain';
import { identify, type Level } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { readDivisions } from '../store/divisions.ts';
import { readLicences, readParties, readPlaces, readProducts } from '../store/registers.ts';

const today = (context: Context) => context.now().toISOString().slice(0, 10);

const unknown = (code: string) =>
  new Problem('not-found', {
    detail: words(`No register has an entry for ${code}.`, `登记中没有 ${code}。`),
  });

/** The URIs of one level that a code can be, best first. */
function urisOf(code: string, level: Level): string[] {
  return identify(code).flatMap((one) => (one.level === level ? [one.uri] : []));
}

/** Those who see everything in the registers: regulators, and the platform's own jobs. */
const seesAll = (caller: Caller) => caller.plane === 'regulator' || caller.plane === 'system';

/** A party by any spelling of its code. Natural persons are masked for all but themselves and regulators. */
export async function readParty(context: Context, caller: Caller, { code }: CodeQuery): Promise<PartyAnswer> {
  const uris = urisOf(code, 'party');
  const found = await readParties(context.db, uris, today(context));
  const party = uris.map((uri) => found.get(uri)).find(Boolean);
  if (!party) throw unknown(code);
  if (party.kind === 'person' && !seesAll(caller) && caller.party !== party.uri) {
    return { uri: party.uri, name: '自然人', kind: 'person', masked: true, licences: [] };
  }
  const licences = await readLicences(context.db, [party.uri], today(context));
  const { uri, name, kind, role, division, validFrom, validTo } = party;
  return {
    uri,
    name,
    kind,
    masked: false,
    role,
    division,
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
    licences: licences.map(({ party: _, ...licence }) => licence),
  };
}

/** Code of the prefecture that a division lies in: 532822 lies in 532800. */
const prefectureOf = (division: string) => `${division.slice(0, 4)}00`;

/** A place by any spelling of its code; the public reads it to the prefecture (design §6, "Rights"). */
export async function readPlace(context: Context, caller: Caller, { code }: CodeQuery): Promise<PlaceAnswer> {
  const uris = urisOf(code, 'place');
  const found = await readPlaces(context.db, uris, today(context));
  const place = uris.map((uri) => found.get(uri)).find(Boolean);
  if (!place) throw unknown(code);
  const { uri, name, operator, division, validFrom, validTo } = place;
  if (!seesAll(caller) && caller.party !== operator) {
    const prefecture = prefectureOf(division);
    const divisions = await readDivisions(context.db, [prefecture]);
    return { uri, name: divisions.get(prefecture)?.name ?? prefecture, masked: true, division: prefecture };
  }
  return {
    uri,
    name,
    masked: false,
    operator,
    division,
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
  };
}

/** A product by its GTIN, or by the code of one of its lots or items. Product masters are public. */
export async function readProduct(context: Context, { code }: CodeQuery): Promise<ProductAnswer> {
  const uris = identify(code).flatMap(({ level, parts }) =>
    parts.gtin !== undefined && (level === 'class' || level === 'lot' || level === 'item')
      ? [`https://id.gs1.org/01/${parts.gtin}`]
      : [],
  );
  const found = await readProducts(context.db, uris, today(context));
  const product = uris.map((uri) => found.get(uri)).find(Boolean);
  if (!product) throw unknown(code);
  const { uri, name, class: kind, uom, netContent, validFrom, validTo } = product;
  return {
    uri,
    name,
    class: kind,
    uom,
    ...(netContent === undefined ? {} : { netContent }),
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
  };
}
