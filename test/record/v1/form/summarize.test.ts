import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '../../../../src/record/v1/form/definition.ts';
import { blankForm, summarizeForm } from '../../../../src/record/v1/form/summarize.ts';
import type { SummaryBlock } from '../../../../src/record/v1/summary/summary-document.ts';
import { SummaryDocumentSchema } from '../../../../src/record/v1/summary/summary-schema.ts';
import { plan, planned, pledge, pledged } from './fixture.ts';

const documentNumber = '3F2A-9C01-77B4';
const filled = (form: FormDefinition = plan, answers = planned) => summarizeForm(form, answers, { documentNumber });
const kindsOf = (blocks: readonly SummaryBlock[]) =>
  blocks.map((block) => {
    if (!('text' in block)) return block.kind;
    return `${'tone' in block ? block.tone : block.kind} ${block.text}`;
  });

describe('summarizeForm', () => {
  test('of a letter begins with its head, fills in the business, and says nothing of its own', () => {
    const { blocks, look, title } = filled();
    expect([look, title]).toEqual(['paper', '作業実施計画書（別添1）']);
    expect(blocks[0]).toEqual({
      kind: 'letter',
      mark: '（別添1）',
      date: '令和8年11月30日',
      to: '見本労働局　あて',
      from: [
        { label: '協議会名', value: '見本協議会' },
        { label: '作成者', value: '髙橋﨑子' },
      ],
      heading: '窓口業務に係る作業実施計画書',
    });
    expect(kindsOf(blocks)).toEqual([
      'letter',
      'paragraph 窓口業務の情報を、次のとおり返却又は廃棄します。',
      'center 記',
      'table',
      'note （注1）いずれかを書く。',
      'fields',
      'note ※ 写しを1年間保管する。',
      'paragraph 窓口業務の担当に渡す。',
      'end 以上',
      'seal',
    ]);
    expect(blocks.at(-1)).toEqual({ kind: 'seal', labels: plan.approval?.labels, caption: '承認（労働局）' });
  });

  test.each([
    ['2026-11-01', '2026-11-30', '令和8年11月1日から令和8年11月30日まで'],
    ['', '2026-11-30', '令和8年11月30日まで'],
    ['', '', '全ての期間'],
  ])('of a register prints its period in the head: %s to %s', (from, until, value) => {
    const period = { from, until };
    const line = { label: '記録の期間', value };
    const [, letterHead] = filled(plan, { ...planned, period }).blocks;
    expect(letterHead).toEqual({ kind: 'fields', caption: '', rows: [line] });
    const sheetHead = filled(pledge, { ...pledged, period }).blocks.find(({ kind }) => kind === 'fields');
    expect(sheetHead).toMatchObject({ rows: expect.arrayContaining([line]) });
    expect(JSON.stringify(filled(pledge, pledged).blocks)).not.toContain('記録の期間');
  });

  test('prints rows and fields as a paper does, and an empty cell empty', () => {
    const { blocks } = filled();
    expect(blocks[3]).toEqual({
      kind: 'table',
      caption: '1 情報の保存媒体',
      columns: [
        { label: '情報の種類（注1）', share: 0.3 },
        { label: '作業の方法', share: 0.4 },
        { label: '作業実施者', share: 0.3 },
      ],
      rows: [
        { cells: ['紙媒体', '返却', '山田'], weight: 'plain' },
        { cells: ['電磁的記録媒体', 'データ抹消 ソフトウェア', ''], weight: 'plain' },
      ],
    });
    expect(blocks[5]).toEqual({
      kind: 'fields',
      caption: '2 予定',
      rows: [
        { label: '完了する予定日', value: '令和8年12月1日' },
        { label: '確認の日時', value: '令和8年11月30日 14時05分' },
        { label: '点数', value: '1200点' },
        { label: '場所', value: '本社、支店、倉庫' },
        { label: '備考', value: '鍵は\n別に返す' },
      ],
    });
    expect(JSON.stringify(blocks)).not.toMatch(/記入なし|要旨|a1b2c3d4|r3/);
  });

  test('a name that has its ending gets no second one, and $& is a name like another', () => {
    const header = { ...planned.header, recipient: '見本労働局長 殿', business: '$&業務' };
    expect(filled(plan, { ...planned, header }).blocks[0]).toMatchObject({
      to: '見本労働局長 殿',
      heading: '$&業務に係る作業実施計画書',
    });
  });

  test('a business that no sentence names has a line of its own', () => {
    const silent = { ...plan, heading: '計画書', body: [], parts: plan.parts.slice(0, 2) };
    expect(filled(silent).blocks[1]).toEqual({
      kind: 'fields',
      caption: '',
      rows: [{ label: '業務の名', value: '窓口業務' }],
    });
  });

  test('of a sheet for each person names that one alone', () => {
    const { blocks } = filled(pledge, pledged);
    expect(kindsOf(blocks)).toEqual([
      'heading 誓約書',
      'fields',
      'paragraph 秘密を守ることを誓います。',
      'fields',
      'seal',
      'page',
      'heading 誓約書',
      'fields',
      'paragraph 秘密を守ることを誓います。',
      'fields',
      'seal',
    ]);
    expect(blocks[3]).toEqual({
      kind: 'fields',
      caption: '',
      rows: [
        { label: '氏名', value: '山田花子' },
        { label: '生年月日', value: '昭和64年1月7日' },
      ],
    });
    const second = JSON.stringify(blocks.slice(6));
    expect(second).toContain('鈴木一郎');
    expect(second).not.toContain('山田花子');
  });

  test('is what a reader of files takes', () => {
    for (const summary of [filled(), filled(pledge, pledged)])
      expect(SummaryDocumentSchema.safeParse(summary)).toEqual({ success: true, data: summary });
  });

  test('200 sheets are what a reader of files takes as well', () => {
    const people = Array.from({ length: 200 }, (_, index) => ({ id: `p${index}`, cells: { name: `甲${index}` } }));
    const summary = filled(pledge, { ...pledged, tables: { people } });
    expect(summary.blocks.filter(({ kind }) => kind === 'page')).toHaveLength(199);
    expect(SummaryDocumentSchema.safeParse(summary).success).toBe(true);
  });
});

describe('blankForm', () => {
  const { blocks, number } = blankForm(plan);

  test('leaves room where one writes', () => {
    expect(number).toBe('');
    expect(blocks[0]).toEqual({
      kind: 'letter',
      mark: '（別添1）',
      date: '令和　　年　　月　　日',
      to: '　　　　　　　　　　　　あて',
      from: [
        { label: '協議会名', value: '' },
        { label: '作成者', value: '' },
      ],
      heading: '●●業務に係る作業実施計画書',
    });
    expect(blocks[5]).toMatchObject({
      rows: [
        { value: '令和　　年　　月　　日' },
        { value: '令和　　年　　月　　日　　時　　分' },
        { value: '　　　　点' },
        { value: '' },
        { value: '' },
      ],
    });
  });

  test('shows the examples of the source, marked, and the empty rows', () => {
    expect(blocks[3]).toMatchObject({
      rows: [
        { cells: ['（例）紙媒体', '返却', '○○'] },
        { cells: ['', '', ''] },
        { cells: ['', '', ''] },
        { cells: ['', '', ''] },
      ],
    });
  });

  test('names the one addressee that a form has', () => {
    expect(blankForm(plan, '見本労働局').blocks[0]).toMatchObject({ to: '見本労働局　あて' });
  });

  test('of a sheet for each person is one sheet that names nobody; a birthday may be of any era', () => {
    const sheet = blankForm(pledge).blocks;
    expect(sheet.some(({ kind }) => kind === 'page')).toBe(false);
    expect(sheet[3]).toMatchObject({ rows: [{ value: '' }, { value: '　　　　年　　月　　日' }] });
  });
});
