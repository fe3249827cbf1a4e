/** What the symbology identifier before scan data says about it (ISO/IEC 15424; GS1 General Specifications §7.8.1). */
export type Carrier = 'elements' | 'gtin' | 'plain';

const elements = new Set([']C1', ']e0', ']e1', ']e2', ']d2', ']Q3', ']J1']);
const tradeItems = new Set([']E0', ']E1', ']E2', ']E3', ']E4', ']I1']);
const length = 3;

/** Reads the symbology identifier of scan data: what follows it and from where. */
export function readSymbology(text: string): { carrier: Carrier; from: number } | undefined {
  if (text.charAt(0) !== ']' || !/^[A-Za-z][0-9A-Za-z]$/.test(text.slice(1, length))) return undefined;
  const identifier = text.slice(0, length);
  if (elements.has(identifier)) return { carrier: 'elements', from: length };
  return { carrier: tradeItems.has(identifier) ? 'gtin' : 'plain', from: length };
}
