import { describe, expect, test } from 'vitest';
import { emptyAnswers, toSentAnswers } from '../../../../src/record/v1/checklist/answer-set.ts';
import type { CheckItem, ChecklistDefinition } from '../../../../src/record/v1/checklist/definition.ts';
import { summarize } from '../../../../src/record/v1/checklist/summarize.ts';
import { answer, definition, filled } from './fixture.ts';

const options = { documentNumber: '3F2A-9C01-77B4' };

/** The list whose last item cites more. */
function citing(basis: CheckItem['basis']): ChecklistDefinition {
  const sections = definition.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.id === 'pledge' ? { ...item, basis: [...item.basis, ...basis] } : item)),
  }));
  return { ...definition, sections };
}

describe('summarize', () => {
  const summary = summarize(definition, filled, options);
  test('tells what the invitation said, its number too, and leaves no trace of one that was not', () => {
    const request = { id: 'q7f3a1', name: '令和8年度 委託先点検', dueOn: '2027-01-31', scope: '', contact: '総務課' };
    const invited = summarize(definition, { ...filled, request }, options);
    expect(invited.blocks).toContainEqual({
      kind: 'fields',
      caption: 'この依頼',
      rows: [
        { label: '依頼', value: '令和8年度 委託先点検（番号 q7f3a1）' },
        { label: '提出期限', value: '2027年1月31日' },
        { label: '問合せ先', value: '総務課' },
      ],
    });
    expect(invited.blocks).toHaveLength(summary.blocks.length + 1);
    expect('request' in toSentAnswers(definition, filled)).toBe(false);
  });

  const tables = summary.blocks.filter((block) => block.kind === 'table');
  const rows = tables.flatMap((table) => table.rows);

  test('says which list, which version and which document it is', () => {
    expect({ ...summary, blocks: [] }).toEqual({
      format: 'kitei-summary/1',
      title: '委託先情報セキュリティ対策状況確認リスト',
      company: '株式会社𠮷野',
      number: '3F2A-9C01-77B4',
      definition: { kind: 'checklist', id: 'contractor-security', version: 2 },
      blocks: [],
    });
  });

  test('begins with the notice that it is not the binding text, and ends with a box for the seal', () => {
    expect(summary.blocks[0]).toEqual({ kind: 'paragraph', tone: 'notice', text: definition.notice });
    expect(summary.blocks.at(-1)?.kind).toBe('seal');
  });

  test('says nothing of a summary where all it rests on is the text itself', () => {
    const { blocks } = summarize({ ...definition, notice: '' }, filled, options);
    expect(blocks).toEqual(summary.blocks.slice(1));
  });

  test('names who filled it in, and keeps apart the fields that a list may not have', () => {
    const fields = summary.blocks.filter((block) => block.kind === 'fields');
    expect(fields.slice(0, 2)).toEqual([
      {
        kind: 'fields',
        caption: '記入者',
        rows: [
          { label: '会社名', value: '株式会社𠮷野' },
          { label: '確認者', value: '髙橋 﨑子' },
          { label: '確認日', value: '2026年11月20日' },
        ],
      },
      {
        kind: 'fields',
        caption: '提出先・業務',
        rows: [{ label: '業務名', value: '窓口業務' }],
      },
    ]);
  });

  test('leaves out for whom and for what where neither is written', () => {
    const header = { ...filled.header, recipient: '', business: ' ' };
    const { blocks } = summarize(definition, { ...filled, header }, options);
    expect(blocks.filter(({ kind }) => kind === 'fields').map((block) => 'caption' in block && block.caption)).toEqual([
      '記入者',
      '集計',
    ]);
  });

  test('shows all five counts, and names what is not answered before the first table', () => {
    const before = summary.blocks.slice(
      0,
      summary.blocks.findIndex((block) => block.kind === 'table'),
    );
    expect(before).toContainEqual({
      kind: 'fields',
      caption: '集計',
      rows: [
        { label: '○ 実施', value: '1 / 4' },
        { label: '× 一部実施・予定', value: '1' },
        { label: '× 未実施', value: '0' },
        { label: '対象外', value: '1' },
        { label: '未回答', value: '1' },
      ],
    });
    expect(before).toContainEqual({
      kind: 'paragraph',
      text: '回答していない項目が 1 件あります（No 7）。未回答は × に数えていません。',
    });
  });

  test('has one row an item in the order of the source, with its mark, its word and its weight', () => {
    expect(tables.map(({ caption }) => caption)).toEqual(['1. 社内体制', '2. 人的管理']);
    expect(rows).toEqual([
      { cells: ['1', '責任者を決めている', '○ 実施', '記録: 体制図 第3版'], weight: 'plain' },
      {
        cells: ['2', '規程を整えている', '× 一部実施・予定\n予定日 2027年3月31日', '備考: 改訂中'],
        weight: 'attention',
      },
      { cells: ['6', '教育を行い、記録している', '－ 対象外', '理由: 従業員がいない'], weight: 'plain' },
      { cells: ['7', '守秘の約束を得ている', '未回答', ''], weight: 'open' },
    ]);
  });

  test('the columns of each table share its whole width, and rows have one cell a column', () => {
    for (const table of tables) {
      expect(table.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
      for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
    }
  });

  test('lists each cited provision once, in one line for each document', () => {
    const basis = [5, 6, 5].map((n) => ({ citation: `nerima:a${n}`, label: `特記事項 第${n}条`, href: '/' }));
    const list = summarize(citing(basis), filled, options).blocks.find((block) => block.kind === 'list');
    expect(list?.items).toEqual(['社内規程 9-2 No.1、9-2 No.2、9-2 No.6、9-2 No.7', '特記事項 第5条、第6条']);
  });

  test('is the same for the draft and for the answers as sent, so that a verifier can compute it again', () => {
    const typed = { ...filled, items: { ...filled.items, pledge: answer(7, { status: 'unanswered', note: '未定' }) } };
    expect(summarize(definition, toSentAnswers(definition, typed), options)).toEqual(
      summarize(definition, typed, options),
    );
  });

  test('says nothing about open items when there are none', () => {
    const items = { ...filled.items, pledge: answer(7, { status: 'notDone' }) };
    const all = summarize(definition, { ...filled, items }, options);
    expect(all.blocks.filter((block) => block.kind === 'paragraph')).toHaveLength(1);
  });

  test('an empty list gives a summary in which everything is open', () => {
    const blank = summarize(definition, emptyAnswers(definition), options);
    const weights = blank.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.weight) : [],
    );
    expect(weights).toEqual(['open', 'open', 'open', 'open']);
  });
});
