/** What the bench reads: nothing in it is real. */

const FNC1 = '\u001d';

/** As a scanner sends them, without their symbology identifier, which the other parsers do not all know. */
export const elementStrings: readonly string[] = [
  `01069012345678921726123110VX-0818${FNC1}21S12345`,
  '01069012345678923103000357152612311012345',
  `0106901234567892112601011726123110ABC${FNC1}21XYZ123`,
  '000690123400000001220206901234567892372',
  `01069012345678927003261231120010L1${FNC1}422156`,
];

/** Of several keys, with and without escapes, attributes and a path before the key. */
export const links: readonly string[] = [
  'https://id.gs1.org/01/06901234567892/10/VX-0818/21/S1',
  'https://shop.example/p/01/06901234567892/22/2A/10/L%2F1/21/S%2F1?17=261231',
  'https://id.gs1.org/414/6901234000016/254/Hall.3',
  'https://id.gs1.org/8004/6901234A1',
  'https://x.example/01/06901234567892/10/L1',
  'https://id.gs1.org/253/40123455555541',
];

/** The mix of a captured document: items, cases and places. */
export const captured: readonly string[] = [
  'https://id.gs1.org/01/06901234567892/21/S1',
  'urn:epc:id:sgtin:6901234.056789.2017',
  'https://id.gs1.org/00/069012340000000122',
  'urn:epc:id:sscc:0614141.1234567890',
  'https://id.gs1.org/01/06901234567892/10/VX-0818',
  'https://id.gs1.org/414/6901234000016',
];

/** As people type and scan them. */
export const labels: readonly string[] = [
  '6901234567892',
  '(01)06901234567892(10)VX-0818(17)261231',
  `]d201069012345678921012${FNC1}21S1`,
  'https://shop.example/01/06901234567892/21/S1?17=261231',
  '069012340000000122',
];
