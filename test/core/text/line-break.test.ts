import { describe, expect, test } from 'vitest';
import { breakLines } from '../../../src/core/text/line-break.ts';

/** Full-width characters are 2 wide, ASCII and half-width kana 1, marks and selectors 0. */
function measure(text: string): number {
  return Array.from(text).reduce((width, character) => {
    if (/\p{M}/u.test(character)) return width;
    return width + (/[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 1 : 2);
  }, 0);
}

const breakAt = (text: string, width: number): string[] => breakLines(text, width, measure);

describe('breakLines', () => {
  test.each([
    ['行頭に句点を置かない', 'あいうえ。お', 8, ['あいう', 'え。お']],
    ['行頭に閉じ括弧を置かない', 'あい（う）え', 8, ['あい', '（う）え']],
    ['行頭に小書きのかなを置かない', 'あいうキャノン', 8, ['あいう', 'キャノン']],
    ['行頭に長音を置かない', 'あいサーバー', 6, ['あい', 'サー', 'バー']],
    ['行末に開き括弧を置かない', 'あいう「え」', 8, ['あいう', '「え」']],
    ['三点リーダー二つを分けない', 'あいう……え', 8, ['あいう', '……え']],
    ['ダッシュ二つを分けない', 'あいう――え', 8, ['あいう', '――え']],
    ['半角の単語を分けない', 'あいう USB123 メモリ', 10, ['あいう ', 'USB123 ', 'メモリ']],
    ['全角の数字を分けない', 'あいう１２３', 8, ['あいう', '１２３']],
    ['金額を記号と分けない', 'あいう￥1,000え', 8, ['あいう', '￥1,000', 'え']],
    ['数と単位を分けない', '予定日は31日まで', 10, ['予定日は', '31日まで']],
    ['時刻を分けない', '持ち出しは14時05分', 16, ['持ち出しは', '14時05分']],
    ['日付を分けない', '予定日 2027年1月31日', 16, ['予定日 ', '2027年1月31日']],
    ['和暦の日付は、入らなければ年の後で分ける', '令和8年11月1日 14時05分', 12, ['令和8年', '11月1日 ', '14時05分']],
    ['元年を分けない', 'あいう平成元年', 10, ['あいう', '平成元年']],
    ['末行を一、二字にしない', 'あいうえおかきくけこ。', 20, ['あいうえおかきく', 'けこ。']],
    ['末行が三字ならそのまま', 'あいうえおかきくけこさし。', 20, ['あいうえおかきくけこ', 'さし。']],
    ['短い行からは送らない', 'あいうえお。', 8, ['あいうえ', 'お。']],
    ['半角の濁点を分けない', 'ｱｲｶﾞ', 3, ['ｱｲ', 'ｶﾞ']],
    ['ベトナム語の語を分けない', '担当Nguyễn Thị', 8, ['担当', 'Nguyễn ', 'Thị']],
    ['分解した語も分けない', '担当Nguyễn'.normalize('NFD'), 8, ['担当', 'Nguyễn'.normalize('NFD')]],
    ['キリル文字の語を分けない', '契約先Информационная', 30, ['契約先', 'Информационная']],
    ['ギリシャ文字の語を分けない', 'あいΕταιρεία', 18, ['あい', 'Εταιρεία']],
    ['省略符のある語を分けない', 'あいl’avenir', 10, ['あい', 'l’avenir']],
    ['改行は行を変える', 'あ\nい\n\nう', 8, ['あ', 'い', '', 'う']],
    ['空の文は一行', '', 8, ['']],
    ['行末の空白はぶら下げる', 'ああああ　い', 8, ['ああああ　', 'い']],
    ['行頭の空白は残す', '　あい', 8, ['　あい']],
  ])('%s', (_, text, width, lines) => {
    expect(breakAt(text, width)).toEqual(lines);
  });

  test('a word wider than the line is cut between characters, and starts on the line it stands on', () => {
    expect(breakAt('あhttps://example.jp/a', 8)).toEqual(['あhttps:', '//exampl', 'e.jp/a']);
  });

  test('what is wider than a line keeps its marks where they may stand', () => {
    expect(breakAt('あああ（https://example.jp/abcdef）。あ', 8)).toEqual([
      'あああ',
      '（https:',
      '//exampl',
      'e.jp/abc',
      'def）。',
      'あ',
    ]);
  });

  test('a base and its variation selector or combining mark are one character', () => {
    expect(breakAt('辻\u{e0100}辻\u{e0100}か\u3099か\u3099', 4)).toEqual([
      '辻\u{e0100}辻\u{e0100}',
      'か\u3099か\u3099',
    ]);
    expect(breakAt('𠮷𠮷𠮷', 4)).toEqual(['𠮷𠮷', '𠮷']);
  });

  test('a run of marks that may not begin a line is still cut at the edge', () => {
    expect(breakAt('。'.repeat(10), 8)).toEqual(['。。。。', '。。。。', '。。']);
  });

  test('nothing is lost and no line is wider than asked, on a long mixed text', () => {
    const text = '（例）第16条、「持ち出し」は…… USBメモリ・ＰＣを含む。ﾊﾟｽﾜｰﾄﾞは12文字以上―― ￥1,000。'.repeat(40);
    for (let width = 2; width <= 60; width++) {
      const lines = breakAt(text, width);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(measure(line.trimEnd())).toBeLessThanOrEqual(width);
    }
  });
});
