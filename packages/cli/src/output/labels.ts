import type { HolderView, PlaceView } from '@yunsu/api';
import { printPercent } from '@yunsu/domain';
import { type Language, say } from '../words.ts';

/** Units of UN/ECE Recommendation 20 that a reader knows by another name. */
const unitNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  H87: { zh: '件', en: 'pcs' },
  KGM: { zh: '千克', en: 'kg' },
  GRM: { zh: '克', en: 'g' },
  TNE: { zh: '吨', en: 't' },
  LTR: { zh: '升', en: 'l' },
  MLT: { zh: '毫升', en: 'ml' },
};

/** "58.65 kg"; a unit without a name here keeps its code. */
export function quantityText(language: Language, quantity: string, uom: string | undefined): string {
  const code = uom ?? 'H87';
  return `${quantity} ${unitNames[code]?.[language] ?? code}`;
}

/** A canonical URI as it would be printed: "(01)09521234015031(21)C0117"; other URIs stay as they are. */
export function labelOf(uri: string): string {
  const path = /^https?:\/\/id\.gs1\.org\/(.+)$/.exec(uri)?.[1];
  if (path === undefined) return uri;
  const parts = path.split('/');
  if (parts.length % 2 !== 0) return uri;
  return parts.map((part, index) => (index % 2 === 0 ? `(${part})` : decodePart(part))).join('');
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A share as per cent with what digits it has, up to four: "0.3" is "30.0 %"; what is not all or nothing never reads so. */
export function shareText(share: string): string {
  const digits = Math.min(4, Math.max(1, (/\.(\d+)$/.exec(share)?.[1]?.length ?? 0) - 2));
  return `${printPercent(share, digits, digits)} %`;
}

export const holderText = (language: Language, holder: HolderView): string =>
  holder.kind === 'unknown' ? say(language, 'unknownHolder') : holder.name;

/** "Market (Kunming)"; the prefecture is left out where it is the whole name. */
export function placeText(place: PlaceView): string {
  return place.prefecture === undefined || place.name.includes(place.prefecture)
    ? place.name
    : `${place.name} (${place.prefecture})`;
}

const CHINA_OFFSET_MS = 8 * 3600 * 1000;

/** A time in the one zone of China, to the minute: "2026-08-18 07:30". */
export function timeText(time: string): string {
  const instant = Date.parse(time);
  if (Number.isNaN(instant)) return time;
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}
