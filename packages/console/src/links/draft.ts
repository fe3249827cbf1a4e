import type { Link, LinkView } from '@yunsu/api';

/** A link while somebody edits it: everything is text as typed. */
export interface LinkDraft {
  /** Stays with the link while others come and go. */
  readonly id: number;
  readonly linkType: string;
  readonly href: string;
  readonly title: string;
  /** Language codes with commas between them. */
  readonly languages: string;
  readonly type: string;
  readonly isDefault: boolean;
}

type Field = 'linkType' | 'href' | 'title' | 'languages' | 'type';

/** The links in hand, what they were before each step, and which field the last step typed in. */
export interface Editing {
  readonly links: readonly LinkDraft[];
  readonly past: readonly (readonly LinkDraft[])[];
  readonly typedIn: string | undefined;
  readonly nextID: number;
}

export type Step =
  | { readonly do: 'add' }
  | { readonly do: 'remove'; readonly id: number }
  | { readonly do: 'change'; readonly id: number; readonly field: Field; readonly value: string }
  /** Without an id no link is the default. */
  | { readonly do: 'default'; readonly id?: number }
  | { readonly do: 'undo' };

/** Link type of a new link: the product information page of GS1. */
const USUAL_TYPE = 'gs1:pip';

/** Begins to edit the links that are registered for the code itself. */
export function beginEditing(links: readonly LinkView[]): Editing {
  const drafts = links.map(
    ({ linkType, href, title, hreflang, type = '', isDefault }, id): LinkDraft => ({
      id,
      linkType,
      href,
      title,
      languages: hreflang.join(', '),
      type,
      isDefault,
    }),
  );
  return { links: drafts, past: [], typedIn: undefined, nextID: drafts.length };
}

function changed(links: readonly LinkDraft[], step: Exclude<Step, { do: 'undo' }>, id: number): LinkDraft[] {
  switch (step.do) {
    case 'add':
      return [
        ...links,
        { id, linkType: USUAL_TYPE, href: '', title: '', languages: '', type: '', isDefault: false },
      ];
    case 'remove':
      return links.filter((link) => link.id !== step.id);
    case 'change':
      return links.map((link) => (link.id === step.id ? { ...link, [step.field]: step.value } : link));
    case 'default':
      return links.map((link) => ({ ...link, isDefault: link.id === step.id }));
  }
}

/** One step of editing. Typing on in one field is one step to undo, not one for each letter. */
export function edit(editing: Editing, step: Step): Editing {
  const { links, past, nextID } = editing;
  if (step.do === 'undo') {
    const before = past.at(-1);
    return before ? { links: before, past: past.slice(0, -1), typedIn: undefined, nextID } : editing;
  }
  const typedIn = step.do === 'change' ? `${step.id} ${step.field}` : undefined;
  const goesOn = typedIn !== undefined && typedIn === editing.typedIn;
  return {
    links: changed(links, step, nextID),
    past: goesOn ? past : [...past, links],
    typedIn,
    nextID: step.do === 'add' ? nextID + 1 : nextID,
  };
}

const languagesOf = (text: string): string[] => text.split(/[\s,，、;；]+/).filter((tag) => tag !== '');

/** The links as the API takes them. */
export const toLinks = (links: readonly LinkDraft[]): Link[] =>
  links.map(({ linkType, href, title, languages, type, isDefault }) => ({
    linkType: linkType.trim(),
    href: href.trim(),
    title: title.trim(),
    hreflang: languagesOf(languages),
    ...(type.trim() === '' ? {} : { type: type.trim() }),
    isDefault,
  }));

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** What is wrong with a link before it is sent, by field; the server looks again. */
export function draftFaults({ linkType, href, title, languages }: LinkDraft): {
  linkType?: true;
  href?: true;
  title?: true;
  languages?: string;
} {
  const tag = languagesOf(languages).find((one) => !LANGUAGE.test(one));
  return {
    ...(/^(gs1:[A-Za-z]+|https?:\/\/\S+)$/.test(linkType.trim()) ? {} : { linkType: true }),
    ...(/^https?:\/\/[^\s/]+/.test(href.trim()) ? {} : { href: true }),
    ...(title.trim() === '' ? { title: true } : {}),
    ...(tag === undefined ? {} : { languages: tag }),
  };
}
