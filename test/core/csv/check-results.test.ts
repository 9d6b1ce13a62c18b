import { describe, expect, test } from 'vitest';
import { type CheckResult, resultsFileName, tabulateResults } from '../../../src/core/csv/check-results.ts';
import type { KiteiFile } from '../../../src/record/kitei-file.ts';
import type { ChecklistDefinition } from '../../../src/record/v1/checklist/definition.ts';
import { summarize } from '../../../src/record/v1/checklist/summarize.ts';
import { toSentDecision } from '../../../src/record/v1/decision/answer-set.ts';
import { emptyDecisionAnswers } from '../../../src/record/v1/decision/given.ts';
import { summarizeDecision } from '../../../src/record/v1/decision/summarize.ts';
import { toSentForm } from '../../../src/record/v1/form/answer-set.ts';
import { summarizeForm } from '../../../src/record/v1/form/summarize.ts';
import { definition, filled } from '../../record/v1/checklist/fixture.ts';
import { definition as decision } from '../../record/v1/decision/fixture.ts';
import { plan, planned } from '../../record/v1/form/fixture.ts';
import { toFile as toKiteiFile } from '../../support/record.ts';

const checkedAt = new Date('2026-11-21T15:05:00Z');
const verifier = 'kitei 0.1.0';

function toFile(list: ChecklistDefinition = definition): KiteiFile {
  const answers = { ...filled, checklist: list.id, version: list.version };
  const summary = summarize(list, answers, { documentNumber: '3F2A-9C01-77B4' });
  return toKiteiFile(list, answers, summary);
}

function sound(file: KiteiFile = toFile()): CheckResult {
  return {
    fileName: '一.pdf',
    sha256: 'ab'.repeat(32),
    state: '署名したときのまま',
    reason: '',
    grades: [
      { name: '改ざん', label: '改ざんなし' },
      { name: '署名者', label: '自己表示' },
    ],
    remarks: ['最新', '別の鍵'],
    checkedAt,
    signed: {
      commonName: '髙橋',
      organization: '株式会社𠮷野',
      fingerprint: '0123 4567',
      claimedTime: new Date('2026-11-20T15:30:00Z'),
      documentNumber: '3F2A-9C01-77B4',
      file,
    },
  };
}

const refused: CheckResult = {
  fileName: '二.pdf',
  sha256: 'cd'.repeat(32),
  state: '受け取らない',
  reason: '変わっています。',
  grades: [
    { name: '改ざん', label: '署名後に変更' },
    { name: '署名者', label: '判断しない' },
  ],
  remarks: [],
  checkedAt,
};

/** One row by the names of its columns. */
function rowOf(results: CheckResult[], at: number): Record<string, string> {
  const [heads = [], ...rows] = tabulateResults(results, verifier);
  return Object.fromEntries(heads.map((head, column) => [head, rows[at]?.[column] ?? '(missing)']));
}

describe('tabulateResults', () => {
  test('a sound file gives who, when, which list, the counts and every item', () => {
    expect(rowOf([sound()], 0)).toEqual({
      ファイル名: '一.pdf',
      'ファイルのSHA-256': 'ab'.repeat(32),
      状態: '署名したときのまま',
      理由: '',
      改ざん: '改ざんなし',
      署名者: '自己表示',
      ほかのファイルとの関係: '最新\n別の鍵',
      署名者の氏名: '髙橋',
      署名者の会社名: '株式会社𠮷野',
      署名鍵の指紋: '0123 4567',
      '署名の時刻（日本時間・署名者の時計）': '2026-11-21 00:30',
      文書番号: '3F2A-9C01-77B4',
      会社名: '株式会社𠮷野',
      確認者: '髙橋 﨑子',
      確認日: '2026-11-20',
      提出先: '',
      業務名: '窓口業務',
      様式: '委託先情報セキュリティ対策状況確認リスト',
      様式のID: 'contractor-security',
      様式の版: '2',
      項目数: '4',
      '○': '1',
      '×': '1',
      対象外: '1',
      '選択・記入の回答': '',
      未回答: '1',
      '第2版 No.1 責任者を決めている': '実施',
      '第2版 No.1 の記録の名前': '体制図 第3版',
      '第2版 No.2 規程を整えている': '一部実施・予定',
      '第2版 No.6 教育を行い、記録している': '対象外',
      '第2版 No.7 守秘の約束を得ている': '未回答',
      そのほかの項目: '',
      '調べた日時（日本時間・この端末の時計）': '2026-11-22 00:05',
      調べたもの: 'kitei 0.1.0',
    });
  });

  test('a refused file says why, and has nothing in the columns of what is inside', () => {
    const row = rowOf([sound(), refused], 1);
    expect(row).toMatchObject({ 状態: '受け取らない', 理由: '変わっています。', 改ざん: '署名後に変更', 会社名: '' });
    expect(row['第2版 No.1 責任者を決めている']).toBe('');
    expect(row['調べたもの']).toBe('kitei 0.1.0');
  });

  test('every row is as long as the first', () => {
    const later = { ...definition, version: 3, sections: definition.sections.slice(0, 1) };
    const rows = tabulateResults([sound(), refused, sound(toFile(later))], verifier);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(tabulateResults([], verifier)).toHaveLength(1);
  });

  test('another version, or other words under the same number, get columns of their own', () => {
    const [first, ...others] = definition.sections;
    const [item, ...items] = first?.items ?? [];
    if (!first || !item) throw new Error('The fixture has no item.');
    const altered = {
      ...definition,
      sections: [{ ...first, items: [{ ...item, text: '責任者はいらない' }, ...items] }, ...others],
    };
    const results = [sound(), sound(toFile(altered)), sound(toFile({ ...definition, version: 3 }))];
    const [heads = []] = tabulateResults(results, verifier);
    expect(heads.filter((head) => /No\.1 (?!の)/.test(head))).toEqual([
      '第2版 No.1 責任者を決めている',
      '第2版 No.1 責任者はいらない',
      '第3版 No.1 責任者を決めている',
    ]);
    expect(rowOf(results, 1)).toMatchObject({
      '第2版 No.1 責任者を決めている': '',
      '第2版 No.1 責任者はいらない': '実施',
    });
  });

  test('items of two lists are told apart', () => {
    const [heads = []] = tabulateResults([sound(), sound(toFile({ ...definition, id: 'other-list' }))], verifier);
    expect(heads).toContain('contractor-security 第2版 No.1 責任者を決めている');
    expect(heads).toContain('other-list 第2版 No.1 責任者を決めている');
  });

  test('a list of thousands of items does not make thousands of columns, and loses none of them', () => {
    const [section] = definition.sections;
    const [item] = section?.items ?? [];
    if (!section || !item) throw new Error('The fixture has no item.');
    const items = Array.from({ length: 3000 }, (_, at) => ({ ...item, id: `item-${at}`, number: at + 1 }));
    const row = rowOf([sound(toFile({ ...definition, sections: [{ ...section, items }] }))], 0);
    expect(Object.keys(row).length).toBeLessThan(600);
    expect(row['そのほかの項目']?.split('\n')).toHaveLength(2500);
  });
});

describe('of other tools every field stands in the table:', () => {
  const given = { documentNumber: '3F2A-9C01-77B4' };
  const answers = toSentForm(plan, planned);
  const form = toKiteiFile(plan, answers, summarizeForm(plan, answers, given));

  test('of a form each field, and of each column the cells with the numbers of their rows', () => {
    const row = rowOf([sound(form)], 0);
    expect(row).toMatchObject({
      会社名: '見本協議会',
      様式: '作業実施計画書（別添1）',
      項目数: '',
      '第2版 1 情報の保存媒体 / 情報の種類（注1）': '1) 紙媒体\n2) 電磁的記録媒体',
      '第2版 1 情報の保存媒体 / 作業の方法': '1) 返却\n2) データ抹消 ソフトウェア',
      '第2版 1 情報の保存媒体 / 作業実施者': '1) 山田',
      '第2版 2 予定 / 完了する予定日': '2026-12-01',
      '第2版 2 予定 / 確認の日時': '2026-11-30 14:05',
      '第2版 2 予定 / 点数（点）': '1200',
      '第2版 2 予定 / 場所': '本社、支店、倉庫',
      '第2版 2 予定 / 備考': '鍵は\n別に返す',
      そのほかの項目: '',
    });
    expect(Object.keys(row).filter((head) => head.startsWith('第2版'))).toHaveLength(8);
  });

  test('of a decision what was asked and answered', () => {
    const made = toSentDecision(decision, {
      ...emptyDecisionAnswers(decision, 'case-1'),
      answers: { clients: ['nerima'], medium: ['paper'] },
    });
    const file = toKiteiFile(decision, made, summarizeDecision(decision, made, given));
    const texts = Object.entries(rowOf([sound(file)], 0)).filter(([head]) => head.startsWith('第2版'));
    expect(texts).toEqual(expect.arrayContaining([['第2版 何で持ち出しますか', '書類']]));
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.at(-1)).toEqual(['第2版 結論', expect.stringMatching(/./)]);
  });

  test('files of two tools have columns of their own, and every row is as long', () => {
    const rows = tabulateResults([sound(form), sound(), refused], verifier);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows[0]).toContain('erasure-plan 第2版 2 予定 / 備考');
    expect(rows[0]).toContain('contractor-security 第2版 No.1 責任者を決めている');
  });
});

describe('resultsFileName', () => {
  test('names the minute in Japan', () => {
    expect(resultsFileName(checkedAt, '.csv')).toBe('検証結果_20261122-0005.csv');
  });
});
