import { describe, expect, test } from 'vitest';
import { areStates, type Kind, readKind } from '../../../src/importer/list/answer-kind.ts';

const one = (...options: string[]): Kind => ({ kind: 'one', options });
const several = (...options: string[]): Kind => ({ kind: 'several', options });
const state: Kind = { kind: 'state' };
const number = (unit?: string): Kind => (unit ? { kind: 'number', unit } : { kind: 'number' });

test.each<[string, Kind | undefined]>([
  ['○×', state],
  ['○・△・×', state],
  ['〇／✕／－', state],
  ['実施済み・未実施・対象外', state],
  ['実施\n一部実施\n未実施', state],
  ['はい・いいえ', one('はい', 'いいえ')],
  ['はい　いいえ', one('はい', 'いいえ')],
  ['有 / 無', one('有', '無')],
  ['（はい・いいえ）', one('はい', 'いいえ')],
  ['A／B／C', one('A', 'B', 'C')],
  ['1〜5', one('1', '2', '3', '4', '5')],
  ['０～３', one('0', '1', '2', '3')],
  ['５段階評価', one('1', '2', '3', '4', '5')],
  ['□紙　□USBメモリ　□クラウド', several('紙', 'USBメモリ', 'クラウド')],
  ['□有 □無（いずれか1つ）', one('有', '無（いずれか1つ）')],
  ['（　　　）人', number('人')],
  ['＿＿＿％', number('%')],
  ['台', number('台')],
  ['数値', number()],
  ['人数', number('人')],
  ['　　年　　月　　日', { kind: 'date' }],
  ['yyyy/mm/dd', { kind: 'date' }],
  ['日付', { kind: 'date' }],
  ['自由記述', { kind: 'text' }],
  ['', undefined],
  ['総務部', undefined],
  ['規程を作り、全員に配っている。毎年見直している。', undefined],
])('an answer’s cell with 「%s」', (text, kind) => {
  expect(readKind(text)).toEqual(kind);
});

describe('areStates', () => {
  test.each([
    [['○', '×'], true],
    [['済', '未'], true],
    [['実施済', '実施中', '未実施', '該当なし'], true],
    [['はい', 'いいえ'], false],
    [['○', '△'], false],
    [['○', '◎', '×'], false],
    [['○', '×', 'その他'], false],
  ])('%j: %s', (options, are) => {
    expect(areStates(options)).toBe(are);
  });
});
