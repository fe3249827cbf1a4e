export type { Caller } from './caller.ts';
export { PUBLIC, SYSTEM } from './caller.ts';
export type { ClaimedShare, ClaimLink, ClaimNode, Mixture, OriginClaim, Origins } from './claims/origins.ts';
export { originsOf, percentOf } from './claims/origins.ts';
export type {
  PartyBalanceLine,
  PartyBalanceRequest,
  PartyCameIn,
  PartyWentOut,
} from './claims/party-balance.ts';
export { partyBalanceOf } from './claims/party-balance.ts';
export type { TransformedUnit } from './claims/transformed.ts';
export { transformationsOf, YIELD_OUTPUTS_MAX } from './claims/transformed.ts';
export type { YieldRule } from './claims/yield-rules.ts';
export { materials, yieldRules } from './claims/yield-rules.ts';
export type { Transformed, YieldClaim, YieldInput, YieldPart, YieldVerdict } from './claims/yields.ts';
export { printMass, yieldClaims } from './claims/yields.ts';
export type { Explained } from './completeness/explain.ts';
export { explainUnit } from './completeness/explain.ts';
export type { Hands, Leg, LegKind } from './completeness/legs.ts';
export { LEG_KINDS, LEG_LINKS_MAX } from './completeness/legs.ts';
export type { Fraction, Hop, LegSum, Score } from './completeness/score.ts';
export { HOP_KINDS, scoreOf, sumLegs } from './completeness/score.ts';
export type { Held } from './completeness/silence.ts';
export { SILENCE_DEFAULT, silentDays } from './completeness/silence.ts';
export type { EndKind } from './disclosure/ends.ts';
export { endKindOf } from './disclosure/ends.ts';
export type { PublishedFact } from './disclosure/published-facts.ts';
export { publishedFacts } from './disclosure/published-facts.ts';
export type { StateFact, StateQuestion, UnitState } from './disclosure/unit-state.ts';
export { stateOf } from './disclosure/unit-state.ts';
export type { HolderView, KnownParty, KnownPlace, PlaceView } from './disclosure/views.ts';
export { holderView, MASKED, mayReadQuantities, placeView, prefectureOf } from './disclosure/views.ts';
export type {
  Closing,
  CodeAct,
  CodeCounts,
  CodeState,
  CountedLabels,
  VoidReason,
} from './issuing/code-life.ts';
export { CODE_STATES, closingOf, codeTransitions, movableFrom, sweptFrom } from './issuing/code-life.ts';
export type { Ledger, TransitRule } from './ledgers/ledger.ts';
export { departmentsOf, isPublished, ledgerOf, ledgers, secretNames } from './ledgers/ledgers.ts';
export { transitDays } from './ledgers/transit.ts';
export { BOXES_MAX, drawPicture, type PictureOptions } from './picture/draw-picture.ts';
export type { Ink, Part, Picture, Shape } from './picture/drawing.ts';
export type { PictureGraph, PictureLink, PictureNode } from './picture/graph.ts';
export { GAP_ACROSS, GAP_ALONG, type Layout, layOut, type Point, type Size } from './picture/layout.ts';
export { inks, pictureCss, type SvgOptions, toPictureSvg } from './picture/svg.ts';
export type { PictureLanguage } from './picture/words.ts';
export { actOfEvent, isStatement, YUNSU, yunsuText } from './trace/acts.ts';
export type {
  BalanceEntry,
  BalanceHolding,
  BalanceLine,
  BalanceTerm,
  CameInKind,
  WentOutKind,
} from './trace/balance.ts';
export { splitTerm, sumQuantities } from './trace/balance.ts';
export type { BusinessDocument } from './trace/documents.ts';
export type { FrontierUnit, GatherLimits, PostingSource, Truncation } from './trace/gather.ts';
export { GATHER_LIMITS } from './trace/gather.ts';
export { printPercent } from './trace/percent.ts';
export type { Key, Posting } from './trace/posting.ts';
export { Act, actOf, isClassLevel, PEERS_MAX, Position, positionOf, roleOf } from './trace/posting.ts';
export type { NewPosting, PostingFacts } from './trace/posting-draft.ts';
export { postingsOf } from './trace/postings.ts';
export type { ReachCount, ReachCounts } from './trace/reach-counts.ts';
export type { Stock, StockHolding } from './trace/stock.ts';
export { stockOf } from './trace/stock.ts';
export type { StockBalance } from './trace/stock-balance.ts';
export { balanceOf } from './trace/stock-balance.ts';
export type { ProductFacts, TraceRequest, TraceSources } from './trace/trace.ts';
export { classOfKey, gtinOfKey, traceUnit } from './trace/trace.ts';
export type { GraphGap, GraphLink, GraphNode, TraceGraph } from './trace/trace-graph.ts';
export type { UsedEvent } from './trace/used-events.ts';
export { inTime, usedEvents } from './trace/used-events.ts';
