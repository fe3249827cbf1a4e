/** A number as its document wrote it: `JSON.parse` would turn 1.10 into 1.1 and 2^53+1 into its neighbour. */
export class ExactNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Json = string | boolean | null | ExactNumber | readonly Json[] | JsonObject;
/** An object that inherits nothing, so that no key is special. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Tells an object from every other kind of JSON value. */
export function isObject(value: Json | undefined): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
  );
}

/** Tells a list from every other kind of JSON value. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** JSON text of a value, members sorted by name and numbers as they were written: equal values, equal text. */
export function toJsonText(value: Json): string {
  if (value instanceof ExactNumber) return value.text;
  if (isList(value)) return `[${value.map(toJsonText).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${toJsonText(value[name]!)}`);
  return `{${members.join(',')}}`;
}
