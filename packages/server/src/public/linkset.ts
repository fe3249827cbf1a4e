import { linkTypeUri } from '@yunsu/api';
import type { Resolution, ResolvedLevel, ResolvedLink } from '../operations/resolve-code.ts';

/** The context that makes JSON-LD of a linkset (GS1-Conformant Resolver 1.2.0 §2.10). */
export const LINKSET_CONTEXT = 'https://ref.gs1.org/standards/resolver/linkset-context';

/** One link of a linkset (RFC 9264 §4.2.3). */
interface Target {
  readonly href: string;
  readonly title: string;
  readonly type?: string;
  readonly hreflang?: readonly string[];
}
type LinkContext = { readonly anchor: string; readonly description?: string } & Readonly<
  Record<string, string | readonly Target[] | undefined>
>;

/** A set of links as JSON (RFC 9264 §4.2). */
export interface Linkset {
  readonly linkset: readonly LinkContext[];
}

/**
 * Language tags as the linkset schema of the standard takes them: two letters, with or without a country. A longer tag
 * is cut to its language, one of three letters is left out (BCP 47 has both, so that the link itself keeps them).
 */
export function schemaLanguages(tags: readonly string[]): string[] {
  const fit = tags.flatMap((tag) => {
    if (/^[A-Za-z]{2}(-[A-Za-z]{2})?$/.test(tag)) return [tag];
    return /^[A-Za-z]{2}-/.test(tag) ? [tag.slice(0, 2)] : [];
  });
  return [...new Set(fit)];
}

function toTarget({ href, title, type, hreflang }: ResolvedLink): Target {
  const languages = schemaLanguages(hreflang);
  return {
    href,
    title,
    ...(type === undefined ? {} : { type }),
    ...(languages.length === 0 ? {} : { hreflang: languages }),
  };
}

function toContext({ address, description, links, defaultLink }: ResolvedLevel): LinkContext {
  const byType = Map.groupBy(links, ({ linkType }) => linkTypeUri(linkType));
  return {
    anchor: address,
    ...(description === undefined ? {} : { description }),
    ...Object.fromEntries([...byType].map(([uri, some]) => [uri, some.map(toTarget)])),
    // A default link has an address and a title and nothing else (§2.5.8).
    ...(defaultLink
      ? { [linkTypeUri('gs1:defaultLink')]: [{ href: defaultLink.href, title: defaultLink.title }] }
      : {}),
  };
}

/** All links of a code as a linkset, a context for each level. */
export const toLinkset = ({ levels }: Resolution): Linkset => ({ linkset: levels.map(toContext) });

/** Some links of one level as a linkset: the choice that a request leaves open. */
export const toChoice = (level: ResolvedLevel, links: readonly ResolvedLink[]): Linkset => {
  const { anchor, address, description } = level;
  return {
    linkset: [toContext({ anchor, address, ...(description === undefined ? {} : { description }), links })],
  };
};
