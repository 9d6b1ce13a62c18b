import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FormDefinition, FormField } from '../../record/v1/form/definition.ts';
import { fieldsOf, findCell, findField, rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import { chosenOf } from '../../record/v1/form/sent-text.ts';
import { isDate, toDateText } from '../text/date.ts';
import { type CalendarEvent, writeCalendar } from './write-calendar.ts';

/** Ids, shared by all forms, of days on which something is to be done or ends; in a `time` a day may be written. */
const plannedIds = new Set(['due', 'planned', 'held', 'next', 'until', 'period-until', 'time']);
/** Of a day on which it was done: nothing is to come any more. */
const doneIds = ['done', 'finished', 'erased'];

/** Whether papers of this form may hold days that are to come. */
export function plansDays(definition: Pick<FormDefinition, 'parts'>): boolean {
  const asked = [...fieldsOf(definition), ...tablesOf(definition).flatMap(({ columns }) => columns)];
  return asked.some(({ id }) => plannedIds.has(id));
}

/**
 * The days of a paper that are to come, as a calendar file; undefined where there is none. A day that is written again on the
 * same paper changes its event.
 * @param today `YYYY-MM-DD` where the person is
 */
export function toPaperCalendar(
  definition: FormDefinition,
  answers: FormAnswers,
  today: string,
): { text: string; count: number } | undefined {
  const { business, recipient } = answers.header;
  const paper = [definition.title, business, recipient].filter((text) => text !== '');
  const eventOf = (key: string, field: FormField, start: string, what: string, more: string[]): CalendarEvent => ({
    uid: `${answers.case}.${key}.${field.id}@kitei`,
    start,
    every: undefined,
    summary: `${what}（${field.label}）`,
    description: [...paper, ...more].join('\n'),
    url: undefined,
  });
  const comingOf = (fields: readonly FormField[], textOf: (id: string) => string) => {
    if (doneIds.some((id) => textOf(id).trim() !== '')) return [];
    return fields.flatMap((field) => {
      const day = plannedIds.has(field.id) ? toDateText(textOf(field.id)) : '';
      return isDate(day) && day >= today ? [{ field, day }] : [];
    });
  };
  const ofFields = comingOf(fieldsOf(definition), (id) => findField(answers, id)).map(({ field, day }) =>
    eventOf('field', field, day, definition.title, []),
  );
  const ofRows = tablesOf(definition).flatMap(({ id, columns, row: name }) =>
    rowsOf(answers, id).flatMap((row) => {
      const coming = comingOf(columns, (column) => findCell(row, column));
      const days = new Set(coming.map(({ field }) => field.id));
      const cells = columns
        .filter((column) => !days.has(column.id))
        .map((column) => ({ label: column.label, text: chosenOf(findCell(row, column.id)).join('、') }))
        .filter(({ text }) => text !== '');
      const [what] = cells;
      const more = cells.map(({ label, text }) => `${label}: ${text}`);
      return coming.map(({ field, day }) => eventOf(`${id}.${row.id}`, field, day, what?.text ?? name, more));
    }),
  );
  const events = [...ofFields, ...ofRows];
  if (events.length === 0) return undefined;
  return { text: writeCalendar(events, { name: definition.title, stamp: today }), count: events.length };
}
