import { describe, expect, test } from 'vitest';
import { toGivenRows } from '../../../src/core/register/given-rows.ts';
import type { FormRow } from '../../../src/record/v1/form/answers.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';
import { field } from '../../record/v1/form/fixture.ts';
import { form as register } from './fixture.ts';
import { removalRules, removals } from './sheet-fixture.ts';

const form = { ...register, parts: [removals, { ...removals, id: 'disposals' }] };

const lists = { tables: { entries: removalRules } };
const take = (tables: Record<string, FormRow[]>, fields: Record<string, string> = {}, source = 'case-1') => {
  const [entries, disposals] = form.parts;
  if (!entries || !disposals) throw new Error('The fixture has two tables.');
  const asked = { kind: 'fields', id: 'head', title: '', fields: [field('place', '場所')] } as const;
  const definition = { ...form, parts: [{ ...asked, fields: [...asked.fields] }, entries, disposals] };
  const answers = { ...emptyFormAnswers(form, 'case-1'), fields, tables };
  return toGivenRows(definition, lists, answers, { source, idOf: (text) => text, today: '2026-11-30' });
};
const whole = { content: 'USB メモリー 1号', 'taken-at': '2026-11-02 09:00', 'taken-by': '見本花子' };

describe('toGivenRows', () => {
  test('tells what can be an entry from what lacks something; an empty row is none', () => {
    const { rows } = take({
      entries: [
        { id: 'a', cells: whole },
        { id: 'b', cells: { content: '帳票' } },
        { id: 'c', cells: { content: ' ' } },
      ],
    });
    expect(rows.map(({ cells, isLacking }) => [cells['content'], isLacking])).toEqual([
      ['USB メモリー 1号', false],
      ['帳票', true],
    ]);
  });

  test('a row is the same entry as long as it comes from the same case', () => {
    const id = (source: string, row: string) =>
      take({ entries: [{ id: row, cells: whole }] }, {}, source).rows.map((one) => one.id);
    expect(id('case-1', 'a')).toEqual(id('case-1', 'a'));
    expect(id('case-1', 'b')).not.toEqual(id('case-1', 'a'));
    expect(id('case-2', 'a')).not.toEqual(id('case-1', 'a'));
  });

  test('cells come in the form of their kind, and what no column asks or offers is left out', () => {
    const cells = { ...whole, 'taken-at': '令和8年11月2日 9時', medium: 'フロッピー', color: '赤' };
    const [row] = take({ entries: [{ id: 'a', cells }] }).rows;
    expect(row?.cells).toEqual(whole);
  });

  test('says whether something has no place in the lists', () => {
    expect(take({ entries: [{ id: 'a', cells: whole }] }).hasRest).toBe(false);
    expect(take({}, { place: '本社' }).hasRest).toBe(true);
    expect(take({ disposals: [{ id: 'a', cells: whole }] })).toEqual({ rows: [], hasRest: true });
  });
});
