/** What a label is of: a code with all that its symbols and its text say. */
import {
  applicationIdentifiers,
  type ElementFault,
  formatProvincial,
  type Identifier,
  type LinkValues,
  parseElementString,
  parseIdentifier,
  readLinkValues,
  schemes,
  toElementString,
  toWebAddress,
  type Words,
} from '@yunsu/identifiers';
import { refusals, unprintable } from './label-words.ts';

type Value = readonly [ai: string, value: string];

/** A code that is printed: its identity, with a lot among the parts where the label says one, and the code as it was given. */
export interface Named {
  readonly identity: Pick<Identifier, 'uri' | 'scheme' | 'parts'>;
  readonly written?: string;
}

export interface Subject {
  /** Canonical URI. */
  readonly uri: string;
  readonly scheme: string;
  /** What this kind of code is called. */
  readonly name: Words;
  /** What a QR symbol holds: an address on the operator's own domain. */
  readonly address: string;
  /** Elements of GS1 in the order of the symbol; none where the code is not of GS1. */
  readonly elements: readonly Value[];
  /** The code as people read and write it, a line an element. */
  readonly lines: readonly string[];
}

const STEM = 'https://id.gs1.org/';
const PROVINCIAL = 'urn:yunsu:code:provincial:';
/** A token that stands for a person is a secret; a number of a person is printed on no label. */
const personal = new Set(['person', ...schemes.filter((one) => one.isPersonal === true).map(({ id }) => id)]);
/** The code is a person's: printed on no label and repeated in no refusal. */
export const isPersonal = (scheme: string): boolean => personal.has(scheme);
const nameOf: ReadonlyMap<string, Words> = new Map(schemes.map(({ id, name }) => [id, name]));

/** Key and qualifiers of a canonical Digital Link, whose values hold nothing beyond ASCII. */
function elementsOfUri(uri: string): Value[] {
  const path = uri.slice(STEM.length).split('/').map(decodeURIComponent);
  return path.flatMap((ai, at): Value[] => (at % 2 === 0 ? [[ai, path[at + 1] ?? '']] : []));
}

/** Pairs that one symbol breaks may be made good by another on the same thing (GS1 General Specifications §4.14). */
const pairings: ReadonlySet<string> = new Set(['mandatory_pair_missing', 'invalid_pair']);

/** Elements that the code has as it was written, and what is wrong with them; none where it is written without. */
function writtenElements(written: string, own: readonly Value[]): Pick<LinkValues, 'elements' | 'faults'> {
  const link = readLinkValues(written);
  if (link) return link;
  const parsed = parseElementString(written);
  const isKnown = (value: Value) =>
    parsed.ok && parsed.elements.some((one) => one.ai.ai === value[0] && one.value === value[1]);
  if (!parsed.ok || !own.every(isKnown)) return { elements: [], faults: [] };
  const faults = parsed.issues.filter((issue): issue is ElementFault => !pairings.has(issue.code));
  return { elements: parsed.elements, faults };
}

/** Further elements that the code says beside its identity: a date, a count. A wrong one is refused: labels last. */
function elementsBeside(written: string, own: readonly Value[]): Value[] {
  const { elements, faults } = writtenElements(written, own);
  const [fault] = faults;
  if (fault) throw unprintable({ en: fault.en, zh: fault.zh });
  return elements.map(({ ai, value }): Value => [ai.ai, value]);
}

/** Where qualifiers of a trade item stand among its elements, as people read them: variant, lot, serial. */
const places = ['22', '10', '21'];

/** Elements in the order of a symbol, each once: those of predefined length first. */
function inOrder(values: readonly Value[]): Value[] {
  const placeOf = ([ai]: Value) =>
    places.includes(ai) ? places.indexOf(ai) : ai === values[0]?.[0] ? -1 : 9;
  const distinct = [...new Map(values)].toSorted((a, b) => placeOf(a) - placeOf(b));
  const printed = toElementString(distinct, 'raw');
  if (!printed.ok) throw unprintable({ en: printed.reason, zh: printed.reasonZh });
  const isPredefined = ([ai]: Value) => applicationIdentifiers.get(ai)?.predefined === true;
  return [...distinct.filter(isPredefined), ...distinct.filter((value) => !isPredefined(value))];
}

/** The lot and other qualifiers on the label that are no part of the identity. */
function elementsOfParts(parts: Readonly<Record<string, string>>, own: readonly Value[]): Value[] {
  const isTradeItem = own[0]?.[0] === '01';
  return isTradeItem && parts.lot !== undefined ? [['10', parts.lot]] : [];
}

function linkOf(
  { uri, parts }: Named['identity'],
  origin: string,
  elements: readonly Value[],
): string | undefined {
  const parsed = parseIdentifier(uri);
  if (!parsed.ok) return undefined;
  const identifier = { ...parsed.identifier, parts: { ...parts, ...parsed.identifier.parts } };
  const inPath = new Set(applicationIdentifiers.get(elements[0]?.[0] ?? '')?.keyOrders?.flat());
  const attributes = elements.filter(([ai]) => {
    const known = applicationIdentifiers.get(ai);
    return known?.attribute === true && known.keyOrders === null && !inPath.has(ai);
  });
  const whole = toWebAddress(identifier, origin, attributes);
  const link = whole.ok ? whole : toWebAddress(identifier, origin);
  return link.ok ? link.address : undefined;
}

/** The code of a URN of ours in groups that can be written by hand, else the URI itself. */
function textOf(uri: string): string {
  if (uri.startsWith(PROVINCIAL)) return formatProvincial(uri.slice(PROVINCIAL.length));
  const code = /^urn:yunsu:(?:code:[^:]+|[^:]+):(.+)$/.exec(uri)?.[1];
  return code === undefined ? uri : decodeURIComponent(code);
}

/** The address of a code that has no Digital Link. */
function plainAddress(uri: string, origin: string): string {
  return uri.startsWith(PROVINCIAL)
    ? `${origin}/c/${uri.slice(PROVINCIAL.length)}`
    : `${origin}/q?code=${encodeURIComponent(uri)}`;
}

/** A host in Chinese as ASCII (RFC 5890): readers do not agree on what bytes beyond it mean. */
const toAscii = (origin: string): string => (/[^!-~]/.test(origin) ? new URL(origin).origin : origin);

/** Says what the label of a code holds; refused where the code is a person's. */
export function toSubject({ identity, written = '' }: Named, publicOrigin: string): Subject {
  const origin = toAscii(publicOrigin);
  const { uri, scheme, parts } = identity;
  if (isPersonal(scheme)) throw unprintable(refusals.personal);
  const name = nameOf.get(scheme) ?? { en: 'Code', zh: '编码' };
  const own = scheme !== 'uri' && uri.startsWith(STEM) ? elementsOfUri(uri) : [];
  if (own.length === 0) {
    return { uri, scheme, name, address: plainAddress(uri, origin), elements: [], lines: [textOf(uri)] };
  }
  const elements = inOrder([...own, ...elementsOfParts(parts, own), ...elementsBeside(written, own)]);
  return {
    uri,
    scheme,
    name,
    address: linkOf(identity, origin, elements) ?? plainAddress(uri, origin),
    elements,
    lines: elements.map(([ai, value]) => `(${ai})${value}`),
  };
}
