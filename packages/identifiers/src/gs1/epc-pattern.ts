/**
 * Patterns of EPCs, `urn:epc:idpat:sgtin:6901234.*.*`, as queries ask with them (EPC Tag Data Standard §8; EPCIS 2.0
 * §8.2.7.1.1): fields from the left, then `*` to the end. A pattern means every identity whose canonical URI begins in
 * one of some ways; the company prefix stands behind the indicator of a GTIN, which is why there can be ten of them.
 */
import { firstOutside, isDigits } from '../charset.ts';
import { faultAt, toRefusal } from '../fault.ts';
import type { Level, Rejection } from '../identifier.ts';
import { decodePercent, encodePath } from '../percent.ts';
import * as words from '../words.ts';
import { type EpcEntry, epcEntries, PREFIX_LENGTH_MAX, PREFIX_LENGTH_MIN, readEpcUrn } from './epc-urn.ts';
import { STEM } from './gs1-key.ts';

/** What a pattern means. */
export interface EpcPattern {
  readonly ok: true;
  readonly scheme: string;
  /** Level of what it means: a pattern of SGTINs means items, never their class or lots. */
  readonly level: Level;
  /** Canonical URIs that begin so; more than one where a free digit stands in front. */
  readonly uriPrefixes: readonly string[];
}

const root = 'urn:epc:idpat:';
const wild = '*';

function levelOf({ key, form }: EpcEntry): Level {
  const qualifier = key.qualifiers.find(({ part }) => part === form.serial);
  if (qualifier?.level) return qualifier.level;
  return form.serial !== undefined && key.value.tail ? key.value.tail.level : key.level;
}

/** What stands in front of the main digits in the value of a key: the 0 of a GRAI. */
function leadOf({ key }: EpcEntry): string {
  const probe = '5';
  const written = key.value.write({ [key.value.part]: probe }, false);
  return written.slice(0, written.indexOf(probe));
}

/** The starts of the key's value that go with a company prefix and nothing else. */
function starts(entry: EpcEntry, prefix: string): string[] {
  const lead = leadOf(entry);
  if (!entry.form.leads) return [lead + prefix];
  return prefix === '' ? [lead] : [...'0123456789'].map((digit) => lead + digit + prefix);
}

const refuse = (at: number) => toRefusal(faultAt(at, words.notAPattern));

/** Every field but the last: the whole key, which reads like the class or, where there is none, like its value. */
function wholeKey(text: string, entry: EpcEntry, fields: readonly string[]): string | Rejection {
  const probe = `urn:epc:id:${entry.form.name}:${[...fields, '1'].join('.')}`;
  const read = readEpcUrn(probe);
  if (!read.ok)
    return {
      ok: false,
      reason: read.reason,
      reasonZh: read.reasonZh,
      at: Math.min(read.at + 3, text.length),
    };
  const { identifier } = read;
  return `${STEM}${entry.key.ai}/${encodePath(entry.key.value.write(identifier.parts, false))}`;
}

function fieldCount({ form }: EpcEntry): number {
  return 2 + (form.pieces ? 2 : 0) + (form.serial === undefined ? 0 : 1);
}

/**
 * Reads a pattern of EPCs into the ways in which the canonical URIs of what it means begin. A pattern whose last field alone is
 * free means one key; one whose reference is free means everything of one company. Text references (GIAI, GINC, CPI) are
 * told apart by their characters alone: a longer prefix of another company that begins the same is met as well.
 */
export function readPattern(text: string): EpcPattern | Rejection {
  if (text.slice(0, root.length).toLowerCase() !== root) return refuse(0);
  const nameTo = text.indexOf(':', root.length);
  const name = text.slice(root.length, Math.max(nameTo, root.length)).toLowerCase();
  const entry = epcEntries.get(`id:${name}`);
  if (!entry) return refuse(root.length);
  const fields = text.slice(nameTo + 1).split('.');
  const free = fields.indexOf(wild);
  const fits = fields.length === fieldCount(entry) && free !== -1;
  if (!fits || fields.slice(free).some((field) => field !== wild)) return refuse(nameTo + 1);
  const given = fields.slice(0, free);
  const found = (uriPrefixes: readonly string[]): EpcPattern => ({
    ok: true,
    scheme: entry.key.scheme,
    level: levelOf(entry),
    uriPrefixes,
  });
  const stem = `${STEM}${entry.key.ai}/`;
  if (free === 0) return found([stem]);
  const [prefix = ''] = given;
  const wrong = !isDigits(prefix) || prefix.length < PREFIX_LENGTH_MIN || prefix.length > PREFIX_LENGTH_MAX;
  if (wrong) return toRefusal(faultAt(nameTo + 1, words.wrongPrefix));
  if (free === 1) return found(starts(entry, prefix).map((start) => stem + encodePath(start)));
  if (entry.form.pieces && free < 4) return pieces(entry, given, stem, found, nameTo);
  const whole = wholeKey(text, entry, given);
  if (typeof whole !== 'string') return whole;
  // The item of a GTIN stands behind /21/; what is a part of the value itself follows at once.
  const qualifier = entry.key.qualifiers.find(({ part }) => part === entry.form.serial);
  return found([qualifier && qualifier.none === undefined ? `${whole}/${qualifier.ai}/` : whole]);
}

/** An ITIP whose piece or number of pieces is free: its GTIN is whole. */
function pieces(
  entry: EpcEntry,
  [prefix = '', reference = '', piece = '']: readonly string[],
  stem: string,
  found: (uriPrefixes: readonly string[]) => EpcPattern,
  nameTo: number,
): EpcPattern | Rejection {
  const probe = readEpcUrn(`urn:epc:id:sgtin:${prefix}.${reference}.1`);
  const decoded = decodePercent(piece);
  const isPiece = typeof decoded === 'string' && firstOutside(decoded, 'N') === -1;
  if (!probe.ok || !isPiece) return refuse(nameTo + 1);
  return found([`${stem}${probe.identifier.parts[entry.key.value.part]}${decoded}`]);
}
