import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheets } from '../../../src/core/form/read-sheets.ts';
import { nameSheets, toSheets } from '../../../src/core/form/sheets.ts';
import { readXlsx } from '../../../src/importer/list/read-xlsx.ts';
import { toSentForm } from '../../../src/record/v1/form/answer-set.ts';
import type { FormAnswers } from '../../../src/record/v1/form/answers.ts';
import { writeWorkbook } from '../../../src/ui/parts/write-workbook.ts';
import { plan, planned } from '../../record/v1/form/fixture.ts';

const sent = toSentForm(plan, planned);

async function write(answers: FormAnswers): Promise<Uint8Array> {
  return new Uint8Array(await (await writeWorkbook(toSheets(plan, answers))).arrayBuffer());
}

/** Rows of a sheet get ids of their own. */
function withoutRowIds({ tables, ...answers }: FormAnswers): unknown {
  const cells = Object.entries(tables).map(([id, rows]) => [id, rows.map((row) => row.cells)]);
  return { ...answers, tables: Object.fromEntries(cells) };
}

describe('a paper as a workbook', () => {
  test('comes back as it was, its case included', async () => {
    const reading = readSheets(readXlsx(await write(sent)), plan);
    if (!reading.ok) throw new Error(reading.problem.kind);
    expect(withoutRowIds(reading.answers)).toEqual(withoutRowIds(sent));
  });

  test.each([
    { from: '2026-11-01', until: '2026-11-30' },
    { from: '', until: '' },
  ])('comes back with its period: %j', async (period) => {
    expect(readSheets(readXlsx(await write({ ...sent, period })), plan)).toMatchObject({
      ok: true,
      answers: { period },
    });
  });

  test('days and figures are those of Excel, and the head stays in sight', async () => {
    const files = unzipSync(await write(sent));
    const [first, table] = ['1', '2'].map((n) => strFromU8(files[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array()));
    // 2026-12-01, and 1200.
    expect(first).toMatch(/<v>46357<\/v>/);
    expect(first).toMatch(/<v>1200<\/v>/);
    expect(table).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  });

  test.each(['=1+2', '+81-3-0000-0000', '-1', '@SUM(A1)', '=HYPERLINK("http://x.invalid")', '\t=1'])(
    'a text that begins like a formula is written as a text: %s',
    async (text) => {
      const bytes = await write({ ...sent, fields: { ...sent.fields, remark: text } });
      const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      expect(sheet).not.toContain('<f');
      const reading = readSheets(readXlsx(bytes), plan);
      expect(reading.ok && reading.answers.fields['remark']).toBe(text.trim());
    },
  );

  test('columns are found by what stands over them; other sheets, columns and empty rows do not matter', () => {
    const cell = (text: string) => ({ text });
    const sheet = (name: string, lines: string[][]) => ({
      name,
      rows: new Map(lines.map((line, r) => [r + 1, new Map(line.map((text, c) => [c + 1, cell(text)]))])),
    });
    const reading = readSheets(
      [
        sheet('記入', [
          ['項目', '記入', ''],
          ['様式', '', 'form=erasure-plan'],
          ['', '2', 'version'],
          ['', 'abc', 'case'],
          ['予定', 'R8.12.3', 'field:planned'],
        ]),
        sheet('1 情報の保存媒体', [
          ['作業実施者', 'メモ', '作業の方法'],
          ['山田', 'x', '返却'],
          ['', '', ''],
          ['', '', ' 焼却 '],
        ]),
        sheet('別の表', [['a']]),
      ],
      plan,
    );
    expect(reading.ok && reading.answers).toMatchObject({
      case: 'abc',
      fields: { planned: '2026-12-03' },
      tables: {
        media: [
          { id: 'row-1', cells: { worker: '山田', method: '返却' } },
          { id: 'row-3', cells: { method: '焼却' } },
        ],
      },
    });
  });

  test('of another form, of a later version, and what is no paper are refused', () => {
    const cells = new Map(
      toSheets(plan, sent)[0]?.rows.map((row, r) => [
        r + 1,
        new Map(
          row.map((value, c) => [
            c + 1,
            { text: value.kind === 'text' ? value.text : value.kind === 'number' ? String(value.number) : '' },
          ]),
        ),
      ]),
    );
    const sheets = [{ name: '記入', rows: cells }];
    const kindOf = (reading: ReturnType<typeof readSheets>) => (reading.ok ? 'read' : reading.problem.kind);
    expect(kindOf(readSheets(sheets, plan))).toBe('read');
    expect(kindOf(readSheets(sheets, { ...plan, id: 'other' }))).toBe('other-list');
    expect(kindOf(readSheets(sheets, { ...plan, version: 1 }))).toBe('newer-version');
    expect(kindOf(readSheets([{ name: 'Sheet1', rows: cells }], plan))).toBe('not-ours');
    expect(kindOf(readSheets([], plan))).toBe('not-ours');
  });
});

describe('nameSheets', () => {
  test('takes out what Excel takes in no name, keeps within 31 letters, and gives each its own', () => {
    const [table] = plan.parts;
    if (table?.kind !== 'table') throw new Error('The plan begins with a table.');
    const long = 'とても長い表の名前が付いている様式の一つ目の表[1]:あ';
    const named = nameSheets({
      ...plan,
      parts: [
        { ...table, id: 'a', title: '記入' },
        { ...table, id: 'b', title: `${long}${long}` },
        { ...table, id: 'c', title: `${long}${long}` },
      ],
    });
    expect([...named.values()].map((name) => name.length).every((length) => length <= 31)).toBe(true);
    expect(new Set(named.values()).size).toBe(3);
    expect([...named.values()].join('')).not.toMatch(/[\\/?*[\]:']/);
    expect(named.get('a')).toBe('記入 2');
  });
});
