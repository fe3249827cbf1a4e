/** What the symbology identifier before scan data says about it (ISO/IEC 15424; GS1 General Specifications §7.8.1). */
export type Carrier = 'elements' | 'gtin' | 'plain';

/**
 * Symbols with FNC1 in the first place: GS1-128, DataBar and composites, DataMatrix (]d5 with ECI), QR Code (]Q4 with
 * ECI), DotCode, and Aztec, which GS1 does not use but whose makers write the same.
 */
const elements = new Set([']C1', ']e0', ']e1', ']e2', ']d2', ']d5', ']Q3', ']Q4', ']J1', ']z1']);
/** EAN-13, UPC-A and UPC-E; the same with an add-on; EAN-8; ITF-14. The add-on alone (]E1, ]E2) is no trade item. */
const tradeItems = new Set([']E0', ']E3', ']E4', ']I1']);
const length = 3;
/** Digits of the symbol before an add-on. */
const WITH_ADD_ON = ']E3';
const digitsBeforeAddOn = 13;

/** Reads the symbology identifier of scan data: what follows it, from where and to where. */
export function readSymbology(text: string): { carrier: Carrier; from: number; to?: number } | undefined {
  if (text.charAt(0) !== ']' || !/^[A-Za-z][0-9A-Za-z]$/.test(text.slice(1, length))) return undefined;
  const identifier = text.slice(0, length);
  if (elements.has(identifier)) return { carrier: 'elements', from: length };
  const carrier = tradeItems.has(identifier) ? 'gtin' : 'plain';
  return identifier === WITH_ADD_ON
    ? { carrier, from: length, to: length + digitsBeforeAddOn }
    : { carrier, from: length };
}
