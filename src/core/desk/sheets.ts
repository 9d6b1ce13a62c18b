import { statusNames } from '../../record/v1/checklist/statuses.ts';
import type { PaperSheet, SheetValue } from '../form/sheets.ts';
import { toSheetValue } from '../form/sheets.ts';
import type { EvaluatedRow } from './evaluate.ts';
import { toMatrix } from './matrix.ts';
import { nextSteps } from './next-steps.ts';
import { reasonNames } from './reasons.ts';
import type { Remedy } from './remedies.ts';
import { type DeskRow, rowKindNames } from './table.ts';

/** A column of a table that people take away: what stands over it, how wide it is, and what stands in it. */
interface Column<Row> {
  label: string;
  width: number;
  kind: 'text' | 'date' | 'number';
  text: (row: Row) => string;
}

const tableColumns: readonly Column<DeskRow>[] = [
  { label: '会社名', width: 30, kind: 'text', text: ({ name }) => name },
  { label: '結果', width: 14, kind: 'text', text: ({ kind }) => rowKindNames[kind] },
  { label: '○', width: 8, kind: 'number', text: ({ counts }) => numberOf(counts?.circles) },
  { label: '×', width: 8, kind: 'number', text: ({ counts }) => numberOf(counts?.crosses) },
  { label: '対象外', width: 8, kind: 'number', text: ({ counts }) => numberOf(counts?.notApplicable) },
  { label: '未回答', width: 8, kind: 'number', text: ({ counts }) => numberOf(counts?.unanswered) },
  { label: '提出日（署名者の時計）', width: 24, kind: 'date', text: (row) => row.submittedOn },
  { label: '次にすること', width: 44, kind: 'text', text: ({ next }) => nextSteps[next] },
  { label: 'わけ', width: 36, kind: 'text', text: ({ reasons }) => reasons.map((one) => reasonNames[one]).join('、') },
  { label: '期限切れの記録', width: 14, kind: 'number', text: ({ expired }) => (expired > 0 ? String(expired) : '') },
  { label: '文書番号', width: 18, kind: 'text', text: ({ shown }) => shown?.documentNumber ?? '' },
  { label: 'ファイル名', width: 40, kind: 'text', text: ({ shown }) => shown?.name ?? '' },
  {
    label: 'ほかのファイルの数',
    width: 18,
    kind: 'number',
    text: ({ others }) => numberOf(others.length || undefined),
  },
  { label: '担当者', width: 18, kind: 'text', text: ({ company }) => company?.person ?? '' },
  { label: 'メール', width: 28, kind: 'text', text: ({ company }) => company?.mail ?? '' },
  { label: '備考', width: 36, kind: 'text', text: ({ company }) => company?.note ?? '' },
  { label: '答えた様式', width: 36, kind: 'text', text: ({ shown }) => shown?.tool?.title ?? '' },
];

const remedyColumns: readonly Column<Remedy>[] = [
  { label: '会社名', width: 30, kind: 'text', text: ({ company }) => company },
  { label: 'No', width: 8, kind: 'number', text: ({ item }) => String(item.number) },
  { label: '問い', width: 60, kind: 'text', text: ({ item }) => item.text },
  { label: '状態', width: 18, kind: 'text', text: ({ state }) => state },
  { label: '予定日', width: 14, kind: 'date', text: ({ plannedOn }) => plannedOn },
  { label: '備考・理由', width: 40, kind: 'text', text: ({ note }) => note },
  { label: '記録', width: 28, kind: 'text', text: ({ evidence }) => evidence },
  { label: '文書番号', width: 18, kind: 'text', text: ({ documentNumber }) => documentNumber },
  { label: '指摘', width: 40, kind: 'text', text: ({ remark }) => remark?.text ?? '' },
  { label: '指摘の期限', width: 14, kind: 'date', text: ({ remark }) => remark?.dueOn ?? '' },
  { label: '期限を過ぎた', width: 14, kind: 'text', text: ({ isOverdue }) => (isOverdue ? '過ぎた' : '') },
  { label: '済', width: 14, kind: 'date', text: ({ doneOn }) => doneOn },
];

const evaluationColumns: readonly Column<EvaluatedRow>[] = [
  { label: '会社名', width: 30, kind: 'text', text: ({ row }) => row.name },
  { label: '評価', width: 16, kind: 'text', text: ({ says }) => says },
  { label: 'わけ', width: 60, kind: 'text', text: ({ why }) => why },
  { label: '決めた書類の番号', width: 20, kind: 'text', text: ({ row }) => row.verdict?.documentNumber ?? '' },
  { label: '次の評価日', width: 14, kind: 'date', text: ({ row }) => row.verdict?.nextOn ?? '' },
];

/** The table as rows of texts, its head first, for CSV. */
export function tableTexts(rows: readonly DeskRow[]): string[][] {
  return toTexts(tableColumns, rows);
}

/** 改善一覧 as rows of texts, its head first, for CSV. */
export function remedyTexts(remedies: readonly Remedy[]): string[][] {
  return toTexts(remedyColumns, remedies);
}

/**
 * What of the desk people take away as a workbook: 結果, 改善一覧, 会社と項目, 評価, a sheet each; one without rows is left out.
 * @param toCell what may stand in a cell, out of a stranger's text
 */
export function toDeskSheets(
  {
    rows,
    remedies,
    evaluated,
  }: { rows: readonly DeskRow[]; remedies: readonly Remedy[]; evaluated: readonly EvaluatedRow[] },
  toCell: (text: string) => string,
): PaperSheet[] {
  const sheets = [
    tableSheet(rows, toCell),
    remedySheet(remedies, toCell),
    toSheet('評価', evaluationColumns, evaluated, toCell),
  ].map((sheet): PaperSheet => ({ ...sheet, rows: [...sheet.rows] }));
  const [table, mends, judged] = sheets;
  const all = [table, mends, matrixSheet(rows, toCell), judged].filter((sheet) => sheet !== undefined);
  return all.filter((sheet, index) => index === 0 || sheet.rows.length > 1);
}

/** A sheet whose rows are made one by one, for whoever writes more of them than memory should hold. */
export type LongSheet = Omit<PaperSheet, 'rows'> & { rows: Iterable<SheetValue[]> };

/** The table as a sheet. @param toCell what may stand in a cell, out of a stranger's text */
export function tableSheet(rows: readonly DeskRow[], toCell: (text: string) => string): LongSheet {
  return toSheet('結果', tableColumns, rows, toCell);
}

/** 改善一覧 as a sheet. @param toCell what may stand in a cell, out of a stranger's text */
export function remedySheet(remedies: readonly Remedy[], toCell: (text: string) => string): LongSheet {
  return toSheet('改善一覧', remedyColumns, remedies, toCell);
}

function matrixSheet(rows: readonly DeskRow[], toCell: (text: string) => string): PaperSheet {
  const { items, lines } = toMatrix(rows);
  const text = (one: string): SheetValue => ({ kind: 'text', text: toCell(one) });
  const head = ['会社名', ...items.map(({ number, text: asked }) => `No.${number} ${asked}`)].map(text);
  const body = lines.map(({ row, cells }) => [
    text(row.name),
    ...cells.map((cell) => text(cell.isAsked ? cell.mark || statusNames.unanswered : '（問いなし）')),
  ]);
  const sum = ['×の数', ...items.map(({ crosses }) => String(crosses))].map(text);
  const all = lines.length > 0 ? [head, ...body, sum] : [head];
  return { name: '会社と項目', widths: [30, ...items.map(() => 14)], rows: all };
}

function toTexts<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[][] {
  return [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ text }) => text(row)))];
}

function toSheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  toCell: (text: string) => string,
): LongSheet {
  return { name, widths: columns.map(({ width }) => width), rows: toCells(columns, rows, toCell), filter: true };
}

function* toCells<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  toCell: (text: string) => string,
): Generator<SheetValue[], void, void> {
  yield columns.map(({ label }): SheetValue => ({ kind: 'text', text: label }));
  for (const row of rows)
    yield columns.map(({ kind, text }) => toSheetValue(kind === 'text' ? 'line' : kind, toCell(text(row))));
}

function numberOf(count: number | undefined): string {
  return count === undefined ? '' : String(count);
}
