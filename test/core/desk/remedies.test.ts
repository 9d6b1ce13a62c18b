import { describe, expect, test } from 'vitest';
import type { Remark } from '../../../src/core/desk/desk.ts';
import { listDeskEvents } from '../../../src/core/desk/desk-events.ts';
import { evaluate } from '../../../src/core/desk/evaluate.ts';
import { toMatrix } from '../../../src/core/desk/matrix.ts';
import { dueIn, listRemedies } from '../../../src/core/desk/remedies.ts';
import { remedyTexts, tableTexts, toDeskSheets } from '../../../src/core/desk/sheets.ts';
import {
  allDone,
  campaign,
  checked,
  company,
  deskOf,
  listFile,
  type StatusOf,
  sound,
  tableOf,
  today,
} from './fixture.ts';

const file = (name: string, statuses: StatusOf) => checked(name, sound(listFile({ company: name, statuses })));
const names = ['甲商店', '乙商店', '丙商店'];
const desk = deskOf({
  companies: names.map((name, n) => company(`c${n}`, name)),
  files: [
    file('甲商店', {
      ...allDone,
      rules: { status: 'partial', dueOn: '2026-12-01', note: '=1+1' },
      pledge: { status: 'notDone' },
    }),
    file('乙商店', {
      manager: { evidence: '体制図', evidenceUntil: '2026-12-09' },
      training: { status: 'notApplicable', note: '人がいない' },
      rules: { status: 'partial', dueOn: '2026-12-20' },
    }),
  ],
});
const rows = tableOf(desk);
const remark = (item: string, change: Partial<Remark>): Remark => {
  return {
    id: item,
    isStruck: false,
    at: '',
    conflicts: [],
    company: 'c0',
    item,
    text: '',
    dueOn: '',
    doneOn: '',
    ...change,
  };
};
const list = (remarks: Remark[] = []) => listRemedies(rows, { remarks }, today);
const said = (remarks?: Remark[]) =>
  list(remarks).map(
    ({ company: name, item, kind, dueOn, isOverdue }) => `${name} ${item.id} ${kind} ${dueOn}${isOverdue ? ' !' : ''}`,
  );

describe('listRemedies', () => {
  test('lists ×, 未回答 and expired records of every company, the overdue first, then by day', () => {
    expect(said()).toEqual([
      '甲商店 rules partial 2026-12-01 !',
      '乙商店 manager expired 2026-12-09 !',
      '乙商店 rules partial 2026-12-20',
      '乙商店 pledge unanswered ',
      '甲商店 pledge notDone ',
    ]);
  });

  test('goes by the day of the reviewer, and puts what is done at the end', () => {
    const remarks = [
      remark('pledge', { dueOn: '2026-11-30', text: '誓約書' }),
      remark('rules', { doneOn: '2026-12-08' }),
    ];
    expect(said(remarks)).toEqual([
      '甲商店 pledge notDone 2026-11-30 !',
      '乙商店 manager expired 2026-12-09 !',
      '乙商店 rules partial 2026-12-20',
      '乙商店 pledge unanswered ',
      '甲商店 rules partial 2026-12-01',
    ]);
    expect(said([remark('pledge', { dueOn: '2026-11-30', isStruck: true })])).toEqual(said());
  });

  test('says what is due in a month', () => {
    expect(dueIn(list([remark('rules', { doneOn: '2026-12-08' })]), '2026-12').map(({ item }) => item.id)).toEqual([
      'manager',
      'rules',
    ]);
    expect(dueIn(list(), '2027-01')).toEqual([]);
  });

  test('a remark makes the row wait for the company', () => {
    const remarked = tableOf({ ...desk, remarks: [remark('pledge', { text: '誓約書' })] });
    expect(remarked.filter(({ kind }) => kind === 'remedy').map(({ name, next }) => [name, next])).toEqual([
      ['乙商店', 'ask-remedy'],
      ['甲商店', 'await-remedy'],
    ]);
  });
});

describe('tables to take away', () => {
  test('have a head and a row for each', () => {
    expect(tableTexts(rows).map((row) => row.slice(0, 8))).toEqual([
      ['会社名', '結果', '○', '×', '対象外', '未回答', '提出日（署名者の時計）', '次にすること'],
      ['丙商店', '未提出', '', '', '', '', '', '督促を送る。'],
      ['乙商店', '×あり', '1', '1', '1', '1', '2026-11-20', '改善のお願いを送る。'],
      ['甲商店', '×あり', '2', '2', '0', '0', '2026-11-20', '改善のお願いを送る。'],
    ]);
    expect(
      remedyTexts(list([remark('rules', { text: '早めに', dueOn: '2026-12-24' })])).find(
        ([name, , , , planned]) => name === '甲商店' && planned !== '',
      ),
    ).toEqual([
      '甲商店',
      '2',
      '規程を整えている',
      '一部実施・予定',
      '2026-12-01',
      '=1+1',
      '',
      '3F2A-9C01-77B4',
      '早めに',
      '2026-12-24',
      '',
      '',
    ]);
  });

  test('are sheets of texts, numbers and days; a formula stays a text', () => {
    const evaluated = evaluate(rows, campaign());
    const sheets = toDeskSheets({ rows, remedies: list(), evaluated }, (text) => text);
    expect(sheets.map(({ name, rows: lines }) => [name, lines.length])).toEqual([
      ['結果', 4],
      ['改善一覧', 6],
      ['会社と項目', 4],
      ['評価', 4],
    ]);
    for (const { widths, rows: lines } of sheets) for (const line of lines) expect(line).toHaveLength(widths.length);
    expect(sheets[1]?.rows[1]?.slice(1, 6)).toEqual([
      { kind: 'number', number: 2 },
      { kind: 'text', text: '規程を整えている' },
      { kind: 'text', text: '一部実施・予定' },
      { kind: 'day', serial: 46357 },
      { kind: 'text', text: '=1+1' },
    ]);
    expect(toDeskSheets({ rows: [], remedies: [], evaluated: [] }, (text) => text).map(({ name }) => name)).toEqual([
      '結果',
    ]);
  });

  test('a matrix has each item once, and what a list did not ask is no answer', () => {
    const old = { ...listFile({ company: '丙商店', list: { version: 1 } }) };
    const [section] = old.definition && 'sections' in old.definition ? old.definition.sections : [];
    if (!section || !('sections' in old.definition)) throw new Error('It is a list.');
    const fewer = listFile({ company: '丙商店', list: { version: 1, sections: [section] }, statuses: { manager: {} } });
    const more = deskOf({
      companies: names.map((name, n) => company(`c${n}`, name)),
      files: [checked('丙商店', sound(fewer)), file('甲商店', { ...allDone, pledge: { status: 'notDone' } })],
    });
    const { items, lines } = toMatrix(tableOf(more));
    expect(items.map(({ id, crosses, unanswered }) => [id, crosses, unanswered])).toEqual([
      ['manager', 0, 0],
      ['rules', 0, 1],
      ['training', 0, 0],
      ['pledge', 1, 0],
    ]);
    expect(lines.map(({ row, cells }) => [row.name, cells.map((cell) => (cell.isAsked ? cell.mark : '/'))])).toEqual([
      ['丙商店', ['○', '', '/', '/']],
      ['甲商店', ['○', '○', '○', '×']],
    ]);
  });
});

test('the calendar has 提出期限, remedies, records and next evaluations, and knows them again', () => {
  const verdict = {
    id: 'v0',
    isStruck: false,
    at: '',
    conflicts: [],
    company: 'c0',
    result: 'pass' as const,
    reason: '',
    documentNumber: 'AAAA',
    nextOn: '2027-12-01',
  };
  const shown = tableOf({ ...desk, verdicts: [verdict] });
  const events = listDeskEvents({
    campaign: campaign(),
    rows: shown,
    remedies: listRemedies(shown, desk, today),
    site: undefined,
  });
  expect(events.map(({ start, summary }) => `${start} ${summary}`)).toEqual([
    '2026-12-05 提出期限: 令和8年度 委託先点検',
    '2026-12-01 改善の期限: 甲商店 No.2',
    '2026-12-20 改善の期限: 乙商店 No.2',
    '2026-12-09 有効期限 体制図',
    '2027-12-01 次の評価: 甲商店',
  ]);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(events[0]?.description).toBe('未提出 1社: 丙商店');
});
