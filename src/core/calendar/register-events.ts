import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { tablesOf } from '../../record/v1/form/given.ts';
import { readUntil, show } from '../register/arrange.ts';
import { type Entry, textOf } from '../register/entry.ts';
import { keptUntil } from '../register/retention.ts';
import type { RegisterRules } from '../register/rules.ts';
import { titleColumn } from '../register/title-column.ts';
import { isDate } from '../text/date.ts';
import type { CalendarEvent } from './write-calendar.ts';

/** A register as a calendar needs it. */
export interface DatedRegister {
  form: FormDefinition;
  rules: RegisterRules;
  entries: readonly Entry[];
}

/**
 * The days of a register: of each entry that is not done the day by which something has to be done, e.g. a return or the
 * next review, and the last day of keeping what it is about, over or not; and each day from today on after which entries need not be kept any more. An event is known
 * again by its entry, so a calendar that reads the file anew changes it.
 * @param today `YYYY-MM-DD`; @param site address of the site's base, ending in a slash
 */
export function listRegisterEvents(
  { form, rules, entries }: DatedRegister,
  today: string,
  site: string,
): CalendarEvent[] {
  const url = `${site}registers/${form.id}/`;
  const events: CalendarEvent[] = [];
  const past = new Map<string, number>();
  for (const table of tablesOf(form)) {
    const own = Object.hasOwn(rules.tables, table.id) ? rules.tables[table.id] : undefined;
    if (!own) continue;
    const [dueColumn, untilColumn] = [own.due, own.until].map((id) => table.columns.find((one) => one.id === id));
    for (const entry of entries) {
      if (entry.table !== table.id) continue;
      const shown = show(entry, own);
      const { state, on, isOpen, isStruck, isInConflict } = shown;
      if (isStruck) continue;
      const title = titleColumn(table, own, state.cells);
      const [name = ''] = (title ? textOf(state, title.id) : '').split('\n');
      const add = (kind: 'due' | 'until', start: string, label: string) =>
        events.push({
          uid: `${entry.id}.${kind}.${form.id}@kitei`,
          start,
          every: undefined,
          summary: `${label}: ${name || table.row}`,
          description: `${form.title}\n${table.row}`,
          url,
        });
      const due = dueColumn ? textOf(state, dueColumn.id).slice(0, 10) : '';
      if (dueColumn && isDate(due) && (isOpen || own.closedBy.length === 0)) add('due', due, dueColumn.label);
      const until = readUntil(shown, own);
      if (untilColumn && until.kind === 'day') add('until', until.day, untilColumn.label);
      const last = keptUntil(rules.keeps, on);
      if (last !== undefined && last >= today && !isOpen && !isInConflict) past.set(last, (past.get(last) ?? 0) + 1);
    }
  }
  for (const [day, count] of [...past].sort()) {
    events.push({
      uid: `${day}.kept.${form.id}@kitei`,
      start: day,
      every: undefined,
      summary: `保存の期間の終わり: ${form.title} ${count}件`,
      description: `${rules.keeps.says}\nこの日を過ぎたら、控えを保存してから消せます。`,
      url,
    });
  }
  return events;
}
