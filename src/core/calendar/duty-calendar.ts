import { type CalendarEvent, writeCalendar } from './write-calendar.ts';

/** Name of the calendar, where a calendar program shows one. */
export const calendarName = '情報セキュリティ規程の予定';

/** Stands in an event whose period is not the source's. */
export const chosenPeriod = 'くり返しの間隔は原文になく、この予定を作るときに決めた。';

/** A duty that comes again, as the page and the file list it. */
export interface PeriodicDuty {
  /** Id of the provision. */
  id: string;
  summary: string;
  /** What to do and where it says so; the lines of the event's description. */
  description: string;
  /** Path of the provision from the site's base. */
  path: string;
  /** Its period, where the source states one. */
  every: string | undefined;
  /** Month that the company has set, 1 to 12. */
  month: number | undefined;
}

/** What a person has chosen for a duty: without a period or a month it stays out of the file. */
export interface Plan {
  every: string | undefined;
  month: number | undefined;
}

export interface CalendarSettings {
  name: string;
  /** Day the content is from, `YYYY-MM-DD`; the first event is the first one from then on. */
  from: string;
  /** Address of the site's base, ending in a slash; undefined while it is not known. */
  site: string | undefined;
  /** Stands in the event where the period is not the source's. */
  chosen: string;
}

/**
 * The calendar of the duties that have a period and a month, and of further events; undefined when there is none.
 * @param more e.g. of the registers that are kept
 */
export function toDutyCalendar(
  duties: readonly PeriodicDuty[],
  planOf: (duty: PeriodicDuty) => Plan,
  { name, from, site, chosen }: CalendarSettings,
  more: readonly CalendarEvent[] = [],
): string | undefined {
  const planned = duties.flatMap((duty): CalendarEvent[] => {
    const { every, month } = planOf(duty);
    if (every === undefined || month === undefined) return [];
    return [
      {
        uid: `${duty.id.replace(':', '.')}@kitei`,
        start: firstDay(month, from),
        every,
        summary: duty.summary,
        description: duty.every === undefined ? `${duty.description}\n${chosen}` : duty.description,
        url: site === undefined ? undefined : site + duty.path,
      },
    ];
  });
  const events = [...planned, ...more];
  return events.length > 0 ? writeCalendar(events, { name, stamp: from }) : undefined;
}

/** The first day of a month that is not before a day, `YYYY-MM-DD`. */
export function firstDay(month: number, from: string): string {
  const year = Number(from.slice(0, 4));
  const day = (y: number) => `${String(y).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  return day(year) >= from ? day(year) : day(year + 1);
}
