import { ExactNumber, type Json } from '@yunsu/epcis';

/** A JSON value as text, numbers as they were written. Depth is bounded by the reader that made the value. */
export function toJsonText(value: Json): string {
  if (value instanceof ExactNumber) return value.text;
  if (isList(value)) return `[${value.map(toJsonText).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}:${toJsonText(member)}`,
  );
  return `{${members.join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** Reads JSON that the store wrote, numbers as they are written (`JSON.parse` alone would turn 1.10 into 1.1). */
export function parseJsonText(text: string): Json {
  return JSON.parse(text, (_name, value, context?: { source?: string }) =>
    typeof value === 'number' ? new ExactNumber(context?.source ?? String(value)) : value,
  );
}
