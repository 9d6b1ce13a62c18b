import { expect, test } from 'vitest';
import { findTable } from '../../../src/importer/list/find-table.ts';
import { readCsv } from '../../../src/importer/list/read-csv.ts';

const sheetOf = (csv: string) => readCsv(new TextEncoder().encode(csv), '表');

test.each([
  ['No.,大項目,中項目,確認項目,回答,証跡,備考', 'number category category question answer evidence guidance'],
  ['№,分類,設問,ご回答,エビデンス,補足説明', 'number category question answer evidence guidance'],
  ['項番,カテゴリー,チェック内容,評価（1〜5）,確認資料,判断基準', 'number category question answer evidence guidance'],
  ['番号,区分,質問事項,はい／いいえ,記入例', 'number category question other guidance'],
  ['#,領域,要求事項,実施状況,記録,解説', 'number category question answer evidence guidance'],
  ['No,項目,内容,結果,コメント', 'number category question answer guidance'],
  ['No,項目,評価', 'number question answer'],
  ['No.,確認項目,確認内容,判定,備考', 'number category question answer guidance'],
  ['設問番号,設問,回答形式,選択肢,単位', 'number question kind options unit'],
  ['Ｎｏ．,★点検項目,点検結果,担当者', 'number question answer other'],
  ['管理番号,チェク項目,実施有無', 'number question answer'],
  ['通番,情報セキュリティ対策の確認項目,対応状況,改善予定', 'number question answer other'],
])('%s', (head, roles) => {
  const table = findTable(sheetOf(`題名\n\n${head}\n1,a,b,c,d,e,f\n`));
  expect(table).toMatchObject({ top: 3, first: 4 });
  expect(table?.columns.map(({ role }) => role).join(' ')).toBe(roles);
});

test.each([
  ['sentences', 'この票は毎年提出します。,回答は総務部へ。\nよろしくお願いします。,a'],
  ['a list of names', '氏名,部署\n見本花子,総務部'],
  ['one column', '確認項目\n鍵を掛けている。'],
  ['nothing', ''],
])('%s are no table', (_, csv) => {
  expect(findTable(sheetOf(csv))).toBeUndefined();
});
