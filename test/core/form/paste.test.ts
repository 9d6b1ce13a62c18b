import { describe, expect, test } from 'vitest';
import { parseCells, pasteCells } from '../../../src/core/form/paste.ts';
import { mostRows } from '../../../src/record/v1/form/limits.ts';
import { column, row } from '../../record/v1/form/fixture.ts';

const columns = [
  column('kind', '種類', 0.4, { kind: 'one', options: ['紙媒体', '電磁的記録媒体'] }),
  column('day', '日', 0.3, { kind: 'date' }),
  column('note', '備考', 0.3),
];

function counter(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
}

describe('parseCells', () => {
  test.each([
    ['one word', 'あ', [['あ']]],
    ['a cell as Excel copies it', 'あ\r\n', [['あ']]],
    [
      'rows and columns',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells, and an empty row between',
      'a\t\r\n\t\r\n\tb',
      [
        ['a', ''],
        ['', ''],
        ['', 'b'],
      ],
    ],
    ['line breaks, tabs and quotation marks in a cell', '"一行\n二行"\t"彼の""鍵"""\n', [['一行\n二行', '彼の"鍵"']]],
    ['a quotation mark that quotes nothing', '5" ディスク\tx', [['5" ディスク', 'x']]],
    ['one that never ends', '"a\tb', [['"a', 'b']]],
    ['nothing', '', [['']]],
  ])('%s', (_, text, cells) => {
    expect(parseCells(text)).toEqual(cells);
  });
});

describe('pasteCells', () => {
  const rows = [row('r1', { kind: '紙媒体', note: '前からある' }), row('r2', {})];

  test('fills to the right and down from a cell, and adds the rows that are missing', () => {
    const pasted = pasteCells(
      rows,
      columns,
      { rowId: 'r2', columnId: 'day' },
      [
        ['2026/12/1', 'あ'],
        ['R8.12.2', 'い'],
      ],
      counter(),
    );
    expect(pasted).toEqual({
      rows: [rows[0], row('r2', { day: '2026-12-01', note: 'あ' }), row('new-1', { day: '2026-12-02', note: 'い' })],
      filled: { rows: 2, columns: 2 },
      leftOut: { rows: 0, columns: 0 },
    });
  });

  test('what stands to the left stays, options come in their own words, and what is beyond the last column is counted', () => {
    const pasted = pasteCells(
      rows,
      columns,
      { rowId: 'r1', columnId: 'day' },
      [['2026-12-01', 'b', 'c', 'd']],
      counter(),
    );
    expect(pasted.rows[0]).toEqual(row('r1', { kind: '紙媒体', day: '2026-12-01', note: 'b' }));
    expect(pasted.leftOut.columns).toBe(2);
    const chosen = pasteCells(rows, columns, { rowId: 'r2', columnId: 'kind' }, [[' 紙 媒体', '']], counter());
    expect(chosen.rows[1]).toEqual(row('r2', { kind: '紙媒体', day: '' }));
  });

  test('takes no more rows than a form has', () => {
    const cells = Array.from({ length: mostRows + 5 }, (_, n) => [`${n}`]);
    const pasted = pasteCells(rows, columns, { rowId: 'r1', columnId: 'note' }, cells, counter());
    expect(pasted.rows).toHaveLength(mostRows);
    expect(pasted.leftOut.rows).toBe(5);
  });
});
