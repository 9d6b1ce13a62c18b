import { describe, expect, test } from 'vitest';
import { takeOver } from '../../../src/core/form/take-over.ts';
import type { FormDefinition } from '../../../src/record/v1/form/definition.ts';
import { emptyFormAnswers } from '../../../src/record/v1/form/given.ts';
import { column, field, plan, planned } from '../../record/v1/form/fixture.ts';

/** The report of the plan: some of its ids, one option less, and fields of its own. */
const report: FormDefinition = {
  ...plan,
  id: 'erasure-report',
  parts: [
    {
      kind: 'table',
      id: 'media',
      title: '抹消した媒体',
      row: '媒体',
      columns: [
        column('kind', '種類', 0.4, { kind: 'one', options: ['紙媒体'] }),
        column('method', '方法', 0.3),
        column('done', '抹消した日', 0.3, { kind: 'date' }),
      ],
      blankRows: 3,
      examples: [],
      notes: [],
    },
    {
      kind: 'fields',
      id: 'more',
      title: '',
      fields: [field('count', '点数', 'number', { unit: '点' }), field('seen', '立会人')],
    },
  ],
};

describe('takeOver', () => {
  test('takes what has the same id, in the form that it has here', () => {
    const { answers, fields, rows } = takeOver(report, emptyFormAnswers(report, 'new'), planned);
    expect(answers).toMatchObject({ form: 'erasure-report', case: 'new', fields: { count: '1200' } });
    expect(answers.tables).toEqual({
      media: [
        { id: 'r1', cells: { kind: '紙媒体', method: '返 却' } },
        // What cannot be chosen here is left to be chosen; the row itself comes.
        { id: 'r3', cells: { method: 'データ抹消 ソフトウェア' } },
      ],
    });
    expect({ fields, rows }).toEqual({ fields: 5, rows: 2 });
  });

  test('is dated anew, and keeps the addressee of its own', () => {
    const begun = emptyFormAnswers(report, 'new');
    const ours = { ...begun, header: { ...begun.header, recipient: '練馬区' } };
    expect(takeOver(report, ours, planned).answers.header).toMatchObject({
      checkedOn: '',
      recipient: '練馬区',
      business: '窓口業務',
    });
  });

  test('what the head does not ask stays where it was', () => {
    const { recipient: _, business: __, ...head } = report.head;
    const { header } = takeOver({ ...report, head }, emptyFormAnswers(report, 'new'), planned).answers;
    expect(header).toMatchObject({ recipient: '', business: '' });
  });
});
