import { digestOf } from '../store/sha256.ts';

/** 128 bits of a request, its members in the order of their names: two requests that say the same have the same. */
export const requestDigest = (request: object): string => digestOf(toOneSpelling(request));

/** JSON with sorted members; the shapes of the API bound its depth. */
function toOneSpelling(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toOneSpelling).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${toOneSpelling(member)}`);
  return `{${members.join(',')}}`;
}
