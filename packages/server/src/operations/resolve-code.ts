import { type Words, words } from '@yunsu/api';
import { type Key, PUBLIC } from '@yunsu/domain';
import { type Identifier, keyOf, parseIdentifier } from '@yunsu/identifiers';
import type { Context } from '../context.ts';
import { readAliases } from '../store/alias.ts';
import { type LinkRow, readLinks } from '../store/links.ts';
import { readUris } from '../store/read-uris.ts';
import { readParties, readPlaces, readProducts } from '../store/registers.ts';
import { sha256Hex } from './identities.ts';
import { type Anchor, anchorsOf } from './link-anchors.ts';
import { readFound } from './read-unit.ts';

/** A link as a resolver offers it. */
export interface ResolvedLink {
  readonly linkType: string;
  readonly href: string;
  readonly title: string;
  readonly hreflang: readonly string[];
  readonly type?: string;
}

/** One context of a linkset: a code, or something coarser that it belongs to. */
export interface ResolvedLevel {
  /** Canonical URI. */
  readonly anchor: string;
  /** The same on our own domain. */
  readonly address: string;
  readonly description?: string;
  readonly links: readonly ResolvedLink[];
  /** The default link that stands at this level. */
  readonly defaultLink?: ResolvedLink;
}

/** All that a code points to, the finest level first, and where a request without a wish is led. */
export interface Resolution {
  readonly levels: readonly ResolvedLevel[];
  readonly defaultLink: ResolvedLink;
}

const STEM = 'https://id.gs1.org/';
const PROVINCIAL = 'urn:yunsu:code:provincial:';

/** The address of a code on our own domain: its Digital Link path, `/c/` for a provincial code, else the answer page. */
export function addressOf(origin: string, uri: string): string {
  if (uri.startsWith(STEM)) return `${origin}/${uri.slice(STEM.length)}`;
  if (uri.startsWith(PROVINCIAL)) return `${origin}/c/${uri.slice(PROVINCIAL.length)}`;
  return pageOf(origin, uri);
}

const pageOf = (origin: string, uri: string): string => `${origin}/q?code=${encodeURIComponent(uri)}`;

const TRACEABILITY: Words = words('Where it came from and went', '来历与去向');
const EPCIS: Words = words('Events as EPCIS 2.0', 'EPCIS 2.0 事件接口');
const both = ({ en, zh }: Words): string => `${zh} · ${en}`;

/** Links that are there for everything on record here: our own page, and our EPCIS interface. */
const ownLinks = (origin: string, uri: string): [ResolvedLink, ResolvedLink] => [
  {
    linkType: 'gs1:traceability',
    href: pageOf(origin, uri),
    title: both(TRACEABILITY),
    hreflang: ['zh', 'en'],
    type: 'text/html',
  },
  {
    linkType: 'gs1:epcis',
    href: `${origin}/epcis`,
    title: both(EPCIS),
    hreflang: [],
    type: 'application/json',
  },
];

/**
 * Everything that a code and what it belongs to point to; undefined where nothing of it is known here: no record that the
 * public may see, no entry of a register, no link. The own links stand at the finest level that is known, and so does
 * the default where none is registered at any level (GS1-Conformant Resolver 1.2.0 §2.5.9: for any entry point there is
 * a default link at its level or higher).
 */
export async function resolveCode(context: Context, identifier: Identifier): Promise<Resolution | undefined> {
  const { db, config } = context;
  const own = keyOf(identifier.uri, sha256Hex);
  const unit = (await readAliases(db, [own])).get(own);
  const anchors = await allAnchors(context, identifier, unit);
  const registered = await readLinks(
    db,
    anchors.map(({ key }) => key),
  );
  const facts = await readFacts(context, identifier, { anchors, key: unit ?? own });
  const entry = anchors.findIndex(({ uri, key }) => facts.has(uri) || registered.has(key));
  const finest = anchors[entry];
  if (finest === undefined) return undefined;
  const ours = ownLinks(config.publicOrigin, finest.uri);
  const levels = anchors.slice(entry).flatMap((anchor): ResolvedLevel[] => {
    const rows = registered.get(anchor.key) ?? [];
    const isEntry = anchor === finest;
    if (rows.length === 0 && !isEntry) return [];
    const marked = rows.find(({ isDefault }) => isDefault);
    const description = facts.get(anchor.uri);
    return [
      {
        anchor: anchor.uri,
        address: addressOf(config.publicOrigin, anchor.uri),
        ...(description ? { description } : {}),
        links: [...rows.map(toResolvedLink), ...(isEntry ? ours : [])],
        ...(marked ? { defaultLink: toResolvedLink(marked) } : {}),
      },
    ];
  });
  const chosen = levels.find(({ defaultLink }) => defaultLink)?.defaultLink;
  if (chosen) return { levels, defaultLink: chosen };
  const [defaultLink] = ours;
  return { levels: levels.map((level, at) => (at === 0 ? { ...level, defaultLink } : level)), defaultLink };
}

const toResolvedLink = ({ linkType, href, title, hreflang, type }: LinkRow): ResolvedLink => ({
  linkType,
  href,
  title,
  hreflang,
  ...(type === undefined ? {} : { type }),
});

/** The anchors of a code, and after them those of the unit that it is another name of. */
async function allAnchors(
  context: Context,
  { uri, parts }: Identifier,
  unit: Key | undefined,
): Promise<Anchor[]> {
  const own = anchorsOf({ uri, parts });
  if (unit === undefined) return own;
  const named = (await readUris(context.db, [unit])).get(unit);
  const identity = named && parseIdentifier(named.uri);
  if (!identity?.ok) return own;
  const others = anchorsOf(identity.identifier);
  return [...own, ...others.filter((other) => !own.some((one) => one.uri === other.uri))];
}

/** States of a unit that say that nothing is known here. */
const nothing = new Set(['unknown', 'elsewhere', 'not_issued']);

/**
 * Which of the anchors the public may know something of, with what they are called (empty where they have no name). A
 * lot is looked up only where its item is unknown: the finest level is enough for a default.
 */
async function readFacts(
  context: Context,
  identifier: Identifier,
  { anchors, key }: { readonly anchors: readonly Anchor[]; readonly key: Key },
): Promise<Map<string, string>> {
  const { db } = context;
  const facts = new Map<string, string>();
  const uris = anchors.map(({ uri }) => uri);
  const [products, places, parties] = await Promise.all([
    readProducts(db, uris),
    readPlaces(db, uris),
    readParties(db, uris),
  ]);
  for (const [uri, { name }] of products) facts.set(uri, name);
  for (const uri of places.keys()) facts.set(uri, '');
  // That a token stands for a person is nobody's business.
  for (const [uri, { kind }] of parties) if (kind !== 'person') facts.set(uri, '');
  const { uri, level, lotUri } = identifier;
  const lot =
    lotUri === undefined ? [] : [{ uri: lotUri, level: 'lot' as const, key: keyOf(lotUri, sha256Hex) }];
  for (const unit of [{ uri, level, key }, ...lot]) {
    const { answer } = await readFound(context, PUBLIC, unit);
    if (nothing.has(answer.state)) continue;
    facts.set(unit.uri, answer.product?.name ?? '');
    break;
  }
  return facts;
}
