/**
 * Names that a Digital Link may use in the place of digits, as GS1 Digital Link release 1.1 allowed them: `/gtin/…/lot/…`.
 * They are read and never written: release 1.2 deprecated them.
 */
const names: ReadonlyMap<string, string> = new Map([
  ['sscc', '00'],
  ['gtin', '01'],
  ['cpv', '22'],
  ['lot', '10'],
  ['ser', '21'],
  ['gdti', '253'],
  ['glnx', '254'],
  ['gcn', '255'],
  ['ginc', '401'],
  ['gsin', '402'],
  ['gln', '414'],
  ['payTo', '415'],
  ['refno', '8020'],
  ['party', '417'],
  ['grai', '8003'],
  ['giai', '8004'],
  ['itip', '8006'],
  ['cpid', '8010'],
  ['cpsn', '8011'],
  ['gmn', '8013'],
  ['gsrnp', '8017'],
  ['gsrn', '8018'],
  ['srin', '8019'],
  ['exp', '17'],
  ['expdt', '7003'],
]);

/** The digits that a segment of a path or a key of a query stands for: its own, or those of its name. */
export function aiOfSegment(segment: string): string {
  return names.get(segment) ?? segment;
}
