import { beforeAll, describe, expect, test } from 'vitest';
import type { IndexRow, ShownEntry } from '../../../src/core/word-index/entries.ts';
import { makeIndex } from '../../../src/site/word-index/make-index.ts';
import { openReading, type ReadingAloud } from '../../../src/site/word-index/read-aloud.ts';
import { headLabel, shortLabel } from '../../../src/site/word-index/short-label.ts';
import { toHeadword } from '../../../src/site/word-index/to-headword.ts';
import { shareLibrary } from '../../support/share-library.ts';

const root = 'test/fixtures/content';

describe('makeIndex', () => {
  let rows: IndexRow[];
  beforeAll(async () => {
    rows = await makeIndex(await shareLibrary(root), root);
  });
  const entries = () => rows.flatMap(({ entries }) => entries);
  const find = (word: string): ShownEntry | undefined => entries().find((entry) => entry.word === word);

  test('has every decision, check list, form and document under its title', async () => {
    const { decisions, checklists, forms, handbooks } = await shareLibrary(root);
    const titles = [
      ...[...decisions, ...forms].map(({ definition }) => definition.title),
      ...checklists.map(({ title }) => title),
      ...handbooks.map(({ source }) => source.title),
    ];
    expect(titles.length).toBeGreaterThan(4);
    expect(titles.filter((title) => find(title) === undefined)).toEqual([]);
  });

  test('leads from a defined term to the place that defines it first', async () => {
    const { glossary } = await shareLibrary(root);
    expect(glossary.length).toBeGreaterThan(0);
    for (const { term, url } of glossary) {
      expect([term, glossary.some((one) => one.term === term && one.url === find(term)?.places[0]?.url)]).toEqual([
        term,
        true,
      ]);
      expect(url).toContain('#');
    }
  });

  test('shows few places, tells how many more there are, and leads from what people say to what the texts say', () => {
    expect(Math.max(...entries().map(({ places }) => places.length))).toBe(3);
    expect(entries().some(({ more }) => more > 0)).toBe(true);
    const said = entries().filter(({ places }) => places.length === 0);
    expect(said.length).toBeGreaterThan(10);
    for (const { see } of said) for (const word of see) expect(find(word)?.isSought).toBe(true);
  });
});

describe('openReading', () => {
  let aloud: ReadingAloud;
  beforeAll(async () => {
    aloud = await openReading({ 別添: 'べってん', 入退室: 'にゅうたいしつ', 甲: 'こう' });
  });

  test.each([
    ['情報取扱者名簿', 'じょうほうとりあつかいしゃめいぼ'],
    ['練馬区', 'ねりまく'],
    ['USBメモリの廃棄', 'USBめもりのはいき'],
    ['計画書（別添1）', 'けいかくしょ（べってん1）'],
    ['入退室の記録', 'にゅうたいしつのきろく'],
    ['甲', 'こう'],
    ['甲板', 'かんぱん'],
    ['龘', '龘'],
  ])('%s is read %s', (word, reading) => {
    expect(aloud.read(word)).toBe(reading);
  });

  test.each([
    ['個人情報の保管', true],
    ['クリアデスク・クリアスクリーン', true],
    ['パソコンを捨てる', false],
    ['だれがどの役割か', false],
    ['自分の', false],
  ])('%s is a name: %s', (word, expected) => {
    expect(aloud.isName(word)).toBe(expected);
  });

  test('自分の wants something after it', () => {
    expect(aloud.isOpen('自分の')).toBe(true);
    expect(aloud.isOpen('自分')).toBe(false);
  });
});

test.each([
  ['「情報システム」とは', '情報システム'],
  ['誓約書について', '誓約書'],
  ['【コメント】', 'コメント'],
  ['指定された書面（様式の記載なし）', '指定された書面'],
  ['LGWAN 端末の管理', 'LGWAN端末の管理'],
  ['施錠、管理記録', undefined],
  ['〇〇監視ツール', undefined],
  ['（確保すべき体制）', '確保すべき体制'],
])('toHeadword: %s as %s', (caption, word) => {
  expect(toHeadword(caption)).toBe(word);
});

test.each([
  ['4章 9.3 アカウント名（特権アカウント）箇条1', '9.3', '4章 9.3'],
  ['第16条第2号', '第16条', '第16条第2号'],
  ['1章 3. ＜専門機関＞ IPA', '', '1章 3. ＜専門機関＞ IPA'],
])('shortLabel: %s under %s as %s', (label, number, short) => {
  expect(shortLabel(label, number)).toBe(short);
  if (number) expect(headLabel(label, number)).toBe(label.slice(0, label.indexOf(number)) + number);
});

test('headLabel: of a heading without a number, the first part of a label under it', () => {
  expect(headLabel('1章 3. ＜専門機関＞ IPA', '')).toBe('1章');
  expect(headLabel('改定履歴 平成27年4月1日', '')).toBe('改定履歴');
  expect(headLabel('9-1（機密保持）3.(7)', '')).toBe('9-1');
});
