import { type Parsed, parseIdentifier, schemes } from '@yunsu/identifiers';

const STEM = 'https://id.gs1.org';

/** Application Identifiers of the keys that open a Digital Link path, from the table of schemes. */
export const primaryKeys: readonly string[] = [
  ...new Set(schemes.flatMap((scheme) => scheme.keys ?? []).map(({ ai }) => ai)),
];

/** Names that stood for Application Identifiers until GS1 Digital Link URI Syntax 1.3 (its §4.3 of 1.2); labels still hold them. */
const alphabetic: Readonly<Record<string, string>> = {
  gtin: '01',
  itip: '8006',
  gmn: '8013',
  cpid: '8010',
  gln: '414',
  party: '417',
  gsrnp: '8017',
  gsrn: '8018',
  gcn: '255',
  sscc: '00',
  gdti: '253',
  ginc: '401',
  gsin: '402',
  grai: '8003',
  giai: '8004',
  cpv: '22',
  lot: '10',
  ser: '21',
  cpsn: '8011',
  glnx: '254',
  refno: '8020',
  srin: '8019',
};

/** First segments of paths that are Digital Links. */
export const firstSegments: readonly string[] = [
  ...primaryKeys,
  ...Object.keys(alphabetic).filter((name) => primaryKeys.includes(alphabetic[name] ?? '')),
];

/** A Digital Link on the canonical domain from a path of ours: numbers for names, no slash at the end (§2.13). */
export function toCanonicalLink(path: string): string {
  const segments = path.replace(/\/+$/, '').split('/');
  const numbered = segments.map((segment, at) =>
    at % 2 === 1 && Object.hasOwn(alphabetic, segment) ? (alphabetic[segment] ?? segment) : segment,
  );
  return STEM + numbered.join('/');
}

/**
 * Reads a path as a Digital Link and nothing else: a path that is merely a web address is refused (400 by
 * GS1-Conformant Resolver 1.2.0 §2.4.1).
 */
export function readLinkPath(path: string): Parsed {
  const parsed = parseIdentifier(toCanonicalLink(path));
  if (!parsed.ok) return { ...parsed, at: Math.max(0, parsed.at - STEM.length) };
  if (parsed.identifier.scheme !== 'uri') return parsed;
  return {
    ok: false,
    reason: 'The path is not a key with its qualifiers, each a number and a value.',
    reasonZh: '路径不是由标识代码及其限定符（应用标识符与值成对）组成的。',
    at: 0,
  };
}
