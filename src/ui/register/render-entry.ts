import { findOutlived, findOverdue, isPast, readUntil, type Shown } from '../../core/register/arrange.ts';
import { textOf } from '../../core/register/entry.ts';
import { keptUntil } from '../../core/register/retention.ts';
import type { RegisterRules, TableRules } from '../../core/register/rules.ts';
import { titleColumn } from '../../core/register/title-column.ts';
import { formatDate, isDate } from '../../core/text/date.ts';
import type { FormColumn, FormTable } from '../../record/v1/form/definition.ts';
import { part, show } from '../parts/parts.ts';
import { copyTemplate, fillSlots } from '../parts/templates.ts';
import { showCell } from './show-cell.ts';

/** A list of a register, with what is said of it. */
export interface RegisterList {
  table: FormTable;
  rules: TableRules;
  keeps: RegisterRules['keeps'];
  /** `YYYY-MM-DD` */
  today: string;
}

/** Japanese: what an entry is called in a sentence. */
export function nameEntry({ table, rules }: Pick<RegisterList, 'table' | 'rules'>, { state, on }: Shown): string {
  const title = showColumn(titleColumn(table, rules, state.cells), state).split('\n')[0] ?? '';
  const short = title.length > 40 ? `${title.slice(0, 40)}…` : title;
  const day = isDate(on.slice(0, 10)) ? on.slice(0, 10) : on;
  return [formatDate(day), short].filter(Boolean).join(' ') || table.row;
}

/** One entry as a row of the list. */
export function renderEntry(root: ParentNode, list: RegisterList, shown: Shown): HTMLElement {
  const { table, rules, keeps, today } = list;
  const { entry, state, on, isOpen, isStruck, isInConflict } = shown;
  const row = part(copyTemplate(root, `entry-${table.id}`), 'li', HTMLElement);
  row.dataset['entry'] = entry.id;
  row.toggleAttribute('data-struck', isStruck);
  const overdue = findOverdue(shown, rules, today);
  const outlived = findOutlived(shown, rules, today);
  const title = titleColumn(table, rules, state.cells);
  const day = part(row, '[data-slot="day"]', HTMLElement);
  // What could not be read on its way in stands as it was.
  const hasDay = isDate(on.slice(0, 10));
  fillSlots(row, {
    day: on === '' ? (day.dataset['none'] ?? '') : hasDay ? formatDate(on.slice(0, 10)) : on,
    time: hasDay ? on.slice(11) : '',
    title: showColumn(title, state),
    name: nameEntry(list, shown),
    due: overdue === undefined ? '' : formatDate(overdue),
    outlived: outlived === undefined ? '' : formatDate(outlived),
    until: formatDate(keptUntil(keeps, on) ?? ''),
    reason: state.reason ?? '',
  });
  const is = {
    conflict: isInConflict,
    overdue: overdue !== undefined,
    outlived: outlived !== undefined,
    unread: readUntil(shown, rules).kind === 'unreadable',
    open: isOpen,
    closed: !isOpen && !isStruck,
    struck: isStruck,
    past: isPast(shown, keeps, today),
  };
  for (const [name, holds] of Object.entries(is)) show(row, `[data-is="${name}"]`, holds);
  const does = {
    settle: isInConflict,
    close: isOpen && !isInConflict,
    edit: !isStruck && !isInConflict,
    copy: !isInConflict,
    strike: !isStruck && !isInConflict,
    restore: isStruck && !isInConflict,
  };
  show(row, '[data-lead]', !isStruck && !isInConflict && (isOpen || rules.closedBy.length === 0));
  for (const [name, may] of Object.entries(does)) show(row, `[data-do="${name}"]`, may);
  const facts = table.columns.filter(
    (column) => column.id !== rules.on && column !== title && textOf(state, column.id) !== '',
  );
  part(row, '[data-facts]', HTMLElement).append(
    ...facts.map((column) => copyTemplate(root, 'fact', { label: column.label, value: showColumn(column, state) })),
  );
  return row;
}

function showColumn(column: FormColumn | undefined, state: Shown['state']): string {
  return column ? showCell(column, textOf(state, column.id)) : '';
}
