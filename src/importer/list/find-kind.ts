import { asksSeveral, guessKind, type Kind, readKind, readOptions, toKind, unitOf } from './answer-kind.ts';
import type { ColumnRole } from './column-roles.ts';
import type { ListTable } from './find-table.ts';
import { toLine } from './list-draft.ts';
import { cellAt, isIn, type Sheet } from './sheet.ts';

export interface FoundKind {
  kind: Kind;
  /** Something of it that could not be taken over. */
  problem?: { kind: string; message: string; column: number };
}

/**
 * How a question is answered: by what may be entered in its answer's cell, by the columns 選択肢, 回答形式 and 単位, by what
 * stands in the answer's cell, by the head of that column, and last by the question's own words. A list that says nothing
 * asks for a state.
 */
export function findKind(sheet: Sheet, table: ListTable, row: number, question: string): FoundKind {
  const columns = (role: ColumnRole) => table.columns.filter((one) => one.role === role);
  const textIn = (role: ColumnRole) =>
    columns(role)
      .flatMap(({ column }) => cellAt(sheet, row, column)?.text ?? [])
      .join('\n');
  const format = textIn('kind');
  const written = toLine(textIn('unit'));
  // A sentence in the column of units is none.
  const unit = written.length <= 10 ? written : '';
  const isSeveral = asksSeveral(format) || asksSeveral(question) || /複数/.test(format);
  const withUnit = (kind: Kind): Kind => (kind.kind === 'number' && unit ? { kind: 'number', unit } : kind);
  const offered = readOptions(textIn('options'));
  if (offered) return { kind: toKind(offered, isSeveral) };
  const rules = columns('answer').flatMap(({ column }) =>
    sheet.entryRules
      .filter(({ areas }) => areas.some((area) => isIn(area, row, column)))
      .map((rule) => ({ rule, column })),
  );
  for (const { rule, column } of rules) {
    if (rule.kind === 'date') return { kind: { kind: 'date' } };
    if (rule.kind === 'number')
      return { kind: withUnit({ kind: 'number', ...unitOf(headOf(columns('answer'))), ...unitOf(question) }) };
    if (rule.options && rule.options.length > 1) {
      const kind = toKind(rule.options, isSeveral);
      return kind.kind === 'state' ? { kind, ...doubtState(question, column) } : { kind };
    }
    if (rule.kind === 'options') {
      const message = '回答の欄の選択肢を読み取れません（計算式で作られています）。answer に選択肢を書いてください。';
      return { kind: { kind: 'text' }, problem: { kind: 'options-unread', message, column } };
    }
  }
  const said = format === '' ? undefined : readKind(format);
  if (said) return { kind: withUnit(said) };
  if (unit !== '') return { kind: { kind: 'number', unit } };
  for (const { column } of columns('answer')) {
    const cell = cellAt(sheet, row, column);
    const kind = cell?.kind === 'text' ? readKind(cell.text) : undefined;
    if (kind) return { kind };
  }
  const guessed = guessKind(question);
  if (guessed) return { kind: guessed };
  const [, bracketed] = /[(（[［]([^)）\]］]+)[)）\]］]/.exec(headOf(columns('answer'))) ?? [];
  return { kind: (bracketed && readKind(bracketed)) || { kind: 'state' } };
}

const askedNames = { number: '数', date: '日付', text: '言葉' } as const;

/** A rule for a whole column says ○ or ×, also where one of its questions asks for something else. */
function doubtState(question: string, column: number): Pick<FoundKind, 'problem'> {
  const asked = guessKind(question)?.kind ?? (unitOf(question).unit ? 'number' : undefined);
  if (asked !== 'number' && asked !== 'date' && asked !== 'text') return {};
  const message = `問いは${askedNames[asked]}をたずねているようですが、回答の欄の選択肢に合わせて ○× の答えにしました。違えば answer に { kind: ${asked} } と書いてください。`;
  return { problem: { kind: 'asks-otherwise', message, column } };
}

function headOf(columns: readonly { head: string }[]): string {
  return columns.map(({ head }) => head).join(' ');
}
