export type * from './identifier.ts';
