import { asksSeveral, type Kind, readKind, readOptions, toKind, unitOf } from './answer-kind.ts';
import { findAsked } from './asked-kind.ts';
import type { ColumnRole } from './column-roles.ts';
import type { ListTable } from './find-table.ts';
import { type FoundBy, toLine } from './list-draft.ts';
import { cellAt, isIn, type Sheet } from './sheet.ts';
import { weighKind } from './weigh-kind.ts';

export interface FoundKind {
  kind: Kind;
  by: FoundBy;
  /** The sheet's own marks for states. */
  marks?: string[];
  /** Something of it that could not be taken over, or was not. */
  problem?: { kind: string; message: string; column: number };
}

/** What the sheet itself says of an answer. */
interface Said {
  kind: Kind;
  options?: readonly string[];
  column: number;
  /** Whether it says the same in another row. */
  isSaidIn?: (row: number) => boolean;
  problem?: FoundKind['problem'];
}

/**
 * How a question is answered: by the columns 選択肢, by what may be entered in its answer's cell, by the columns 回答形式 and
 * 単位, by what stands in the answer's cell, by the question's own words, and last by the head of that column. A list that
 * says nothing asks for a state. Where one thing is said of a whole column, a question that surely asks for something else
 * goes its own way.
 */
export function findKind(sheet: Sheet, table: ListTable, row: number, question: string): FoundKind {
  const said = readSaid(sheet, table, row, question);
  const asked = findAsked(question);
  if (said?.problem) return { kind: said.kind, by: 'sheet', problem: said.problem };
  if (said) {
    const { isSaidIn } = said;
    const weighed = weighKind(
      said.kind,
      said.options ?? [],
      asked,
      () => !!isSaidIn && isSaidOfAll(sheet, table, isSaidIn),
    );
    const problem = weighed.problem && { ...weighed.problem, column: said.column };
    if (weighed.kind) return { kind: weighed.kind, by: 'words', ...(problem && { problem }) };
    return { ...withMarks(said.kind, said.options), by: 'sheet', ...(problem && { problem }) };
  }
  if (asked?.isSure && asked.kind.kind !== 'state') return { kind: asked.kind, by: 'words' };
  const answers = table.columns.filter(({ role }) => role === 'answer');
  const [, bracketed] = /[(（[［]([^)）\]］]+)[)）\]］]/.exec(headOf(answers)) ?? [];
  const headed = bracketed ? readKind(bracketed) : undefined;
  const kind = headed ?? { kind: 'state' };
  const { problem } = weighKind(kind, bracketed ? (readOptions(bracketed) ?? []) : [], asked, () => false);
  return {
    ...withMarks(kind, headed && bracketed ? readOptions(bracketed) : undefined),
    by: headed ? 'sheet' : 'nothing',
    ...(problem && { problem: { ...problem, column: answers[0]?.column ?? table.columns[0]?.column ?? 1 } }),
  };
}

function withMarks(kind: Kind, options: readonly string[] | undefined): Pick<FoundKind, 'kind' | 'marks'> {
  return kind.kind === 'state' && options && options.length > 0 ? { kind, marks: [...options] } : { kind };
}

function readSaid(sheet: Sheet, table: ListTable, row: number, question: string): Said | undefined {
  const columns = (role: ColumnRole) => table.columns.filter((one) => one.role === role);
  const textIn = (role: ColumnRole, at = row) =>
    columns(role)
      .flatMap(({ column }) => cellAt(sheet, at, column)?.text ?? [])
      .join('\n');
  const place = (role: ColumnRole) => columns(role)[0]?.column ?? 1;
  const format = textIn('kind');
  const written = toLine(textIn('unit'));
  // A sentence in the column of units is none.
  const unit = written.length <= 10 ? written : '';
  const isSeveral = asksSeveral(format) || asksSeveral(question) || /複数/.test(format);
  const withUnit = (kind: Kind): Kind => (kind.kind === 'number' && unit ? { kind: 'number', unit } : kind);
  const offered = readOptions(textIn('options'));
  if (offered) {
    const isSaidIn = (other: number) => textIn('options', other) === textIn('options');
    return { kind: toKind(offered, isSeveral), options: offered, column: place('options'), isSaidIn };
  }
  for (const { column } of columns('answer')) {
    for (const { areas, kind, options } of sheet.entryRules) {
      const isSaidIn = (other: number) => areas.some((area) => isIn(area, other, column));
      if (!isSaidIn(row)) continue;
      if (kind === 'date') return { kind: { kind: 'date' }, column, isSaidIn };
      if (kind === 'number') {
        const number: Kind = { kind: 'number', ...unitOf(headOf(columns('answer'))), ...unitOf(question) };
        return { kind: withUnit(number), column, isSaidIn };
      }
      if (options && options.length > 1) return { kind: toKind(options, isSeveral), options, column, isSaidIn };
      if (kind === 'options') {
        const message =
          '回答の欄の選択肢を読み取れないので（計算式で作られています）、文で答える問いにしました。answer に選択肢を書いてください。';
        return { kind: { kind: 'text' }, column, problem: { kind: 'options-unread', message, column } };
      }
    }
  }
  const formatted = format === '' ? undefined : readKind(format);
  if (formatted) {
    const isSaidIn = (other: number) => textIn('kind', other) === format;
    return { kind: withUnit(formatted), ...optionsIn(format), column: place('kind'), isSaidIn };
  }
  if (unit !== '') return { kind: { kind: 'number', unit }, column: place('unit') };
  for (const { column } of columns('answer')) {
    const cell = cellAt(sheet, row, column);
    const kind = cell?.kind === 'text' ? readKind(cell.text) : undefined;
    const isSaidIn = (other: number) => cellAt(sheet, other, column)?.text === cell?.text;
    if (cell && kind) return { kind, ...optionsIn(cell.text), column, isSaidIn };
  }
  return undefined;
}

function optionsIn(text: string): Pick<Said, 'options'> {
  const options = readOptions(text.replace(/[□☐☑■◻]/g, ' '));
  return options ? { options } : {};
}

/** Whether nearly all questions of a table are said to be answered alike: nobody thought of each. */
function isSaidOfAll(sheet: Sheet, table: ListTable, isSaidIn: (row: number) => boolean): boolean {
  const question = table.columns.find(({ role }) => role === 'question')?.column ?? 1;
  let [all, alike] = [0, 0];
  for (const [row, cells] of sheet.rows) {
    if (row < table.first || row > table.last || !cells.has(question)) continue;
    all++;
    if (isSaidIn(row)) alike++;
  }
  return alike >= 3 && alike >= all * 0.8;
}

function headOf(columns: readonly { head: string }[]): string {
  return columns.map(({ head }) => head).join(' ');
}
