import {
  type CompletenessAnswer,
  type CompletenessQuery,
  type FractionView,
  type HeldView,
  LEGS_LISTED_MAX,
} from '@yunsu/api';
import {
  type Caller,
  type Fraction,
  HOP_KINDS,
  type Hop,
  type Key,
  type Ledger,
  type LegSum,
  ledgerOf,
  scoreOf,
  silentDays,
  sumLegs,
} from '@yunsu/domain';
import type { Context } from '../context.ts';
import { readComputedAt } from '../store/completeness-due.ts';
import {
  type KeptHolding,
  LEGS_READ_MAX,
  readHoldings,
  readLegs,
  readLimit,
} from '../store/read-completeness.ts';
import { findUnit } from './find-unit.ts';
import { toInstant } from './instant.ts';
import { toAsKnownAt } from './known-point.ts';
import { toLegViews, toSeen } from './leg-views.ts';
import { readNames } from './naming.ts';
import { readProductsOf } from './products.ts';

/** How well the records of a unit explain one hop on and one hop back, as the caller may know it. */
export async function readCompleteness(
  context: Context,
  caller: Caller,
  { code }: CompletenessQuery,
): Promise<CompletenessAnswer> {
  const { db } = context;
  const unit = await findUnit(context, code);
  // First what is computed, then what it gave: an answer may be newer than it says, never older.
  const last = await readComputedAt(db);
  const [legs, holdings, limit, products] = await Promise.all([
    readLegs(db, caller, unit.key),
    readHoldings(db, caller, unit.key),
    readLimit(db, unit.key),
    readProductsOf(context, [unit.key]),
  ]);
  const seen = legs.slice(0, LEGS_READ_MAX).map(toSeen);
  const sums = sumLegs(seen.map(({ leg }) => leg));
  const openFirst = [...seen].sort((a, b) => Number(b.open) - Number(a.open));
  const held = holdings.slice(0, LEGS_READ_MAX);
  const ledger = ledgerOf(products.of(unit.key)?.class);
  const cut = legs.length > LEGS_READ_MAX || holdings.length > LEGS_READ_MAX;
  // A limit that was met is no news to who sees nothing of the unit.
  const met = cut
    ? { limit: 'legsMax', max: LEGS_READ_MAX }
    : seen.length + held.length > 0
      ? limit
      : undefined;
  return {
    uri: unit.uri,
    asKnownAt: toAsKnownAt({ last, bound: undefined }),
    score: scoreView(sums),
    legs: await toLegViews(context, caller, openFirst.slice(0, LEGS_LISTED_MAX), products.ledgers),
    legsCount: seen.length,
    holders: await heldViews(context, caller, held, ledger),
    holdersCount: held.length,
    truncated: met === undefined ? null : { ...met, at: unit.uri },
  };
}

/** The score of sums with every term that makes it up, in both directions. */
export function scoreView(sums: readonly LegSum[]): CompletenessAnswer['score'] {
  const score = scoreOf({ on: sums, back: sums });
  const termsOf = (hop: Hop): FractionView['terms'] =>
    sums.flatMap(({ kind, uom, quantity, legs }) => {
      const explained = HOP_KINDS[hop][kind];
      return explained === undefined
        ? []
        : [{ kind, explained, quantity, legs, ...(uom === undefined ? {} : { uom }) }];
    });
  const view = (fraction: Fraction, terms: FractionView['terms']): FractionView => ({ ...fraction, terms });
  const [on, back] = [termsOf('on'), termsOf('back')];
  return { on: view(score.on, on), back: view(score.back, back), both: view(score.both, [...on, ...back]) };
}

const DAY_US = 86_400 * 1e6;

async function heldViews(
  context: Context,
  caller: Caller,
  held: readonly KeptHolding[],
  ledger: Ledger | undefined,
): Promise<HeldView[]> {
  const now = context.now();
  const daysAllowed = silentDays(ledger?.silence, now.toISOString().slice(0, 10));
  const timed = held
    .map((one) => ({ one, days: Math.max(0, Math.floor((now.getTime() * 1000 - one.lastTime) / DAY_US)) }))
    .sort((a, b) => b.days - a.days)
    .slice(0, LEGS_LISTED_MAX);
  const names = await readNames(context, caller, {
    parties: held.map(({ party }): Key | undefined => party),
    places: held.map(({ place }): Key | undefined => place),
    ledgers: ledger === undefined ? [] : [ledger],
  });
  return timed.map(({ one: { party, place, quantity, uom, lastTime }, days }) => ({
    holder: names.holder(party),
    place: names.place(place),
    ...(quantity === undefined || uom === undefined ? {} : { quantity, uom }),
    lastTime: toInstant(lastTime),
    silentDays: days,
    daysAllowed,
    silent: days > daysAllowed,
  }));
}
