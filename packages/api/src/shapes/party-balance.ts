import Type, { type Static } from 'typebox';
import { AsKnownAt, Code, closed, HolderView, KnownAtParameter, orNull, Time } from './common.ts';
import { StockLine, termOf } from './stock.ts';

const instant = (description: string) => Type.String({ maxLength: 40, description });

export const PartyBalanceQuery = closed({
  party: Code,
  product: Code,
  from: instant('RFC 3339; what happened then and later is of the period.'),
  to: instant('RFC 3339; what happened later is not looked at.'),
  knownAt: KnownAtParameter,
});
export type PartyBalanceQuery = Static<typeof PartyBalanceQuery>;

/** How an amount came to the party: had before the period, received from somebody, or as in a stock. */
export const PartyCameIn = termOf([
  'opening',
  'bought',
  'commissioned',
  'produced',
  'drawn',
  'packed',
  'firstSeen',
  'unexplained',
  'recovered',
  'otherUnit',
]);
export type PartyCameIn = Static<typeof PartyCameIn>;

/** How an amount left the party: into somebody else's hands, or as in a stock. */
export const PartyWentOut = termOf([
  'delivered',
  'sold',
  'consumed',
  'destroyed',
  'sampled',
  'ended',
  'used',
  'unpacked',
  'otherUnit',
]);
export type PartyWentOut = Static<typeof PartyWentOut>;

/** One dimension: the opening stock and what came in is what went out and what is left. */
export const PartyLine = Type.Object({
  ...StockLine.properties,
  cameIn: Type.Array(PartyCameIn),
  wentOut: Type.Array(PartyWentOut),
  excess: Type.Optional(
    Type.String({
      description: 'By how much more went out than the opening stock and what the records brought in.',
    }),
  ),
});
export type PartyLine = Static<typeof PartyLine>;

/** What a party had, got and gave of a product in a period. */
export const PartyBalanceAnswer = Type.Object({
  party: HolderView,
  product: Type.Object({ uri: Type.String(), name: Type.Optional(Type.String()) }),
  from: Time,
  to: Time,
  asKnownAt: AsKnownAt,
  balance: Type.Array(PartyLine),
  units: Type.Integer({ description: 'Lots, items and containers that were looked at.' }),
  truncated: orNull(Type.Object({ limit: Type.String(), max: Type.Number(), at: Type.String() })),
});
export type PartyBalanceAnswer = Static<typeof PartyBalanceAnswer>;
