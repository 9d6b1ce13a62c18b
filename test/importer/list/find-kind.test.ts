import { describe, expect, test } from 'vitest';
import { type ImportedList, importList } from '../../../src/importer/list/import-list.ts';
import { makeXlsx, type SheetSpec } from '../../support/xlsx.ts';

function importQuestions(
  questions: readonly string[],
  { answers = [], ...more }: Partial<SheetSpec> & { answers?: readonly string[] } = {},
): ImportedList {
  const rows = questions.flatMap((question, index): [string, string | number][] => [
    [`A${index + 2}`, index + 1],
    [`B${index + 2}`, question],
    ...(answers[index] ? [[`C${index + 2}`, answers[index]] as [string, string]] : []),
  ]);
  const cells = {
    A1: 'No.',
    B1: '確認項目',
    C1: '回答',
    D1: '備考',
    E1: '回答者',
    ...Object.fromEntries(rows),
    ...more.cells,
  };
  const bytes = makeXlsx([{ name: '点検表', ...more, cells }]);
  return importList({ name: '点検表.xlsx', bytes, id: 'tenken', before: new Map() });
}

function answersOf({ file }: ImportedList): unknown[] {
  return file.sections.flatMap(({ items }) => items.map(({ answer }) => answer));
}

const questions = [
  '鍵を掛けていますか。',
  '担当者は何人ですか。',
  '規程の最終改定日はいつですか。',
  '連絡の方法がありますか。',
  '媒体の数（本）',
  'メールの保存期間',
  '廃棄の方法はどれですか（細断／溶解）。',
  '責任者の氏名を記入してください。',
  '書類を片付けていますか。',
  '点検は何か月ごとに行っていますか。',
];

describe('a rule for the whole column', () => {
  const { diagnostics, ...imported } = importQuestions(questions, {
    validations: [{ at: 'C2:C11', formula: '"○,△,×,対象外"' }],
  });

  test('gives way to a question that surely asks for something else', () => {
    expect(answersOf({ ...imported, diagnostics })).toEqual([
      undefined,
      { kind: 'number', unit: '人' },
      { kind: 'date' },
      undefined,
      { kind: 'number', unit: '本' },
      undefined,
      { kind: 'one', options: ['細断', '溶解'] },
      { kind: 'text' },
      undefined,
      { kind: 'number', unit: 'か月' },
    ]);
  });

  test('and each difference is told with its number and its ground', () => {
    expect(
      diagnostics.map(({ kind, cell, message }) => [
        kind,
        cell,
        /^No\.\d+/.exec(message)?.[0],
        /（「(.*?)」）/.exec(message)?.[1],
      ]),
    ).toEqual([
      ['question-first', 'C3', 'No.2', '何人'],
      ['question-first', 'C4', 'No.3', 'いつ'],
      ['question-first', 'C6', 'No.5', '数(本)'],
      ['asks-otherwise', 'C7', 'No.6', '保存期間'],
      ['question-first', 'C8', 'No.7', 'どれ'],
      ['question-first', 'C9', 'No.8', '氏名'],
      ['question-first', 'C11', 'No.10', '何か月'],
    ]);
    expect(diagnostics[0]?.message).toMatchInlineSnapshot(
      `"No.2: 問いが数をたずねているので（「何人」）、列全体の「○・△・×・対象外」でなく、数（人）で答える問いにしました。違えば、answer の行を消してください。"`,
    );
    expect(diagnostics[3]?.message).toMatchInlineSnapshot(
      `"No.6: 問いは言葉をたずねているようですが（「保存期間」）、表の「○・△・×・対象外」に合わせて実施状況（○×）で答える問いにしました。違えば、answer に { kind: text } と書いてください。"`,
    );
  });

  test('with はい and いいえ as well; a question put back takes these', () => {
    const yesNo = importQuestions(questions.slice(0, 4), { validations: [{ at: 'C2:C5', formula: '"はい,いいえ"' }] });
    expect(answersOf(yesNo)[1]).toEqual({ kind: 'number', unit: '人' });
    expect(yesNo.diagnostics[0]?.message).toContain('answer に { kind: one, options: [はい, いいえ] }');
  });

  test('with options of its own stays', () => {
    const levels = importQuestions(['規程はどこにありますか。', '見直しの頻度', '教育の内容'], {
      validations: [{ at: 'C2:C4', formula: '"本社,支社,両方"' }],
    });
    expect(answersOf(levels)).toEqual(Array(3).fill({ kind: 'one', options: ['本社', '支社', '両方'] }));
    expect(levels.diagnostics).toEqual([]);
  });
});

test('a rule for single cells stays, and the difference is told', () => {
  const imported = importQuestions(questions, { validations: [{ at: 'C2:C3', formula: '"○,×"' }] });
  expect(answersOf(imported)[1]).toBeUndefined();
  expect(imported.diagnostics.map(({ kind, cell }) => [kind, cell])).toContainEqual(['asks-otherwise', 'C3']);
});

test('a rule for numbers where a question asks whether something is so is told', () => {
  const imported = importQuestions(['鍵を掛けていますか。', '担当者は何人ですか。'], {
    validations: [{ at: 'C2:C3', type: 'whole', operator: 'greaterThanOrEqual', formula: '0' }],
  });
  expect(answersOf(imported)).toEqual([{ kind: 'number' }, { kind: 'number', unit: '人' }]);
  expect(imported.diagnostics.map(({ message }) => message)).toEqual([
    'No.1: 問いは行っているかどうかをたずねているようですが（「掛けていますか」）、表に合わせて数で答える問いにしました。違えば、answer の行を消してください。',
  ]);
});

test('the same marks in each row count as one rule', () => {
  const imported = importQuestions(questions, { answers: questions.map(() => '○・×') });
  expect(answersOf(imported)[1]).toEqual({ kind: 'number', unit: '人' });
});

describe('a note below the table', () => {
  const validations = [{ at: 'C2:C4', formula: '"○,△,×,対象外"' }];
  const noted = (note: string) =>
    importQuestions(['鍵を掛けていますか。', '書類を片付けていますか。', '施錠していますか。'], {
      validations,
      cells: { A6: note },
    });

  test.each([
    ['※ △のときは、備考に予定日を書いてください。', '△'],
    ['※ 回答者には、氏名を書いてください。', '回答者'],
    ['※ 改善予定欄に、いつまでに行うかを書いてください。', '改善予定欄'],
    ['※ 黄色の部分だけを記入してください。', '黄色の部分'],
    ['※ C列に回答してください。', 'C列'],
  ])('「%s」 speaks of %s, which no page has: it is told, not taken', (note, absent) => {
    const { file, diagnostics } = noted(note);
    expect(file.guidanceNote).toBeUndefined();
    expect(diagnostics).toMatchObject([{ kind: 'note-untrue', cell: 'A6' }]);
    expect(diagnostics[0]?.message).toContain(`（${absent}）`);
  });

  test.each([
    '※ ×のときは、備考に理由を書いてください。',
    '※ 「全員」には、派遣社員を含みます。',
    '※ 予定日は、西暦で書いてください。',
  ])('「%s」 is true on the page as well', (note) => {
    const { file, diagnostics } = noted(note);
    expect(file.guidanceNote).toBe(note);
    expect(diagnostics).toMatchObject([{ kind: 'note' }]);
  });
});
