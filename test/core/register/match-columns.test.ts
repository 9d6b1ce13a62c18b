import { describe, expect, test } from 'vitest';
import { matchColumns } from '../../../src/core/register/match-columns.ts';
import type { FormTable } from '../../../src/record/v1/form/definition.ts';
import { column } from '../../record/v1/form/fixture.ts';

const tableOf = (columns: FormTable['columns']): FormTable => ({
  kind: 'table',
  id: 'entries',
  title: '',
  row: '件',
  blankRows: 8,
  examples: [],
  notes: [],
  columns,
});

const visits = tableOf([
  column('who', '入る人（所属・氏名）', 0.3, { required: true }),
  column('permission', '管理者の許可（日付）', 0.2),
  column('business', '用件', 0.2, { required: true }),
  column('entered', '入った日時', 0.1, { kind: 'moment', required: true }),
  column('left', '出た日時', 0.1, { kind: 'moment' }),
  column('note', '備考', 0.1),
]);

const removals = tableOf([
  column('name', '媒体・機器の名、番号', 0.2, { required: true }),
  column('content', '持ち出す情報', 0.2, { kind: 'text', required: true }),
  column('taken-by', '持ち出した者', 0.1, { required: true }),
  column('taken-at', '持ち出した日時', 0.1, { kind: 'moment', required: true }),
  column('destination', '持ち出し先', 0.1, { required: true }),
  column('period-until', '返す予定の日', 0.1, { kind: 'date' }),
  column('returned-at', '返した日時', 0.1, { kind: 'moment' }),
  column('return-checker', '返却を確かめた者', 0.1),
]);

const placesOf = (table: FormTable, samples: Readonly<Record<string, string>>) => {
  const columns = Object.entries(samples).map(([heading, sample]) => ({ heading, samples: [sample] }));
  const found = matchColumns(columns, table);
  return Object.fromEntries(columns.map(({ heading }, at) => [heading, found[at]]));
};

describe('matchColumns()', () => {
  test.each([['会社名'], ['社名'], ['所属'], ['所属部署']])('%s and 氏名 go where both are asked for', (company) => {
    const given = { 日付: '2026-11-02', 入室時刻: '9:05', 退室時刻: '11:30', [company]: '見本社', 氏名: '見本花子' };
    expect(placesOf(visits, { ...given, 用件: '点検' })).toEqual({
      日付: 'entered',
      入室時刻: 'entered',
      退室時刻: 'left',
      [company]: 'who',
      氏名: 'who',
      用件: 'business',
    });
  });

  test('days that can be read in part are days where the heading says so', () => {
    const days = ['2026-11-02', '11/10', '11/11'];
    const columns = [
      { heading: '日付', samples: days },
      { heading: '入室時刻', samples: ['9:05'] },
    ];
    expect(matchColumns(columns, visits)).toEqual(['entered', 'entered']);
    expect(matchColumns([{ heading: '枝番', samples: days }, ...columns.slice(1)], visits)[0]).toBe('+note');
  });

  test('a day that is a part of a label is not taken for that part', () => {
    expect(placesOf(visits, { 入室者: '見本花子', 日付: '2026-11-02', 用件: '点検' })['日付']).not.toBe('permission');
  });

  test.each([
    ['媒体・管理番号', 'PC-012', 'name'],
    ['機器名', 'PC-012', 'name'],
    ['管理番号', 'PC-012', 'name'],
    ['返却予定日', '2026-11-12', 'period-until'],
    ['返却日', '2026-11-12', 'returned-at'],
    ['返した日', '2026-11-12', 'returned-at'],
    ['返却確認', '例示太郎', 'return-checker'],
  ])('%s of a record of what is taken out goes to its column', (heading, sample, expected) => {
    const others = { 持出日: '2026-11-02', 持出者: '見本花子', 持出先: '客先' };
    expect(placesOf(removals, { ...others, [heading]: sample })).toEqual({
      持出日: 'taken-at',
      持出者: 'taken-by',
      持出先: 'destination',
      [heading]: expected,
    });
  });

  test('a running number goes nowhere, whatever it is called', () => {
    expect(placesOf(removals, { 番号: '1', 機器名: 'PC-012' })).toEqual({ 番号: '', 機器名: 'name' });
  });
});
