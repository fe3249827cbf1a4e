import type { Caller } from '../caller.ts';
import type { Ledger } from '../ledgers/ledger.ts';

/** A party of the register, as far as disclosure needs it. */
export interface KnownParty {
  readonly uri: string;
  readonly name: string;
  readonly kind: 'company' | 'person' | 'authority';
  readonly role: string;
}

export interface KnownPlace {
  readonly uri: string;
  readonly name: string;
  /** Six digits. */
  readonly division: string;
}

export interface HolderView {
  readonly name: string;
  readonly kind: 'company' | 'person' | 'authority' | 'unknown';
  readonly masked: boolean;
  readonly uri?: string;
  readonly role?: string;
}

export interface PlaceView {
  readonly name: string;
  readonly division?: string;
  readonly prefecture?: string;
  readonly masked: boolean;
  readonly uri?: string;
}

/** Words for what the public may not read; pages print their own in the language of the reader. */
export const MASKED = {
  person: '自然人（已隐去姓名）',
  trader: '经营者（已隐去名称）',
  unknown: '未知',
} as const;

const UNKNOWN: HolderView = { name: MASKED.unknown, kind: 'unknown', masked: false };

/**
 * Who holds, as the caller may know it (design §6, "Rights"). The public reads the names of legal entities in the roles
 * that a ledger publishes; natural persons and trade buyers are masked. Others only see rows that they have a right
 * to, and with the row the names in it.
 */
export function holderView(
  caller: Caller,
  uri: string | undefined,
  party: KnownParty | undefined,
  ledgers: Iterable<Ledger>,
): HolderView {
  if (uri === undefined) return UNKNOWN;
  const open = caller.plane !== 'public';
  if (party === undefined)
    return open
      ? { name: uri, kind: 'unknown', masked: false, uri }
      : { name: MASKED.trader, kind: 'unknown', masked: true };
  const { name, kind, role } = party;
  if (open || kind === 'authority' || (kind === 'company' && isNamed(role, ledgers)))
    return { name, kind, masked: false, uri, role };
  return { name: kind === 'person' ? MASKED.person : MASKED.trader, kind, masked: true, role };
}

function isNamed(role: string, ledgers: Iterable<Ledger>): boolean {
  for (const ledger of ledgers) if (ledger.namedRoles.includes(role)) return true;
  return false;
}

const UNKNOWN_PLACE: PlaceView = { name: MASKED.unknown, masked: false };

/** The code of the prefecture that a county code belongs to (GB/T 2260). */
export const prefectureOf = (division: string): string => `${division.slice(0, 4)}00`;

/** Where, as the caller may know it: the public reads the prefecture. */
export function placeView(
  caller: Caller,
  uri: string | undefined,
  place: KnownPlace | undefined,
  prefectureName: string | undefined,
): PlaceView {
  if (uri === undefined) return UNKNOWN_PLACE;
  const prefecture = prefectureName === undefined ? {} : { prefecture: prefectureName };
  if (caller.plane === 'public') {
    if (place === undefined) return { name: MASKED.unknown, masked: true };
    return {
      name: prefectureName ?? MASKED.unknown,
      division: prefectureOf(place.division),
      ...prefecture,
      masked: true,
    };
  }
  if (place === undefined) return { name: uri, masked: false, uri };
  return { name: place.name, division: place.division, ...prefecture, masked: false, uri };
}

/** Volumes are secrets by default (design §6): the public reads shares, and single items. */
export const mayReadQuantities = (caller: Caller): boolean => caller.plane !== 'public';
