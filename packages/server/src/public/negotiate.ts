import type { ResolvedLink } from '../operations/resolve-code.ts';

/** Most ranges that are read of one header. */
const RANGES_MAX = 30;

/** A range of a header with its weight (RFC 9110 §12.4.2). */
interface Range {
  readonly name: string;
  readonly weight: number;
}

/** The ranges of `Accept` or `Accept-Language`, best first, without those that are refused. */
function rangesOf(header: string | undefined): Range[] {
  const ranges = (header ?? '')
    .toLowerCase()
    .split(',', RANGES_MAX)
    .map((part): Range => {
      const [name = '', ...options] = part.split(';').map((piece) => piece.trim());
      const weight = options.map((option) => /^q=([01](?:\.\d{0,3})?)$/.exec(option)?.[1]).find(Boolean);
      return { name, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ name, weight }) => name !== '' && weight > 0);
  return ranges.sort((a, b) => b.weight - a.weight);
}

/** In which form a resolver answers; `none` where the request names none of them, as one for anything does. */
export type Form = 'html' | 'linkset' | 'json' | 'ld' | 'none';

const forms: Readonly<Record<string, Form>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/linkset+json': 'linkset',
  'application/json': 'json',
  'application/ld+json': 'ld',
};

/** The form that a request wishes for by name. */
export function formOf(accept: string | undefined): Form {
  const named = rangesOf(accept).find(({ name }) => Object.hasOwn(forms, name));
  return named ? (forms[named.name] ?? 'none') : 'none';
}

/** A language range fits a tag that it begins, and one that begins it (RFC 4647 §3.3.1, §3.4). */
const fitsLanguage = (range: string, tag: string): boolean => {
  const lower = tag.toLowerCase();
  return lower === range || lower.startsWith(`${range}-`) || range.startsWith(`${lower}-`);
};

const fitsType = (range: string, type: string): boolean =>
  range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)) && range !== '*/*');

/** Those that the best range fits; where none fits those that name nothing; where all name something all of them. */
function narrow(
  links: readonly ResolvedLink[],
  ranges: readonly Range[],
  {
    fits,
    names,
  }: { fits: (range: string, link: ResolvedLink) => boolean; names: (link: ResolvedLink) => boolean },
): readonly ResolvedLink[] {
  for (const { name } of ranges) {
    const fitting = links.filter((link) => fits(name, link));
    if (fitting.length > 0) return fitting;
  }
  const open = links.filter((link) => !names(link));
  return ranges.length > 0 && open.length > 0 ? open : links;
}

/**
 * The links of one type that fit a request best, by language and then by media type (GS1-Conformant Resolver 1.2.0
 * §2.6.3). More than one is a choice that only the asker can make.
 */
export function fitting(
  links: readonly ResolvedLink[],
  { language, accept }: { readonly language: string | undefined; readonly accept: string | undefined },
): readonly ResolvedLink[] {
  const byLanguage = narrow(links, rangesOf(language), {
    fits: (range, { hreflang }) => hreflang.some((tag) => fitsLanguage(range, tag)),
    names: ({ hreflang }) => hreflang.length > 0,
  });
  return narrow(byLanguage, rangesOf(accept), {
    fits: (range, { type }) => type !== undefined && fitsType(range, type),
    names: ({ type }) => type !== undefined,
  });
}
