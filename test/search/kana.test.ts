import { describe, expect, test } from 'vitest';
import { grammar } from '../../src/search/grammar.ts';
import { stemsOf } from '../../src/search/inflect.ts';
import { isAllGrammar, readKana, toKanaWords, writeKana } from '../../src/search/kana.ts';

const words = toKanaWords(
  [
    ['なふだ', '名札'],
    ['かいぎ', '会議'],
    ['しつ', '室'],
    ['かんせん', '感染'],
    ['すてる', '捨てる'],
    ['ほかん', '保管'],
  ],
  ['なくす', 'あやしい'],
);
const loanOf = (kana: string) => ({ うぃるす: 'ウイルス', ばっくあっぷ: 'バツクアツプ' })[kana];
const written = (asked: string) => writeKana(asked, words, loanOf).text.replace(/ +/g, ' ').trim();

test.each([
  ['なくす', ['なくし', 'なくさ', 'なくせ']],
  ['すてる', ['すて', 'すてれ']],
  ['もちかえる', ['もちかえっ', 'もちかえら']],
  ['あやしい', ['あやしく', 'あやしかっ']],
])('%s begins its forms with %j', (base, forms) => {
  expect(stemsOf(base)).toEqual(expect.arrayContaining(forms));
});

describe('hiragana', () => {
  test.each([
    ['なふだ', '名札'],
    ['うぃるすにかんせんしたら', 'ウイルス 感染'],
    ['かいぎしつ', '会議室'],
    ['ばっくあっぷのほかん', 'バツクアツプ 保管'],
    ['スマホなくしちゃった', 'スマホ なくす'],
    ['書類すてたい', '書類 捨てる'],
  ])('%s is read as %s', (asked, text) => {
    expect(written(asked)).toBe(text);
  });

  test('that hangs words together stays out of the way', () => {
    expect(written('捨てたいときはどうすればいいですか')).toBe('捨てたいときはどうすればいいですか');
    for (const kana of ['するとき', 'しなければならない', 'について'])
      expect(isAllGrammar(kana, false, words), kana).toBe(true);
  });

  test('that spells nothing is named, and no word is made of it by chance', () => {
    expect(writeKana('はらすめんと', words, loanOf).unread).toEqual(['はらすめんと']);
    expect(readKana('ゆゆゆゆゆゆ', false, words, loanOf)).toBeUndefined();
  });

  test('of any length is read in a moment', () => {
    const start = performance.now();
    for (const kana of ['あ', 'なくす', 'かいぎ', 'の']) writeKana(kana.repeat(3000), words, loanOf);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test('no piece of grammar is empty', () => {
  expect(grammar.filter((word) => word === '')).toEqual([]);
});
