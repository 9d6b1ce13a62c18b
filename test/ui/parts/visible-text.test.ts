import { describe, expect, test } from 'vitest';
import { toShortText, toVisibleText } from '../../../src/ui/parts/visible-text.ts';

describe('toVisibleText', () => {
  test.each([
    ['a name that reads backwards', '請求\u202Efdp.exe', '請求[U+202E]fdp.exe'],
    ['isolates', '\u2066株式会社\u2069', '[U+2066]株式会社[U+2069]'],
    ['controls', 'a\u0000\u001bb\u0085', 'a[U+0000][U+001B]b[U+0085]'],
    ['blanks of no width', '株\u200B式\uFEFF会社', '株[U+200B]式[U+FEFF]会社'],
    ['a filler that looks like nothing', '\u3164', '[U+3164]'],
    ['tag characters beyond the BMP', 'a\u{E0041}', 'a[U+E0041]'],
    ['half a surrogate pair', 'a\uD842b', 'a[U+D842]b'],
    ['line and paragraph separators', 'a\u2028b\u2029', 'a[U+2028]b[U+2029]'],
  ])('writes out %s', (_, text, expected) => {
    expect(toVisibleText(text)).toBe(expected);
  });

  test.each([
    ['characters beyond the BMP and variation selectors', '株式会社𠮷野 髙橋﨑𩸽 辻\u{E0100} 神\uFE00'],
    ['lines and tabs', '備考:\n\t来月から'],
    ['joiners', 'क्\u200Dष می\u200Cخواهم'],
    ['markup, which is only text', '<script>alert(1)</script>'],
  ])('leaves %s alone', (_, text) => {
    expect(toVisibleText(text)).toBe(text);
  });
});

describe('toShortText', () => {
  test.each([
    ['as long as allowed', '𠮷𠮷𠮷', '𠮷𠮷𠮷'],
    ['one too long', '𠮷𠮷𠮷野', '𠮷𠮷𠮷…'],
    ['many too long', 'あ'.repeat(100_000), 'あああ…'],
    ['lines', 'あ\n\tい', 'あ い'],
    ['hidden characters count once', '\u202E\u202E\u202E', '[U+202E][U+202E][U+202E]'],
  ])('%s', (_, text, expected) => {
    expect(toShortText(text, 3)).toBe(expected);
  });
});
