import { listRegisterEvents } from '../../core/calendar/register-events.ts';
import { writeCalendar } from '../../core/calendar/write-calendar.ts';
import { download, today } from '../parts/parts.ts';
import type { RegisterContext } from './register-context.ts';

/** Hands out the days of the register as a calendar file; says so where it has none. */
export function saveCalendar({ base, form, rules, store, now, tell }: RegisterContext): void {
  const day = today(now());
  const { entries } = store.$state.get();
  const events = listRegisterEvents({ form, rules, entries }, day, new URL(base, location.href).href);
  if (events.length === 0) {
    tell(['noDates']);
    return;
  }
  const calendar = writeCalendar(events, { name: form.title, stamp: day });
  download(`${form.title}.ics`, 'text/calendar;charset=utf-8', calendar);
  tell(['dates'], { n: events.length.toLocaleString('en') });
}
