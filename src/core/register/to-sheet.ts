import type { FormTable } from '../../record/v1/form/definition.ts';
import { nameSheets, type PaperSheet, type SheetValue, toSheetValue, toWidth } from '../form/sheets.ts';
import { toJapanClock } from '../text/japan-time.ts';
import type { Shown } from './arrange.ts';
import { textOf } from './entry.ts';
import type { TableRules } from './rules.ts';

/** What stands beside the columns of the table; by these headings a sheet is known to be ours when it comes back. */
export const ownHeadings = {
  state: '状態',
  struck: '取り消し',
  reason: '直した・取り消した理由',
  by: '書いた人',
  at: '書いた日時',
  from: '出どころ',
  mark: '目印（消さないでください）',
} as const;

/** What a struck entry is called, in the column of its state and in that of its own. */
export const struckWord = '取り消し';

/** The mark of an entry in a file: the entry, and the state that was written. */
export function toMark(entryId: string, stateId: string): string {
  return `${entryId} ${stateId}`;
}

/** Entries as a sheet: typed cells, the head in sight, a filter on each column. @param shown in their order */
export function toRegisterSheet(table: FormTable, rules: TableRules, shown: readonly Shown[]): PaperSheet {
  const own = Object.values(ownHeadings).map(text);
  return {
    name: nameSheets({ parts: [table] }).get(table.id) ?? table.id,
    widths: [...table.columns.map(toWidth), 12, 10, 20, 14, 20, 20, 34],
    filter: true,
    rows: [
      [...table.columns.map(({ label }) => text(label)), ...own],
      ...shown.map((one) => [
        ...table.columns.map(({ id, kind }) => toSheetValue(kind, textOf(one.state, id))),
        ...toOwnCells(one, rules),
      ]),
    ],
  };
}

/** The same as rows of texts, for CSV: days as `2026-11-30`, moments as `2026-11-30 14:05`. */
export function toRegisterRows(table: FormTable, rules: TableRules, shown: readonly Shown[]): string[][] {
  return [
    [...table.columns.map(({ label }) => label), ...Object.values(ownHeadings)],
    ...shown.map((one) => [...table.columns.map(({ id }) => textOf(one.state, id)), ...toOwnTexts(one, rules)]),
  ];
}

function toOwnCells(shown: Shown, rules: TableRules): SheetValue[] {
  const at = Object.keys(ownHeadings).indexOf('at');
  return toOwnTexts(shown, rules).map((value, index) => (index === at ? toSheetValue('moment', value) : text(value)));
}

function toOwnTexts({ entry, state, isOpen, isStruck, isInConflict }: Shown, rules: TableRules): string[] {
  const { date, time } = toJapanClock(new Date(state.at));
  const texts: Record<keyof typeof ownHeadings, string> = {
    state: isInConflict ? '食い違い' : isStruck ? struckWord : sayState(isOpen, rules),
    struck: isStruck ? struckWord : '',
    reason: state.reason ?? '',
    by: state.by,
    at: `${date} ${time}`,
    from: state.from ?? '',
    mark: toMark(entry.id, state.id),
  };
  return Object.values(texts);
}

function sayState(isOpen: boolean, { closedBy, open, closed }: TableRules): string {
  if (closedBy.length === 0) return '';
  return isOpen ? (open ?? '未了') : (closed ?? '済み');
}

function text(value: string): SheetValue {
  return { kind: 'text', text: value };
}
