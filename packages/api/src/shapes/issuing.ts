import Type, { type Static } from 'typebox';
import { Code, closed, HolderView, orNull, page, Time } from './common.ts';

/** Most codes that one order reserves. */
export const ORDER_CODES_MAX = 100_000;
/** Most codes that one movement names one by one. */
export const MOVEMENT_CODES_MAX = 1_000;
/** Most labels that somebody can have counted: ten for each code of the largest order. */
export const COUNTED_MAX = 1_000_000;

/** Schemes whose codes the platform gives out, each from a stem that a party holds. */
export const IssuableScheme = Type.Union([
  Type.Literal('gtin'),
  Type.Literal('sscc'),
  Type.Literal('giai'),
  Type.Literal('grai'),
  Type.Literal('drug'),
  Type.Literal('pesticide'),
  Type.Literal('provincial'),
]);
export type IssuableScheme = Static<typeof IssuableScheme>;

const Id = Type.String({ pattern: '^[0-9]{1,19}$' });
/** A whole number as text: serial spaces are larger than JSON numbers. */
const Whole = Type.String({ pattern: '^[0-9]{1,22}$' });
/** Repeating a call with the same key and the same body has no second effect. */
const IdempotencyKey = Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9._-]+$' });

export const RangeRequest = closed({
  party: Type.String({ minLength: 1, maxLength: 1024, description: 'Canonical URI of the party.' }),
  scheme: IssuableScheme,
  stem: Type.String({
    minLength: 1,
    maxLength: 64,
    description:
      'What all codes of the range share: a GTIN-14, an extension digit and company prefix, a drug identifier, a province and kind.',
  }),
  digits: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 20,
      description: 'Length of what follows, where the scheme leaves it open.',
    }),
  ),
  from: Type.Optional(Whole),
  to: Type.Optional(Whole),
});
export type RangeRequest = Static<typeof RangeRequest>;

/** Numbers of one stem that a party may make codes of. */
export const CodeRange = Type.Object({
  id: Id,
  party: HolderView,
  scheme: IssuableScheme,
  stem: Type.String(),
  digits: Type.Integer(),
  from: Whole,
  to: Whole,
  reserved: Whole,
  left: Whole,
  created: Time,
});
export type CodeRange = Static<typeof CodeRange>;

export const RangesQuery = closed({ ...page });
export const CodeRanges = Type.Object({
  ranges: Type.Array(CodeRange),
  nextPageToken: Type.Optional(Type.String()),
});

export const OrderRequest = closed({
  range: Id,
  count: Type.Integer({ minimum: 1, maximum: ORDER_CODES_MAX }),
  manner: Type.Union([Type.Literal('sequential'), Type.Literal('random')]),
  lot: Type.Optional(Type.String({ minLength: 1, maxLength: 20, description: 'Lot for the label (AI 10).' })),
  note: Type.Optional(Type.String({ maxLength: 200 })),
  idempotencyKey: IdempotencyKey,
});
export type OrderRequest = Static<typeof OrderRequest>;

export const CodeState = Type.Union([
  Type.Literal('reserved'),
  Type.Literal('printed'),
  Type.Literal('active'),
  Type.Literal('void'),
]);
export type CodeState = Static<typeof CodeState>;

export const VoidReason = Type.Union([
  Type.Literal('spoiled'),
  Type.Literal('lost'),
  Type.Literal('unused'),
  Type.Literal('wrong'),
]);
export type VoidReason = Static<typeof VoidReason>;

/** What was done to codes of an order; the counts of an order are the sum of its movements. */
export const Movement = Type.Object({
  act: Type.Union([
    Type.Literal('reserve'),
    Type.Literal('print'),
    Type.Literal('activate'),
    Type.Literal('void'),
    Type.Literal('reconcile'),
  ]),
  count: Type.Integer({ description: 'Codes that changed their state by it.' }),
  reason: Type.Optional(VoidReason),
  note: Type.Optional(Type.String()),
  at: Time,
  by: Type.String({ description: 'Who did it: a party, or `event` for an activation by a captured event.' }),
});
export type Movement = Static<typeof Movement>;

/** How many codes of an order are in which state. The four add up to `count`, always. */
export const OrderCounts = Type.Object({
  reserved: Type.Integer(),
  printed: Type.Integer(),
  active: Type.Integer(),
  void: Type.Integer(),
});

export const CodeOrder = Type.Object({
  id: Id,
  range: Id,
  party: HolderView,
  scheme: IssuableScheme,
  stem: Type.String(),
  count: Type.Integer(),
  manner: Type.Union([Type.Literal('sequential'), Type.Literal('random')]),
  lot: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  skipped: Type.Integer({ description: 'Numbers that were passed over, for they are in use already.' }),
  created: Time,
  /** Set once it has been reconciled. */
  reconciled: orNull(Time),
  counts: OrderCounts,
  labels: Type.Integer({ description: 'Labels that were ever printed, whatever became of them.' }),
  /**
   * Labels that the reconciliation could not account for: ever printed, less those counted. Below zero where more were
   * counted than were ever printed.
   */
  unexplained: orNull(Type.Integer()),
  movements: Type.Array(Movement, {
    description:
      'In the order in which they were made: the last 1,000, in a list of orders the last 20 of each.',
  }),
});
export type CodeOrder = Static<typeof CodeOrder>;

export const CodeOrders = Type.Object({
  orders: Type.Array(CodeOrder),
  nextPageToken: Type.Optional(Type.String()),
});

export const OrderParams = closed({ orderID: Id });

export const OrderCodesQuery = closed({ state: Type.Optional(CodeState), ...page });

/** One code of an order: as printed, its identity, and what a QR symbol holds. */
export const OrderCode = Type.Object({
  position: Type.Integer({ minimum: 1 }),
  code: Type.String(),
  uri: Type.String(),
  link: Type.String({ description: 'Web address on the domain of the operator.' }),
  state: CodeState,
});
export type OrderCode = Static<typeof OrderCode>;

export const OrderCodes = Type.Object({
  codes: Type.Array(OrderCode),
  nextPageToken: Type.Optional(Type.String()),
});

export const MovementRequest = closed({
  act: Type.Union([
    Type.Literal('print'),
    Type.Literal('activate'),
    Type.Literal('void'),
    Type.Literal('reconcile'),
  ]),
  /** Which codes, by their positions in the order; all that may move where neither is given. */
  positions: Type.Optional(closed({ from: Type.Integer({ minimum: 1 }), to: Type.Integer({ minimum: 1 }) })),
  codes: Type.Optional(Type.Array(Code, { minItems: 1, maxItems: MOVEMENT_CODES_MAX })),
  reason: Type.Optional(VoidReason),
  note: Type.Optional(Type.String({ maxLength: 200 })),
  /** Reconciling: labels as somebody counted them. What is left over of `printed` is named `unexplained`. */
  counted: Type.Optional(
    closed({
      applied: Type.Integer({ minimum: 0, maximum: COUNTED_MAX }),
      spoiled: Type.Integer({ minimum: 0, maximum: COUNTED_MAX }),
      left: Type.Integer({ minimum: 0, maximum: COUNTED_MAX }),
    }),
  ),
  idempotencyKey: IdempotencyKey,
});
export type MovementRequest = Static<typeof MovementRequest>;
