import { expect, test } from 'vitest';
import type { Library } from '../../../src/core/regulation/library.ts';
import { openTexts } from '../../../src/site/word-index/find-places.ts';
import { shareLibrary } from '../../support/share-library.ts';

/** The texts of a library that has one sentence under each heading. */
async function openSentences(sentences: readonly string[]) {
  const library: Library = await shareLibrary('test/fixtures/content');
  const [sample] = library.provisions.values();
  if (!sample) throw new Error('The fixture has no provision.');
  const provisions = sentences.map((text, at): [string, typeof sample] => {
    const section = [{ anchor: `${at}-h`, number: `${at}.`, caption: '' }];
    return [`${at}`, { ...sample, text, section, url: `#${at}`, label: `${at}.`, caption: '' }];
  });
  return openTexts({ provisions: new Map(provisions), handbooks: library.handbooks });
}

test.each([
  ['USBメモリ', ['USB メモリ等を持ち出す。', 'USBメモリを壊す。', 'USB を使う。'], ['#0', '#1']],
  ['NASサーバー', ['NAS サーバに置く。', 'サーバーに置く。'], ['#0']],
  ['Web', ['Webサイトを見る。', 'WebAPI'], ['#0']],
])('%s stands where its letters are set off, too', async (word, sentences, urls) => {
  const find = await openSentences(sentences);
  expect(find(word).map(({ url }) => url)).toEqual(urls);
});

test.each([
  ['業者', ['事業者は届け出る。', '業者を選ぶ。', '個人情報取扱事業者である。', '清掃業者が入る。'], ['#1', '#3']],
  ['消す', ['データを抹消する。', '灯りを消す。'], ['#1']],
  ['社員', ['派遣社員を含む。', '社員が行う。'], ['#0', '#1']],
  ['incident', ['incident@example.co.jp へ送る。', 'incident を報告する。'], ['#1']],
])('%s is found alone where it is a word of its own', async (word, sentences, urls) => {
  const find = await openSentences(sentences);
  expect(find(word, true).map(({ url }) => url)).toEqual(urls);
});
