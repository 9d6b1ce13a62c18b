import { describe, expect, test } from 'vitest';
import { type Entry, stateOf } from '../../../src/core/register/entry.ts';
import { planRows } from '../../../src/core/register/plan-rows.ts';
import { type Paper, takePaper } from '../../../src/core/register/take-paper.ts';
import type { FormRow } from '../../../src/record/v1/form/answers.ts';
import type { FormDefinition } from '../../../src/record/v1/form/definition.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';
import { column, field, plan } from '../../record/v1/form/fixture.ts';
import { idOf, removals } from './sheet-fixture.ts';

const form: FormDefinition = { ...plan, id: 'removal-register', parts: [removals] };
const cells = { content: 'USB-1', 'taken-at': '2026-11-02 09:00', 'taken-by': '見本花子' };
const paper = (definition: FormDefinition, rows: FormRow[], fields = {}, number = '1234-5678-9abc'): Paper => ({
  definition,
  documentNumber: number,
  answers: { ...emptyFormAnswers(definition, 'c1'), fields, tables: { entries: rows } },
});
const put = (existing: readonly Entry[], one: Paper) =>
  planRows(existing, takePaper(one, form, [removals]).get('entries') ?? [], {
    table: 'entries',
    columns: removals.columns.map(({ id }) => id),
    by: '見本次郎',
    at: '2026-12-01T00:00:00.000Z',
    idOf,
  });

describe('a paper of the register itself', () => {
  test('adds its rows once, and says where they are from', () => {
    const one = paper(form, [
      { id: 'row-1', cells },
      { id: 'row-2', cells: { ...cells, content: 'USB-2' } },
    ]);
    const once = put([], one);
    expect(once.merged.added).toHaveLength(2);
    expect(stateOf(once.entries[0] as Entry)).toMatchObject({ cells, from: '文書番号 1234-5678-9abc' });
    expect(put(once.merged.entries, one)).toMatchObject({ entries: [], same: 2 });
  });

  test('says nothing new of the entries that it was made of; another text in one is a question', () => {
    const id = '0123456789abcdef';
    const once = put([], paper(form, [{ id, cells }])).merged.entries;
    expect(once[0]?.id).toBe(id);
    expect(put(once, paper(form, [{ id, cells }], {}, 'other')).same).toBe(1);
    const changed = put(once, paper(form, [{ id, cells: { ...cells, content: 'USB-9' } }], {}, 'other'));
    expect(changed.merged).toMatchObject({ added: [], changed: [id], conflicts: [id] });
  });
});

describe('a paper of another form', () => {
  const request: FormDefinition = {
    ...plan,
    id: 'takeout-request',
    parts: [
      {
        ...removals,
        id: 'entries',
        columns: [column('content', '品名', 0.5), column('taken-at', '日', 0.5, { kind: 'moment' })],
      },
      { kind: 'fields', id: 'who', title: '', fields: [field('taken-by', '氏名'), field('phone', '電話')] },
    ],
  };

  test('adds a row by what both have, and what its fields say beside it', () => {
    const one = paper(request, [{ id: 'r1', cells: { content: 'USB-1', 'taken-at': '2026-11-02 09:00' } }], {
      'taken-by': '見本花子',
      phone: '03',
    });
    expect(stateOf(put([], one).entries[0] as Entry).cells).toEqual(cells);
  });

  test('of fields alone is one entry', () => {
    const fieldsOnly: FormDefinition = {
      ...request,
      parts: [{ kind: 'fields', id: 'what', title: '', fields: [field('content', '品名'), field('taken-by', '氏名')] }],
    };
    const one = paper(fieldsOnly, [], { content: 'USB-1', 'taken-by': '見本花子' });
    expect(put([], one).entries.map((entry) => stateOf(entry).cells)).toEqual([
      { content: 'USB-1', 'taken-by': '見本花子' },
    ]);
    expect(put([], paper(fieldsOnly, [])).entries).toEqual([]);
  });

  test('that has too little in common adds nothing', () => {
    const other: FormDefinition = { ...request, parts: [{ ...removals, columns: [column('content', '品名', 1)] }] };
    expect(put([], paper(other, [{ id: 'r1', cells: { content: 'x' } }])).entries).toEqual([]);
  });
});
