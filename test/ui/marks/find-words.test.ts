import { describe, expect, test } from 'vitest';
import { findWords } from '../../../src/ui/marks/find-words.ts';
import { describePlace } from '../../../src/ui/marks/words.ts';

function marked(text: string, words: string[]): string[] {
  return findWords(text, words).map(([start, end]) => text.slice(start, end));
}

describe('findWords', () => {
  test.each([
    ['width and half-width kana', 'ﾊﾟｽﾜｰﾄﾞとＦＡＸ', ['パスワード', 'fax'], ['ﾊﾟｽﾜｰﾄﾞ', 'ＦＡＸ']],
    ['spellings of a loan word', 'ウィルスとウイルス', ['ウイルス'], ['ウィルス', 'ウイルス']],
    ['okurigana inside a compound', '取り扱いと取扱い', ['取扱い'], ['取り扱い', '取扱い']],
    ['漏えい and 漏洩', '情報漏えいと漏洩', ['漏えい'], ['漏えい', '漏洩']],
    ['what overlaps as one', '個人情報保護', ['個人情報', '情報保護'], ['個人情報保護']],
    ['the beginning of a Latin word, and not its middle', 'AI、AIM、MAIL', ['ai'], ['AI', 'AI']],
    ['a single kanji only where it stands alone', '区は区域を区切る。鍵', ['区', '鍵'], ['区', '鍵']],
    ['no number inside a longer one', '6文字と16文字', ['6文字'], ['6文字']],
    ['letters beyond the BMP', '𠮷田の印', ['𠮷田'], ['𠮷田']],
    ['nothing for words of nothing', '規程', ['', ' '], []],
  ])('%s', (_, text, words, expected) => {
    expect(marked(text, words)).toEqual(expected);
  });
});

describe('describePlace', () => {
  test('names the words, at most three, and where the reader is', () => {
    expect(describePlace(['パスワード'], 2, 12)).toBe('「パスワード」 3 / 12');
    expect(describePlace(['a', 'b', 'c', 'd'], 0, 4)).toBe('「a」「b」「c」など 1 / 4');
  });
});
