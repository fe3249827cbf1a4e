import Type, { type Static } from 'typebox';
import { Code, closed, HolderView, orNull, page, Time, WordsShape } from './common.ts';

/** Most links that one anchor has. */
export const LINKS_MAX = 50;

/** Where a code points to (RFC 9264 target object; GS1 Digital Link resolver 1.2.0). */
export const Link = closed({
  linkType: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'A word of the GS1 Web Vocabulary such as `gs1:pip`, or a URI of a relation.',
  }),
  href: Type.String({ minLength: 1, maxLength: 2048, pattern: '^https?://' }),
  title: Type.String({ minLength: 1, maxLength: 200 }),
  hreflang: Type.Optional(
    Type.Array(Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }), { maxItems: 10 }),
  ),
  type: Type.Optional(Type.String({ maxLength: 100, pattern: '^[a-z0-9.+-]+/[a-z0-9.+*-]+$' })),
  isDefault: Type.Optional(
    Type.Boolean({
      description:
        'The one that a scan without a link type is led to; at most one of a code. Without one it is our own page.',
    }),
  ),
});
export type Link = Static<typeof Link>;

export const LinksRequest = closed({ code: Code, links: Type.Array(Link, { maxItems: LINKS_MAX }) });
export type LinksRequest = Static<typeof LinksRequest>;

/** What the visits of an address have come to; `docs/resolver.md` has the rules. */
export const LinkHealth = Type.Union([
  Type.Literal('unvisited'),
  Type.Literal('alive'),
  Type.Literal('failing'),
  Type.Literal('dead'),
]);
export type LinkHealth = Static<typeof LinkHealth>;

/** A link with what the last visit found. */
export const LinkView = Type.Object({
  anchor: Type.String({
    description: 'Canonical URI that it is registered for: the code, its lot or its class.',
  }),
  linkType: Type.String(),
  href: Type.String(),
  title: Type.String(),
  hreflang: Type.Array(Type.String()),
  type: Type.Optional(Type.String()),
  isDefault: Type.Boolean(),
  health: LinkHealth,
  lastVisited: orNull(Time),
  /** What the last visit found, e.g. `200`, `404`, `timeout`, `certificate expired`. */
  lastResult: orNull(Type.String()),
});
export type LinkView = Static<typeof LinkView>;

/** The links of a code and of what it belongs to, the finest first. */
export const LinksAnswer = Type.Object({ uri: Type.String(), links: Type.Array(LinkView) });
export type LinksAnswer = Static<typeof LinksAnswer>;

export const LinkHealthQuery = closed({ ...page });

/** The links and codes of one issuer, and how many of them lead nowhere. */
export const IssuerHealth = Type.Object({
  /** The party that registered the links; null where they are the query addresses of a scheme's issuer. */
  issuer: orNull(HolderView),
  name: WordsShape,
  links: Type.Integer(),
  alive: Type.Integer(),
  failing: Type.Integer(),
  dead: Type.Integer(),
  unvisited: Type.Integer(),
  /** The dead link that has been dead longest. */
  worst: orNull(
    Type.Object({ anchor: Type.String(), href: Type.String(), since: Time, result: Type.String() }),
  ),
});
export type IssuerHealth = Static<typeof IssuerHealth>;

/** Worst issuers first. */
export const LinkHealthAnswer = Type.Object({
  issuers: Type.Array(IssuerHealth),
  nextPageToken: Type.Optional(Type.String()),
});
export type LinkHealthAnswer = Static<typeof LinkHealthAnswer>;
