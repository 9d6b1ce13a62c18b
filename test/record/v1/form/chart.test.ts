import { describe, expect, test } from 'vitest';
import { placeRows, toBlankBoxes, toBoxes } from '../../../../src/record/v1/form/chart.ts';
import { FormDefinitionSchema } from '../../../../src/record/v1/form/definition-schema.ts';
import { findFormFlaws } from '../../../../src/record/v1/form/flaws.ts';
import { rowsOf, tablesOf } from '../../../../src/record/v1/form/given.ts';
import { blankForm, summarizeForm } from '../../../../src/record/v1/form/summarize.ts';
import { validateForm } from '../../../../src/record/v1/form/validate.ts';
import { SummaryDocumentSchema } from '../../../../src/record/v1/summary/summary-schema.ts';
import { row, structure, structured } from './fixture.ts';

const [table] = tablesOf(structure);
if (!table?.chart) throw new Error('The fixture has no chart.');
const { chart } = table;
const rows = rowsOf(structured, 'people');
const withRows = (more: ReturnType<typeof row>[]) => ({ ...structured, tables: { people: [...rows, ...more] } });

describe('placeRows', () => {
  test('goes by the name or role in the column, whatever the spaces, else by the levels', () => {
    expect(placeRows(chart, rows)).toEqual({ above: [-1, 0, 1, 0, 1, 0, 5], unknown: [], circular: [] });
  });

  test('an unknown name and a circle are told of, and stand at the top', () => {
    const odd = [
      row('a', { role: '甲', name: 'A', under: 'B' }),
      row('b', { role: '乙', name: 'B', under: 'A' }),
      row('c', { role: '丙', under: 'Z' }),
    ];
    expect(placeRows(chart, odd)).toEqual({ above: [-1, 0, -1], unknown: [2], circular: [0] });
  });

  test('a row is not its own superior because it names its own role', () => {
    expect(placeRows(chart, [row('a', { role: '甲', under: '甲' })]).unknown).toEqual([0]);
  });
});

describe('toBoxes', () => {
  test('those under one another stand together, each once', () => {
    expect(toBoxes(chart, rows).map(({ depth, lines }) => `${depth} ${lines[0]}`)).toEqual([
      '0 見本 花子',
      '1 髙橋﨑子',
      '2 山田 太郎',
      '2 鈴木 三郎',
      '1 佐藤 次郎',
      '1 田中 四郎',
      '2 伊藤 五月',
    ]);
  });

  test('a chain without an end is not followed without an end', () => {
    const chain = Array.from({ length: 300 }, (_, index) =>
      row(`r${index}`, { name: `人${index}`, under: index === 0 ? '' : `人${index - 1}` }),
    );
    const boxes = toBoxes(chart, chain);
    expect([boxes.length, boxes.at(-1)?.depth]).toEqual([300, 30]);
  });

  test('a blank paper has a box for each level, to write a name in', () => {
    expect(toBlankBoxes(chart)).toEqual([
      { depth: 0, title: '代表', lines: [''] },
      { depth: 1, title: '責任者', lines: [''] },
      { depth: 2, title: '担当者', lines: [''] },
    ]);
  });
});

describe('a form with a chart', () => {
  test('prints it below its table; without rows there is none', () => {
    const kinds = (blocks: { kind: string }[]) => blocks.map(({ kind }) => kind);
    const paper = summarizeForm(structure, structured, { documentNumber: '0123-4567-89AB' });
    expect(kinds(paper.blocks)).toEqual(['heading', 'fields', 'table', 'chart']);
    expect(SummaryDocumentSchema.safeParse(paper).success).toBe(true);
    expect(kinds(blankForm(structure).blocks)).toEqual(['heading', 'fields', 'table', 'chart']);
    const empty = summarizeForm(structure, { ...structured, tables: {} }, { documentNumber: '' });
    expect(kinds(empty.blocks)).toEqual(['heading', 'fields', 'table']);
  });

  test('a box two deeper than the one before is refused', () => {
    const paper = summarizeForm(structure, structured, { documentNumber: '0123-4567-89AB' });
    const [first, , second] = toBoxes(chart, rows);
    const boxes = [first, second];
    const read = SummaryDocumentSchema.safeParse({ ...paper, blocks: [{ kind: 'chart', caption: '', boxes }] });
    expect(read.success).toBe(false);
  });

  test('who is named above must be there', () => {
    expect(validateForm(structure, structured, '2026-12-01')).toEqual([]);
    const problems = validateForm(structure, withRows([row('r8', { role: '客', under: '居ない人' })]), '2026-12-01');
    expect(problems).toMatchInlineSnapshot(`
      [
        {
          "fieldId": "cell-people-r8-under",
          "message": "1 役割と人 8行目の「上に立つ人」には、この表のほかの行にある氏名か役割を書いてください。",
        },
      ]
    `);
    const circle = [row('a', { name: 'A', under: 'B' }), row('b', { name: 'B', under: 'A' })];
    expect(validateForm(structure, withRows(circle), '2026-12-01')).toMatchInlineSnapshot(`
      [
        {
          "fieldId": "cell-people-a-under",
          "message": "1 役割と人 8行目の「上に立つ人」をたどると、同じ行に戻ります。上に立つ行を書き直すか、空けてください。",
        },
      ]
    `);
  });

  test('its columns and levels must be there', () => {
    expect(findFormFlaws(structure)).toEqual([]);
    expect(FormDefinitionSchema.safeParse(structure).success).toBe(true);
    const broken = { ...chart, box: 'post', lines: ['gone'], under: 'nobody', levels: [['社長']] };
    const flaws = findFormFlaws({ ...structure, parts: [{ ...table, chart: broken }] });
    expect(flaws.map(({ path }) => path)).toEqual([
      'parts[0].chart.box',
      'parts[0].chart.lines[0]',
      'parts[0].chart.under',
      'parts[0].chart.levels[0]',
    ]);
  });
});
