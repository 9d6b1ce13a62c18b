import { describe, expect, test } from 'vitest';
import { footStyles } from '../../../src/ui/print/foot-styles.ts';

describe('footStyles', () => {
  test('names the document, and the chapter where there are chapters', () => {
    const css = footStyles('規程', [{ anchor: 'chapter-06', title: '6 利用' }]);
    expect(css).toContain("@page whole{@bottom-left{content:'規程（要旨。正文ではありません）' !important}}");
    expect(css).toContain(
      "@page chapter-06{@bottom-left{content:'規程　6 利用（要旨。正文ではありません）' !important}}",
    );
    expect(css).toContain('article:has(>#chapter-06){page:chapter-06}');
  });

  test('keeps a title inside its string and its style element', () => {
    const css = footStyles("a'b\\c</style>\nd", []);
    expect(css).toContain("content:'a\\27 b\\5c c\\3c /style>\\a d（");
  });
});
