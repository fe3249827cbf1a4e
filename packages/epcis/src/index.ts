export type * from './event.ts';
export type { Json, JsonObject } from './json.ts';
export { ExactNumber } from './json.ts';
