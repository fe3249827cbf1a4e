import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, escapeText, html } from './markup.ts';

const hostile = fc.constantFrom(...'<>"\'`&;#=/a 3辣', '\u202e', '\u0000', '\ud800', '&amp;', '</i>', '𠮷');

describe('text in markup', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`" onmouseover='x' \``, '&quot; onmouseover=&#39;x&#39; &#96;'],
    ['a & b &amp; c', 'a &amp; b &amp;amp; c'],
    ['abc\u202egpj.exe', 'abc\ufffdgpj.exe'],
    ['\u2066x\u2069\u200f\ufeff', '\ufffdx\ufffd\ufffd\ufffd'],
    ['a\u0000b\u001bc\u0085d', 'a\ufffdb\ufffdc\ufffdd'],
    ['两行\n和\t制表', '两行\n和\t制表'],
  ])('%j is escaped', (given, expected) => {
    expect(escapeText(given)).toBe(expected);
    expect(html`<p title="${given}">${given}</p>`.toString()).toBe(`<p title="${expected}">${expected}</p>`);
  });

  test('no text whatever opens a tag, an attribute or an entity of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: hostile }), (text) => {
        const inside = html`<i a="${text}">${text}</i>`.toString().slice('<i a="'.length, -'</i>'.length);
        const [attribute, ...rest] = inside.split('">');
        expect(rest).toHaveLength(1);
        expect(attribute).not.toMatch(/[<>"'`]|&(?!(amp|lt|gt|quot|#39|#96);)/);
        expect(rest[0]).toBe(attribute);
      }),
    );
  });
});

test('markup stands, lists are joined, and nothing is nothing', () => {
  const items = ['a', html`<b>${'<'}</b>`, 3];
  expect(html`${items}${null}${undefined}${false}${''}`.toString()).toBe('a<b>&lt;</b>3');
});

describe('clipping', () => {
  test('a text at the bound stays, one character more is cut', () => {
    expect(clip('辣椒辣椒', 4)).toBe('辣椒辣椒');
    expect(clip('辣椒辣椒椒', 4)).toBe('辣椒辣…');
    expect(clip('', 4)).toBe('');
  });

  test('characters outside the basic plane are counted once and never cut in half', () => {
    expect(clip('𠮷𠮷𠮷', 3)).toBe('𠮷𠮷𠮷');
    expect(clip('𠮷𠮷𠮷𠮷', 3)).toBe('𠮷𠮷…');
    expect(clip('𠮷'.repeat(1000), 3)).toBe('𠮷𠮷…');
  });
});
