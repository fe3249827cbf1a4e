/**
 * Numbers that are unique only within the firm that gave them out, of seed labels and gas cylinders. Their identity is
 * the name of the firm, a full stop and the number: two firms may use one number, and a number alone would make two
 * things one. The name is brought to one spelling (compatibility forms, no spaces); the last full stop ends it, for the
 * number holds none.
 */

/** Longest name of a firm that is part of an identity; three times that many bytes in percent-encoding are a short URN still. */
export const FIRM_NAME_MAX = 60;

/** One spelling of the name of a firm, or undefined where it is none. */
export function toFirmName(text: string): string | undefined {
  // Half a surrogate pair can stand in no URI.
  if (!text.isWellFormed()) return undefined;
  const name = text.normalize('NFKC').replace(/\s+/g, '');
  return name.length >= 2 && name.length <= FIRM_NAME_MAX ? name : undefined;
}

/** Name and number of a code, or undefined where one is missing. */
export function splitFirmCode(code: string): { readonly firm: string; readonly number: string } | undefined {
  const point = code.lastIndexOf('.');
  if (point === -1 || point === code.length - 1) return undefined;
  const firm = toFirmName(code.slice(0, point));
  return firm === undefined ? undefined : { firm, number: code.slice(point + 1) };
}
