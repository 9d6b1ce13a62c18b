import type { APIRoute } from 'astro';
import { loadLibrary, siteAddress } from '../../compiler/library.ts';
import { calendarName, chosenPeriod, toDutyCalendar } from '../../core/calendar/duty-calendar.ts';
import { listPeriodicDuties, usualPlan } from '../../core/calendar/periodic-duties.ts';
import { contentDate } from '../../core/regulation/schedule.ts';

/** One file, or none while no duty has its month: a calendar without an event is no calendar. */
export async function getStaticPaths() {
  const library = await loadLibrary();
  const calendar = toDutyCalendar(listPeriodicDuties(library), usualPlan, {
    name: calendarName,
    from: contentDate(library),
    site: siteAddress(),
    chosen: chosenPeriod,
  });
  return calendar === undefined ? [] : [{ params: { file: 'duties' }, props: { calendar } }];
}

export const GET: APIRoute<{ calendar: string }> = ({ props }) =>
  new Response(props.calendar, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
