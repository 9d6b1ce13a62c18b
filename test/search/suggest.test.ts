import { describe, expect, test } from 'vitest';
import { nearTerms, suggest } from '../../src/search/suggest.ts';

const words = ['情報', '当社', '出張旅費', '旅券', '業務委託契約', 'パスワード', 'パスワードの設定', '初期パスワード'];

describe('suggest', () => {
  test('goes on from what is typed, in any width, words that begin so first', () => {
    expect(suggest('ﾊﾟｽ', words, 6)).toEqual(['パスワード', 'パスワードの設定', '初期パスワード']);
  });

  test('goes on from the last word and leaves the others', () => {
    expect(suggest('練馬区 旅', words, 6)).toEqual([]);
    expect(suggest('練馬区 旅費', words, 6)).toEqual(['練馬区 出張旅費']);
  });
});

describe('nearTerms', () => {
  test('names what shares half of its pairs of letters', () => {
    expect(nearTerms('出張の旅費', words, 8)).toEqual(['出張旅費']);
    expect(nearTerms('委託先契約', words, 8)).toEqual(['業務委託契約']);
  });

  test('names nothing where one pair in many is shared, or none', () => {
    expect(nearTerms('zzqqxx', words, 8)).toEqual([]);
    expect(nearTerms('契約社員の休暇', words, 8)).toEqual([]);
  });

  test('names no more than asked for', () => {
    expect(nearTerms('パスワード', words, 2)).toHaveLength(2);
  });
});
