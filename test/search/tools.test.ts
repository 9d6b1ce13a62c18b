import { expect, test } from 'vitest';
import type { ListedTool } from '../../src/search/index-file.ts';
import { toQuestion } from '../../src/search/question.ts';
import { findTools, readTools } from '../../src/search/tools.ts';

const vocabulary = { loans: [], kanaWords: [], synonyms: {}, clients: {} };
const read = (said: string) => toQuestion(said, vocabulary);

/** A tool with what people say of it, read as their questions are. */
function toTool(title: string, says: readonly string[], isUrgent = false): ListedTool {
  const asks = [title, ...says].map((said): [string] => [
    read(said)
      .units.map(({ text }) => text)
      .join(' '),
  ]);
  return { kind: 'decision', title, path: `${title}/`, handbook: '', asks, ...(isUrgent && { isUrgent }) };
}

const tools = readTools([
  toTool('事故対応', ['電車に忘れた', 'FAXの番号を間違えた', '画面に警告が出た', 'データが消えた', '紛失'], true),
  toTool('送り方', ['FAXで送る', '郵送する']),
  toTool('処分', ['データを消す', '書類を捨てる']),
  // Words that several tools have are of no accident by themselves.
  ...['移行', '複製', '保管'].map((title) => toTool(title, ['データを消すとき'])),
  ...Array.from({ length: 20 }, (_, at) => toTool(`様式${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${at}`, ['書類を書く'])),
]);
const titlesOf = (asked: string) => findTools(read(asked), tools).map(({ tool }) => tool.title);

test.each([
  ['紛失した', '事故対応'],
  ['鍵の紛失', '事故対応'],
  ['電車に鞄を忘れた', '事故対応'],
  ['FAXを間違えた', '事故対応'],
  ['FAX', '送り方'],
  ['データを消したい', '処分'],
])('「%s」 leads to %s', (asked, title) => {
  expect(titlesOf(asked)[0]).toBe(title);
});

test.each(['電車通勤の届', '画面の広さ', '番号の通知'])(
  '「%s」 names what an accident may happen to, and none',
  (asked) => {
    expect(titlesOf(asked)).toEqual([]);
  },
);
