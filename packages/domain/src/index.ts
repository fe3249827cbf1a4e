export type { Caller } from './caller.ts';
export { PUBLIC, SYSTEM } from './caller.ts';
export type { Ledger } from './ledgers/ledger.ts';
export { departmentsOf, isPublished, ledgerOf, ledgers, secretNames } from './ledgers/ledgers.ts';
export { actOfEvent, isStatement, YUNSU, yunsuText } from './trace/acts.ts';
export type { Key, Posting } from './trace/posting.ts';
export { Act, actOf, isClassLevel, PEERS_MAX, Position, positionOf, roleOf } from './trace/posting.ts';
export type { NewPosting, PostingFacts } from './trace/postings.ts';
export { postingsOf } from './trace/postings.ts';
