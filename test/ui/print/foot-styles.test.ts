import { describe, expect, test } from 'vitest';
import { footStyles } from '../../../src/ui/print/foot-styles.ts';

const source = { title: '規程', publisher: '見本商事', version: '第3版' };

describe('footStyles', () => {
  test('names the document, and the chapter where there are chapters', () => {
    const css = footStyles(source, [{ anchor: 'chapter-06', title: '6 利用' }]);
    expect(css).toContain("@page whole{@bottom-left{content:'規程（要旨。正文ではありません）' !important}}");
    expect(css).toContain(
      "@page chapter-06{@bottom-left{content:'規程　6 利用（要旨。正文ではありません）' !important}}",
    );
    expect(css).toContain('article:has(>#chapter-06){page:chapter-06}');
  });

  test('of a document in its own words, says the edition', () => {
    const css = footStyles({ ...source, wording: 'original' }, []);
    expect(css).toContain("@page whole{@bottom-left{content:'規程（第3版）' !important}}");
    expect(css).not.toContain('要旨');
  });

  test('keeps a title inside its string and its style element', () => {
    const css = footStyles({ ...source, title: "a'b\\c</style>\nd" }, []);
    expect(css).toContain("content:'a\\27 b\\5c c\\3c /style>\\a d（");
  });
});
