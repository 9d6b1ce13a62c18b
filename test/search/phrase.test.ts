import { describe, expect, test } from 'vitest';
import { findPhraseIn, hasPhrase, toPhrase } from '../../src/search/phrase.ts';
import { toRuns } from '../../src/search/tokens.ts';

const found = (phrase: string, text: string) =>
  findPhraseIn(text, toPhrase(phrase, [])).map(([start, end]) => text.slice(start, end));

describe('findPhraseIn', () => {
  test.each([
    ['パスワード', 'ﾊﾟｽﾜｰﾄﾞを変える。', ['ﾊﾟｽﾜｰﾄﾞ']],
    ['取扱い', '取り扱い規程により取り扱う。', ['取り扱']],
    ['取り扱い', '取扱規程と取扱いと', ['取扱', '取扱い']],
    ['紙を捨てる', '紙を捨てる。紙は捨てない。', ['紙を捨てる']],
    ['鍵', '暗号鍵をかぎで', ['鍵', 'かぎ']],
    ['AI', 'AIとemail、ai', ['AI', 'ai']],
    ['1', '16条の1、1台', ['1', '1']],
    ['USB メモリ', 'USBメモリとUSB メモリ', ['USBメモリ', 'USB メモリ']],
    ['.*', '何でも', []],
  ])('%s in %s', (phrase, text, expected) => {
    expect(found(phrase, text)).toEqual(expected);
  });
});

test('a phrase does not reach from one text into the next', () => {
  const entry = { anchor: 'a', label: '第1条', caption: '持出し', text: '管理する。', kind: 'must', roles: [] };
  const record = { headings: ['個人情報'], entries: [entry] };
  expect(hasPhrase(record, toPhrase('持出し', []))).toBe(true);
  expect(hasPhrase(record, toPhrase('個人情報第1条', []))).toBe(false);
});

test('the index is asked only for what every text with the phrase has', () => {
  const loans = ['メモリ', 'フラツシユメモリ', 'サバ'];
  const texts = [
    '暗号鍵の管理',
    '第2号室の鍵',
    'USBメモリ',
    'フラッシュメモリを使う',
    '取扱規程',
    '個人情報を取り扱う',
  ];
  for (const text of texts) {
    const terms = toRuns(text, []).flatMap((run) => run.terms);
    const { length } = text;
    for (let start = 0; start < length; start++) {
      for (let end = start + 1; end <= length; end++) {
        const phrase = toPhrase(text.slice(start, end), loans);
        if (findPhraseIn(text, phrase).length === 0) continue;
        for (const trace of phrase.traces)
          expect(
            trace.some((term) => terms.includes(term)),
            `${phrase.text} in ${text}`,
          ).toBe(true);
      }
    }
  }
  expect(toPhrase('個人情報', loans).traces).toHaveLength(3);
});
