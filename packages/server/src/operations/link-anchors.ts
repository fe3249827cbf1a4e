import type { Key } from '@yunsu/domain';
import { keyOf, parseIdentifier, schemes } from '@yunsu/identifiers';
import { digestOf } from '../store/sha256.ts';
import { sha256Hex } from './identities.ts';

/** What links can be registered for: a code, or something coarser that it belongs to. */
export interface Anchor {
  /** Canonical; with a consumer product variant or another qualifier that is no part of the identity also in the path. */
  readonly uri: string;
  readonly key: Key;
}

/** A code as far as its anchors depend on it. */
export interface AnchoredCode {
  readonly uri: string;
  readonly parts: Readonly<Record<string, string>>;
}

const STEM = 'https://id.gs1.org/';
const keyByAi = new Map(schemes.flatMap((scheme) => scheme.keys ?? []).map((key) => [key.ai, key] as const));

/** Only the unreserved characters of RFC 3986 stand for themselves, as in every canonical URI. */
const encode = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The anchors of a code, finest first. For GS1 keys these are the sets of GS1-Conformant Resolver 1.2.0 §2.5.9: the
 * serial with the key alone (rules 1 and 2), then all other qualifiers together, then each alone, then the key (rule 4).
 * A key with a serial inside its value (GRAI, GDTI, GCN) goes up to the key without it, a printed code to its class.
 */
export function anchorsOf({ uri, parts }: AnchoredCode): Anchor[] {
  const identity = parseIdentifier(uri);
  const classUri = identity.ok ? identity.identifier.classUri : undefined;
  const uris = uri.startsWith(STEM) ? gs1Anchors(uri, parts) : [uri];
  const all = classUri === undefined || uris.includes(classUri) ? uris : [...uris, classUri];
  return all.map((one) => ({ uri: one, key: anchorKey(one) }));
}

/** The key of the unit; for a URI that names no unit of its own, such as a variant, 128 bits of its hash. */
function anchorKey(uri: string): Key {
  const identity = parseIdentifier(uri);
  const isUnit = !identity.ok || identity.identifier.uri === uri;
  return isUnit ? keyOf(uri, sha256Hex) : digestOf(uri);
}

function gs1Anchors(uri: string, parts: Readonly<Record<string, string>>): string[] {
  const base = uri.split('/').slice(0, 5).join('/');
  const key = keyByAi.get(base.slice(STEM.length, base.indexOf('/', STEM.length)));
  const inPath = key?.orders.flat() ?? [];
  const present = (key?.qualifiers ?? [])
    .filter(({ part, none }) => parts[part] !== undefined && parts[part] !== none)
    .sort((a, b) => inPath.indexOf(a.ai) - inPath.indexOf(b.ai));
  const written = (qualifiers: typeof present): string =>
    base + qualifiers.map(({ ai, part }) => `/${ai}/${encode(parts[part] ?? '')}`).join('');
  const serial = present.filter(({ level }) => level === 'item');
  const rest = present.filter(({ level }) => level !== 'item');
  // A third-party serial stands alone: no lot or variant beside it (§2.5.9 rule 1).
  const others = serial.some(({ ai }) => ai === '235') ? [] : rest;
  // Finest first: a lot before the variant that it belongs to.
  const each = [...others].reverse().map((one) => [one]);
  const sets = [
    ...serial.slice(0, 1).map((one) => [one]),
    ...(others.length > 1 ? [others] : []),
    ...each,
    [],
  ];
  return sets.map(written);
}
