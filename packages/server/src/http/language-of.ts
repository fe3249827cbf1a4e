/** The first language of `Accept-Language` that files are written in, in the order of its wishes; Chinese without one. */
export function languageOf(header: string | undefined, lang: 'zh' | 'en' | undefined): 'zh' | 'en' {
  if (lang !== undefined) return lang;
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...options] = part.trim().toLowerCase().split(';');
    const q = options
      .map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1])
      .find((value) => value !== undefined);
    return { tag, q: q === undefined ? 1 : Number(q) };
  });
  const ours = wishes
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => /^(zh|en)\b/.exec(tag)?.[1]);
  return ours.find((tag) => tag === 'zh' || tag === 'en') ?? 'zh';
}
