import { type Duty, toDuty } from './duty.ts';
import type { Handbook, Library } from './library.ts';
import type { When } from './provision.ts';
import { lengthOf, pageLimit } from './role-sheets.ts';

/** The groups of the view by date, in its order. */
export const scheduleGroups = [
  'immediately',
  'promptly',
  'before',
  'nextDay',
  'within',
  'yearly',
  'periodic',
  'regularly',
  'onChange',
  'onEvent',
] as const;
export type ScheduleGroup = (typeof scheduleGroups)[number];

/** The one group that a time belongs to: how often goes before how soon, because it is what one plans by. */
export function groupOf({ within, every, month }: When): ScheduleGroup {
  if (every === 'P1Y' || (every === undefined && month !== undefined)) return 'yearly';
  if (every === 'regularly') return 'regularly';
  if (every === 'on-change') return 'onChange';
  if (every !== undefined) return 'periodic';
  if (within === 'P1D') return 'nextDay';
  if (within === 'immediately' || within === 'promptly' || within === 'before') return within;
  return within === undefined ? 'onEvent' : 'within';
}

/** Every provision with a time, by group, each once, in order of the site. */
export function listSchedule(library: Library): Record<ScheduleGroup, Duty[]> {
  const groups: Record<ScheduleGroup, Duty[]> = {
    immediately: [],
    promptly: [],
    before: [],
    nextDay: [],
    within: [],
    yearly: [],
    periodic: [],
    regularly: [],
    onChange: [],
    onEvent: [],
  };
  for (const provision of library.provisions.values()) {
    if (provision.when) groups[groupOf(provision.when)].push(toDuty(library, provision));
  }
  return groups;
}

/** The events of a document that have a page of their own. */
export interface EventsApart {
  handbook: Handbook;
  duties: Duty[];
}

/** The groups as pages: where the events do not fit beside the rest, each document gets a page of its own for them. */
export function arrangeSchedule(library: Library): { groups: Record<ScheduleGroup, Duty[]>; apart: EventsApart[] } {
  const groups = listSchedule(library);
  if (lengthOf(Object.values(groups).flat()) <= pageLimit) return { groups, apart: [] };
  const apart = library.handbooks.map((handbook) => ({
    handbook,
    duties: groups.onEvent.filter((duty) => duty.handbook === handbook.id),
  }));
  return { groups: { ...groups, onEvent: [] }, apart: apart.filter(({ duties }) => duties.length > 0) };
}

/** The newest date that the content bears; the same content always gives the same. */
export function contentDate({ handbooks }: Pick<Library, 'handbooks'>): string {
  const dates = handbooks.flatMap(({ pages }) => pages.flatMap(({ notedOn }) => notedOn));
  return dates.reduce((newest, date) => (date > newest ? date : newest), '2026-01-01');
}
