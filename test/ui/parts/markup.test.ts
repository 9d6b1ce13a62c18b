import { describe, expect, test } from 'vitest';
import { markup, toHtml } from '../../../src/ui/parts/markup.ts';

describe('toHtml', () => {
  test('writes elements, attributes and texts; what is empty by nature has no end tag', () => {
    const table = markup('table', { class: 'k-table' }, markup('colgroup', {}, markup('col', { style: 'width: 50%' })));
    expect(toHtml(table)).toBe('<table class="k-table"><colgroup><col style="width: 50%"></colgroup></table>');
  });

  test('a text is only text, in an attribute as well', () => {
    const nasty = '<img src=x onerror="alert(1)">&amp;';
    expect(toHtml(markup('td', { 'data-l': nasty }, nasty))).toBe(
      '<td data-l="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;">' +
        '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;</td>',
    );
  });

  test('hidden characters are written out; line breaks stay', () => {
    expect(toHtml(markup('p', {}, '請求\u202Efdp\n次'))).toBe('<p>請求[U+202E]fdp\n次</p>');
  });
});
