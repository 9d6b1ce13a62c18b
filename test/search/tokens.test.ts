import { describe, expect, test } from 'vitest';
import { fold } from '../../src/search/fold.ts';
import { toRuns } from '../../src/search/tokens.ts';

const termsOf = (text: string) => toRuns(text, []).flatMap((run) => run.terms);

describe('toRuns', () => {
  test.each([
    ['ﾊﾟｽﾜｰﾄﾞ', 'パスワード'],
    ['ウィルス', 'ウイルス'],
    ['ｳｲﾙｽ', 'ウイルス'],
    ['サーバ', 'サーバー'],
    ['サーバルーム', 'サーバールーム'],
    ['ユーザ', 'ユーザー'],
    ['スマートホン', 'スマートフォン'],
    ['ディジタル', 'デジタル'],
    ['ＦＡＸ', 'fax'],
    ['取り扱い規程', '取扱規程'],
    ['持ち出し', '持出し'],
    ['漏洩', '漏えい'],
    ['改竄', '改ざん'],
    ['ぜい弱性', '脆弱性'],
    ['Wi-Fi', 'wifi'],
    ['第十六条', '第16条'],
    ['16条', '第１６条'],
    ['第二十一条第二号', '第21条第2号'],
    ['９−２', '9-2'],
    ['9ー2', '9-2'],
    ['別添２', '別添2'],
    ['６章３．１', '6章 3.1'],
  ])('%s and %s are the same words', (one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other));
    expect(termsOf(one)).not.toEqual([]);
  });

  test.each([
    ['第1条', '第16条'],
    ['9-2', '9-1'],
    ['5.2', '5.2.1'],
    ['第2項', '第2号'],
    ['鍵', '錠'],
    ['別添1', '別紙1'],
  ])('%s and %s are not', (one, other) => {
    expect(termsOf(one)).not.toEqual(termsOf(other));
  });

  test('takes grammar for nothing and a listed word for a word', () => {
    expect(toRuns('漏えいのおそれがある', ['おそれ']).filter(({ terms }) => terms.length > 0)).toMatchObject([
      { text: '漏洩' },
      { text: 'おそれ' },
    ]);
    expect(termsOf('しなければならない')).toEqual([]);
  });

  test('gives Pagefind words that it does not take apart', () => {
    const terms = termsOf('第16条 情報 USBメモリ Windows11 2026年 5.2.1 𠮷野 ῥ');
    expect(terms.filter((term) => !/^[a-z]+$/.test(term))).toEqual([]);
  });

  test('knows where each word stood before folding', () => {
    const text = 'ﾊﾟｽﾜｰﾄﾞの取り扱い';
    const spans = toRuns(text, []).flatMap((run) => run.spans);
    expect(spans.map(([start, end]) => text.slice(start, end))).toEqual(['ﾊﾟｽﾜｰﾄﾞ', '取り扱']);
  });
});

describe('fold', () => {
  test('is done after one time', () => {
    for (const text of ['サーバールームのｳｨﾙｽ対策を取り扱う', '第１６条の２', '漏洩・改竄・毀損', 'キー']) {
      expect(fold(fold(text).text).text).toBe(fold(text).text);
    }
  });
});
