import type { LinkView } from '@yunsu/api';
import { expect, test } from 'vitest';
import { beginEditing, draftFaults, edit, toLinks } from './draft.ts';

const view = (title: string, isDefault = false): LinkView => ({
  anchor: 'https://id.gs1.org/01/09521234045014',
  linkType: 'gs1:pip',
  href: `https://example.com/${title}`,
  title,
  hreflang: ['zh-CN', 'en'],
  isDefault,
  health: 'alive',
  lastVisited: null,
  lastResult: null,
});
const titles = (editing: ReturnType<typeof beginEditing>) => editing.links.map(({ title }) => title);

test('what is not changed is sent back as it was', () => {
  expect(toLinks(beginEditing([view('a', true)]).links)).toEqual([
    {
      linkType: 'gs1:pip',
      href: 'https://example.com/a',
      title: 'a',
      hreflang: ['zh-CN', 'en'],
      isDefault: true,
    },
  ]);
});

test('every step is undone, and typing on in one field is one step', () => {
  let editing = beginEditing([view('a'), view('b')]);
  editing = edit(editing, { do: 'remove', id: 0 });
  editing = edit(editing, { do: 'add' });
  for (const value of ['N', 'Ne', 'New']) {
    editing = edit(editing, { do: 'change', id: 2, field: 'title', value });
  }
  expect(titles(editing)).toEqual(['b', 'New']);
  editing = edit(editing, { do: 'undo' });
  expect(titles(editing)).toEqual(['b', '']);
  editing = edit(edit(editing, { do: 'undo' }), { do: 'undo' });
  expect(titles(editing)).toEqual(['a', 'b']);
  expect(edit(editing, { do: 'undo' })).toBe(editing);
});

test('one link at most is the default', () => {
  const editing = edit(beginEditing([view('a', true), view('b')]), { do: 'default', id: 1 });
  expect(editing.links.map(({ isDefault }) => isDefault)).toEqual([false, true]);
  expect(edit(editing, { do: 'default' }).links.some(({ isDefault }) => isDefault)).toBe(false);
});

test('an id is never given twice, also after an undo', () => {
  let editing = edit(beginEditing([]), { do: 'add' });
  editing = edit(edit(editing, { do: 'undo' }), { do: 'add' });
  expect(editing.links.map(({ id }) => id)).toEqual([1]);
});

test('faults are named by field before anything is sent', () => {
  const [link] = beginEditing([view('a')]).links;
  if (!link) throw new Error('no link');
  expect(draftFaults(link)).toEqual({});
  expect(draftFaults({ ...link, href: 'example.com', title: ' ', languages: 'zh, 中文' })).toEqual({
    href: true,
    title: true,
    languages: '中文',
  });
  expect(draftFaults({ ...link, linkType: 'pip' })).toEqual({ linkType: true });
});
