import type { CellSpec, SheetSpec } from '../../support/xlsx.ts';

/*
 * Sixty invented questions with what lists from real offices are made of: a title and sentences above the table, a head of
 * two rows, merged categories of two levels, a head printed again, notes, parts of questions, numbers that became dates,
 * rich texts with readings, and answers of every kind, said in as many ways.
 */

const questions: readonly [
  number: CellSpec,
  text: CellSpec,
  answer?: CellSpec,
  evidence?: CellSpec,
  note?: CellSpec,
][] = [
  [
    '1-1',
    { rich: ['情報セキュリティの', '責任者', 'を決めている。'], ruby: 'ジョウホウ' },
    undefined,
    '体制図',
    '口頭で決めただけのものは除く',
  ],
  [{ serial: 46024, format: 'm-d' }, '責任者の役割を文書に書いている。', undefined, '任命書\n職務分掌表'],
  ['1-3', '規程を最後に改定した日'],
  ['1-4', '情報を扱う従業員は何人ですか。'],
  ['1-5', { inline: '次のうち、点検しているものをすべて選んでください。' }, '□入退室　□端末　□書類'],
  ['1-6', '点検の頻度', '毎月／四半期／毎年／していない'],
  ['1-7', { text: '体制について、ご意見を自由に記入してください。', ruby: 'タイセイ' }],
  ['1-8', '連絡先の一覧を掲示している。', undefined, undefined, '電話番号のほか、\n夜間の連絡先も書く'],
];

const cells: Record<string, CellSpec> = {
  A1: '委託先 情報管理 確認票（2026年度）',
  A2: '委託を受けた会社の担当者が、毎年4月に記入します。',
  A3: '会社名：＿＿＿＿＿＿',
  A5: 'No.',
  B5: '分　類',
  D5: '確認項目',
  E5: '回　答',
  F5: '証跡\n（例）',
  G5: '補足・判断基準',
  H5: '回答者',
  B6: '大項目',
  C6: '中項目',
};
const merges = ['A1:G1', 'A5:A6', 'B5:C5', 'D5:D6', 'E5:E6', 'F5:F6', 'G5:G6', 'H5:H6', 'B7:B14', 'C7:C10', 'C11:C14'];
for (const [index, [number, text, answer, evidence, note]] of questions.entries()) {
  const row = index + 7;
  Object.assign(cells, { [`A${row}`]: number, [`D${row}`]: text });
  if (answer !== undefined) cells[`E${row}`] = answer;
  if (evidence !== undefined) cells[`F${row}`] = evidence;
  if (note !== undefined) cells[`G${row}`] = note;
}
Object.assign(cells, { B7: '１．組織', C7: '体制', C11: '点検' });

// Plain questions, ten to a category that only its first row names; a head in between, as printed pages repeat it.
const middle = ['人', '物', '技術', '委託'];
let row = 15;
for (const [place, category] of middle.entries()) {
  cells[`B${row}`] = `${'２３４５'[place]}．${category}の管理`;
  for (let index = 1; index <= 10; index++, row++) {
    cells[`A${row}`] = `${place + 2}-${index}`;
    cells[`D${row}`] = `${category}の決まり${index}を、担当者に知らせている。`;
    if (index === 1) cells[`C${row}`] = '周知';
  }
  if (place === 1) {
    Object.assign(cells, {
      [`A${row}`]: 'No.',
      [`B${row}`]: '分　類',
      [`D${row}`]: '確認項目',
      [`E${row}`]: '回　答',
      [`F${row}`]: '証跡（例）',
      [`G${row}`]: '補足・判断基準',
      [`H${row}`]: '回答者',
    });
    row++;
  }
}
export const afterMiddle = row;

const [a, b, c, d, e, f, g] = Array.from({ length: 12 }, (_, index) => row + index);
Object.assign(cells, {
  [`A${a}`]: '■ ６．事故への備え',
  [`A${b}`]: '6-1',
  [`D${b}`]: '事故が起きたとき、次のことを決めている。',
  [`D${c}`]: '① 最初に連絡する相手',
  [`D${d}`]: '② 連絡するまでの時間',
  [`D${e}`]: '※ 委託元への連絡を含む。',
  [`A${f}`]: '6-2',
  [`D${f}`]: '昨年度の事故は何件ですか。',
  [`E${f}`]: '（　　）件',
  [`A${g}`]: '6-3',
  [`D${g}`]: '訓練の受講率',
  [`E${g}`]: '　　％',
  [`A${row + 7}`]: '6-4',
  [`D${row + 7}`]: '訓練の評価',
  [`E${row + 7}`]: '1〜5',
  [`A${row + 8}`]: '6-5',
  [`D${row + 8}`]: '再委託はありますか。',
  [`H${row + 8}`]: '総務部',
  [`A${row + 9}`]: '6-6',
  [`D${row + 9}`]: '隠した問い',
  [`A${row + 10}`]: '6-6',
  [`D${row + 10}`]: '事故の記録を、3年間残している。',
  [`G${row + 10}`]: { error: '#REF!' },
  [`A${row + 13}`]: '※ この票は、委託元の指示があったときに提出する。',
});
merges.push(`A${a}:G${a}`);

/** The sheet with the list; 54 questions with a number, 2 parts of one. */
export const sixtyRows: SheetSpec = {
  name: '確認票',
  cells,
  merges,
  validations: [
    { at: `E7 E15:E${afterMiddle - 1} E${row + 10}`, formula: '"○,△,×,－"' },
    { at: `E${row + 8}`, formula: '選択肢!$A$1:$A$3' },
    { at: 'E10', type: 'whole', operator: 'greaterThanOrEqual', formula: '0' },
  ],
  hiddenRows: [row + 9],
};

export const otherSheets: readonly SheetSpec[] = [
  { name: '選択肢', cells: { A1: 'ある', A2: 'ない', A3: '検討中' } },
  { name: '記入要領', cells: { A1: 'この票の書き方', A2: '○か×を選ぶ。' } },
  {
    name: '旧版',
    hidden: true,
    cells: { A1: 'No', B1: '質問', C1: '回答', A2: 1, B2: '鍵を掛けていますか。', C2: 'はい・いいえ' },
  },
];
