import { describe, expect, test } from 'vitest';
import {
  beginChangePaper,
  findRosterChanges,
  isRoster,
  reportsChanges,
} from '../../../src/core/form/roster-changes.ts';
import type { FormRow } from '../../../src/record/v1/form/answers.ts';
import type { FormColumn, FormDefinition } from '../../../src/record/v1/form/definition.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';

const column = (id: string, label: string, more: Partial<FormColumn> = {}): FormColumn => ({
  id,
  label,
  help: '',
  kind: 'line',
  basis: [],
  share: 0.2,
  ...more,
});
const form = (id: string, title: string, parts: FormDefinition['parts']): FormDefinition => ({
  id,
  version: 1,
  title,
  lead: '',
  use: 'roster',
  layout: 'letter',
  heading: title,
  head: {
    company: '受託者',
    checker: '作成者',
    checkedOn: '提出日',
    recipient: { label: '提出先', ending: 'あて' },
    business: '協定の名',
  },
  body: [],
  parts,
  seal: [],
  basis: [],
});
const table = { kind: 'table' as const, title: '', blankRows: 3, examples: [], notes: [] };
const roster = form('roster', '従事者の名簿（氏名・所属）', [
  {
    ...table,
    id: 'people',
    row: '従事者',
    people: true,
    columns: [
      column('name', '氏名（注1）', { person: 'name' }),
      column('kana', 'ふりがな', { person: 'kana' }),
      column('affiliation', '所属', { person: 'affiliation' }),
      column('from', '開始日', { kind: 'date', person: 'from' }),
      column('birthday', '生年月日', { kind: 'date', person: 'birthday' }),
      column('career', '職歴', { person: 'career' }),
    ],
  },
  {
    kind: 'fields',
    id: 'rules',
    title: '',
    fields: [{ id: 'rule', label: '規則の名', help: '', kind: 'text', basis: [] }],
  },
]);
const changeForm = form('change', '変更届', [
  {
    kind: 'fields',
    id: 'subject',
    title: '',
    fields: [
      {
        id: 'paper',
        label: '書面',
        help: '',
        kind: 'several',
        options: ['管理責任者の選任の書面', '従事者の書面（第7条）'],
        basis: [],
      },
      { id: 'rule', label: '規則の名', help: '', kind: 'text', basis: [] },
    ],
  },
  {
    ...table,
    id: 'changes',
    row: '変更',
    columns: [
      column('change', '変更', { kind: 'one', options: ['追加', '削除', '変更'] }),
      column('subject', '対象'),
      column('before', '前'),
      column('after', '後'),
      column('on', '日', { kind: 'date' }),
    ],
  },
]);

/** A state of the roster. A row is written `id name affiliation …`, its cells in the order of the columns. */
function state(rows: (string | [string, Record<string, string>])[], fields: Record<string, string> = {}) {
  const toRow = (row: string | [string, Record<string, string>]): FormRow => {
    if (typeof row !== 'string') return { id: row[0], cells: row[1] };
    const [id = '', name = '', affiliation = ''] = row.split(' ');
    return { id, cells: { name, affiliation } };
  };
  return { ...emptyFormAnswers(roster, 'case-1'), fields, tables: { people: rows.map(toRow) } };
}

const told = (...[before, after]: [ReturnType<typeof state>, ReturnType<typeof state>]) =>
  findRosterChanges(roster, before, after).map(({ change, subject, before, after }) => [
    change,
    subject,
    before,
    after,
  ]);

describe('findRosterChanges', () => {
  test('who came, who went, and whose cells say something else', () => {
    const before = state(['a 見本花子 情報部', ['b', { name: '例示太郎', affiliation: '総務部', from: '2026-04-01' }]]);
    const after = state([['a', { name: '見本花子', affiliation: '企画部', from: '2026-12-01' }], 'c 見本次郎 情報部']);
    expect(told(before, after)).toEqual([
      ['追加', '見本次郎（情報部）', '', '所属: 情報部'],
      ['削除', '例示太郎（総務部）', '所属: 総務部、開始日: 令和8年4月1日', ''],
      ['変更', '見本花子（企画部）', '所属: 情報部、開始日: （空）', '所属: 企画部、開始日: 令和8年12月1日'],
    ]);
  });

  test.each([
    ['nothing', state([]), state([])],
    ['another order', state(['a 甲 情報部', 'b 乙 総務部']), state(['b 乙 総務部', 'a 甲 情報部'])],
    ['another order, with new ids', state(['a 甲 情報部', 'b 乙 総務部']), state(['x 乙 総務部', 'y 甲 情報部'])],
    ['empty rows', state(['a 甲 情報部', 'b']), state(['c', 'a 甲 情報部', 'd'])],
    ['two of one name, with new ids', state(['a 甲 情報部', 'b 甲 情報部']), state(['x 甲 情報部', 'y 甲 情報部'])],
    [
      'spaces and other writings of a date',
      state([['a', { name: '甲', from: '2026-04-01' }]]),
      state([['a', { name: ' 甲', from: '令和8年4月1日' }]]),
    ],
  ])('%s is no change', (_, before, after) => {
    expect(told(before, after)).toEqual([]);
  });

  test('from and to an empty roster', () => {
    expect(told(state([]), state(['a 甲 情報部']))).toEqual([['追加', '甲（情報部）', '', '所属: 情報部']]);
    expect(told(state(['a 甲']), state([]))).toEqual([['削除', '甲', '', '']]);
  });

  test('somebody written over somebody else is another person; a new family name is not', () => {
    expect(told(state(['a 例示太郎 情報部']), state(['a 見本花子 情報部'])).map(([change]) => change)).toEqual([
      '追加',
      '削除',
    ]);
    expect(told(state(['a 例示花子 情報部']), state(['a 見本花子 情報部']))).toEqual([
      ['変更', '見本花子（情報部）', '氏名: 例示花子', '氏名: 見本花子'],
    ]);
  });

  test('ids of a sheet are places: a row moved up is nobody else', () => {
    expect(told(state(['row-1 甲 情報部', 'row-2 乙 総務部']), state(['row-1 乙 総務部']))).toEqual([
      ['削除', '甲（情報部）', '所属: 情報部', ''],
    ]);
  });

  test('who has a new name is known by birthday or reading', () => {
    const born = (id: string, name: string, birthday: string): [string, Record<string, string>] => [
      id,
      { name, birthday },
    ];
    expect(told(state([born('a', '例示桜', '1990-04-01')]), state([born('x', '見本さくら', '1990-04-01')]))).toEqual([
      ['変更', '見本さくら', '氏名: 例示桜', '氏名: 見本さくら'],
    ]);
    const read = (id: string, name: string, kana: string): [string, Record<string, string>] => [id, { name, kana }];
    expect(
      told(state([read('a', '髙橋一', 'タカハシ ハジメ')]), state([read('x', '高橋 肇', 'たかはしはじめ')])),
    ).toHaveLength(1);
    // One birthday cannot become another.
    expect(
      told(state([born('a', '例示花子', '1990-04-01')]), state([born('a', '見本花子', '1991-04-01')])).map(
        ([change]) => change,
      ),
    ).toEqual(['追加', '削除']);
  });

  test('two people of one name are told apart by their affiliation, and by nothing where that is the same', () => {
    expect(told(state(['a 甲 情報部', 'b 甲 総務部']), state(['x 甲 総務部']))).toEqual([
      ['削除', '甲（情報部）', '所属: 情報部', ''],
    ]);
    const more = state([
      ['x', { name: '甲', affiliation: '情報部' }],
      ['y', { name: '甲', affiliation: '情報部' }],
    ]);
    expect(told(state(['a 甲 情報部']), more)).toEqual([['追加', '甲（情報部）', '', '所属: 情報部']]);
  });

  test('long cells stand on lines of their own', () => {
    const long = (letter: string) => letter.repeat(190);
    const cells = (letter: string) => ({ name: '甲', affiliation: long(letter), career: letter.repeat(200) });
    const lines = told(state([['a', cells('あ')]]), state([['a', cells('い')]]));
    expect(lines.map(([, subject]) => subject?.slice(-3))).toEqual(['いい）', 'の職歴']);
    for (const line of lines) for (const text of line) expect([...(text ?? '')].length).toBeLessThanOrEqual(200);
  });

  test('fields outside of the table are compared too', () => {
    expect(told(state([], { rule: '旧規則' }), state([], { rule: '新規則' }))).toEqual([
      ['変更', '規則の名', '旧規則', '新規則'],
    ]);
  });
});

describe('beginChangePaper', () => {
  test('has the changes, the head and the name of the roster, and nothing else', () => {
    const before = state(['a 甲 情報部']);
    const after = {
      ...state([], { rule: '新規則' }),
      header: { ...before.header, company: '見本商事', business: '窓口', checkedOn: '2026-04-01' },
    };
    const begun = emptyFormAnswers(changeForm, 'case-2');
    const changes = findRosterChanges(roster, before, after).slice(0, 1);
    const paper = beginChangePaper(changeForm, begun, { definition: roster, answers: after }, changes, {
      on: '2026-12-01',
      newId: () => 'r1',
    });
    expect(paper).toEqual({
      ...begun,
      header: { ...begun.header, company: '見本商事', business: '窓口' },
      fields: { paper: '従事者の書面（第7条）' },
      tables: {
        changes: [
          { id: 'r1', cells: { change: '削除', subject: '甲（情報部）', before: '所属: 情報部', on: '2026-12-01' } },
        ],
      },
    });
  });

  test('knows which forms these are', () => {
    expect([roster, changeForm].map(isRoster)).toEqual([true, false]);
    expect([roster, changeForm].map(reportsChanges)).toEqual([false, true]);
    expect(isRoster({ ...roster, each: 'people' })).toBe(false);
  });
});
