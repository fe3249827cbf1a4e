import {
  type FaultLine,
  isRegistrable,
  type Link,
  type LinksAnswer,
  type LinksRequest,
  Problem,
  toLinkType,
  type Words,
  words,
} from '@yunsu/api';
import type { Context } from '../context.ts';
import { type LinkDraft, replaceLinks as storeLinks } from '../store/links.ts';
import type { Sender } from './authenticate.ts';
import { readCode } from './find-unit.ts';
import { anchorsOf } from './link-anchors.ts';
import { linksOf } from './list-links.ts';
import { mayLink, WHO_MAY_LINK } from './may-link.ts';
import { addressFault } from './public-address.ts';

/** Replaces where a code points to. Earlier versions stay in the store: who set what when is never lost. */
export async function replaceLinks(
  context: Context,
  sender: Sender,
  { code, links }: LinksRequest,
): Promise<LinksAnswer> {
  const candidate = await readCode(context, code);
  const [anchor] = anchorsOf(candidate);
  if (anchor === undefined) throw new Error(`${candidate.uri} has no anchor`);
  if (!(await mayLink(context, sender, anchor))) {
    throw new Problem('not-allowed', { detail: WHO_MAY_LINK });
  }
  const faults = faultsOf(links);
  const [first] = faults;
  if (first) throw new Problem('invalid-request', { faults, detail: words(first.en, first.zh) });
  await storeLinks(context.db, {
    key: anchor.key,
    anchor: anchor.uri,
    links: links.map(toDraft),
    plane: sender.plane,
    setAt: context.now().getTime() * 1000,
    ...(sender.party === undefined ? {} : { owner: sender.party }),
  });
  return await linksOf(context, candidate);
}

const toDraft = ({ linkType, href, title, hreflang = [], type, isDefault = false }: Link): LinkDraft => ({
  linkType: toLinkType(linkType) ?? linkType,
  href: new URL(href).href,
  title: title.trim(),
  hreflang: Intl.getCanonicalLocales([...hreflang]),
  ...(type === undefined ? {} : { type }),
  isDefault,
});

const fault = (pointer: string, rule: string, { en, zh }: Words, got: string): FaultLine => ({
  pointer,
  rule,
  expected: '',
  got,
  en,
  zh,
});

/** Every mistake in a list of links. */
function faultsOf(links: readonly Link[]): FaultLine[] {
  const faults = links.flatMap((link, at) => linkFaults(link, `/links/${at}`));
  if (faults.length > 0) return faults;
  return [...defaultFaults(links), ...twinFaults(links)];
}

function linkFaults({ linkType, href, title, hreflang = [] }: Link, pointer: string): FaultLine[] {
  const faults: FaultLine[] = [];
  const relation = toLinkType(linkType);
  if (relation === undefined || !isRegistrable(relation)) {
    const why = words(
      `${linkType} is neither a link type of the GS1 Web Vocabulary nor an http(s) URI.`,
      `${linkType} 既不是 GS1 网络词汇中的链接类型，也不是 http(s) 网址。`,
    );
    faults.push(fault(`${pointer}/linkType`, 'link-type', why, linkType));
  }
  const wrong = addressFault(href);
  if (wrong) faults.push(fault(`${pointer}/href`, 'link-address', wrong, href));
  if (title.trim() === '' || /\p{Cc}/u.test(title)) {
    const why = words('A title is plain text that says something.', '标题必须是有内容的纯文本。');
    faults.push(fault(`${pointer}/title`, 'link-title', why, title));
  }
  const tag = hreflang.find((one) => !isLanguageTag(one));
  if (tag !== undefined) {
    const why = words(`${tag} is no language tag (BCP 47).`, `${tag} 不是有效的语言标签（BCP 47）。`);
    faults.push(fault(`${pointer}/hreflang`, 'link-language', why, tag));
  }
  return faults;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Exactly one default link of an entity (GS1-Conformant Resolver 1.2.0 §2.5.8); where none is set it is our own page. */
function defaultFaults(links: readonly Link[]): FaultLine[] {
  const marked = links.flatMap(({ isDefault }, at) => (isDefault === true ? [at] : []));
  const why = words(
    'Two links are marked as default; a code has one default link.',
    '有两条链接标为默认；一个编码只能有一条默认链接。',
  );
  return marked.slice(1).map((at) => fault(`/links/${at}/isDefault`, 'one-default', why, 'true'));
}

/** The same link twice would make every request for it ambiguous. */
function twinFaults(links: readonly Link[]): FaultLine[] {
  const seen = new Set<string>();
  return links.flatMap((link, at) => {
    const { linkType, href, hreflang, type } = toDraft(link);
    const name = JSON.stringify([linkType, href, [...hreflang].sort(), type]);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const why = words('This link is in the list already.', '该链接在列表中重复。');
    return [fault(`/links/${at}`, 'link-twice', why, link.href)];
  });
}
