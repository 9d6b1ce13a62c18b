import { minutesOf } from './duration.ts';
import { type Duty, toDuty } from './duty.ts';
import type { Handbook, Library } from './library.ts';
import type { Provision, Time } from './provision.ts';
import { lengthOf, pageLimit } from './role-sheets.ts';

/** The groups of the view by date, in its order. */
export const scheduleGroups = [
  'immediately',
  'hours',
  'promptly',
  'before',
  'nextDay',
  'within',
  'after',
  'yearly',
  'periodic',
  'regularly',
  'onChange',
  'onEvent',
] as const;
export type ScheduleGroup = (typeof scheduleGroups)[number];
export type Schedule = Record<ScheduleGroup, Duty[]>;

/** The groups that a time belongs to: how soon, and how often. What says neither hangs on its event. */
export function groupsOf(time: Time): ScheduleGroup[] {
  const groups = [soonOf(time), oftenOf(time)].filter((group) => group !== undefined);
  return groups.length > 0 ? groups : ['onEvent'];
}

function soonOf({ within }: Time): ScheduleGroup | undefined {
  if (within === undefined) return undefined;
  if (within === 'immediately' || within === 'promptly' || within === 'before' || within === 'after') return within;
  if (minutesOf(within) !== undefined) return 'hours';
  return within === 'P1D' ? 'nextDay' : 'within';
}

function oftenOf({ every, month }: Time): ScheduleGroup | undefined {
  if (every === 'P1Y' || (every === undefined && month !== undefined)) return 'yearly';
  if (every === 'regularly') return 'regularly';
  if (every === 'on-change') return 'onChange';
  return every === undefined ? undefined : 'periodic';
}

/** Said of what needs leave, where the source says nothing else of when. */
export const onceAllowed = '許可・承認を得てから';

/** Each time of a provision with its group. What needs leave needs it beforehand, whatever else it says. */
export function timesOf({ when, approvers }: Pick<Provision, 'when' | 'approvers'>): [ScheduleGroup, Time][] {
  const times = (when?.times ?? []).flatMap((time) =>
    groupsOf(time).map((group): [ScheduleGroup, Time] => [group, time]),
  );
  if (approvers.length > 0 && !times.some(([group]) => group === 'before')) {
    times.push(['before', { text: when?.text ?? onceAllowed }]);
  }
  return times;
}

/** Every provision under each of its times, in order of the site. */
export function listSchedule(library: Library): Schedule {
  const groups = emptySchedule();
  for (const provision of library.provisions.values()) {
    const duty = toDuty(library, provision);
    const { trigger } = duty.when ?? {};
    const times = timesOf(provision);
    // Two times of one group are one line.
    for (const group of new Set(times.map(([group]) => group))) {
      const own = times.filter(([other]) => other === group).map(([, time]) => time);
      groups[group].push({ ...duty, when: { text: own.map(({ text }) => text).join('。'), trigger, times: own } });
    }
  }
  return groups;
}

function emptySchedule(): Schedule {
  return {
    immediately: [],
    hours: [],
    promptly: [],
    before: [],
    nextDay: [],
    within: [],
    after: [],
    yearly: [],
    periodic: [],
    regularly: [],
    onChange: [],
    onEvent: [],
  };
}

/** Everything with a time in one document. */
export interface DocumentSchedule {
  handbook: Handbook;
  groups: Schedule;
  count: number;
}

/**
 * The groups as pages: each document has a page of its own with all of its times. On the common page stands what has a
 * date; the events too, where they fit beside it.
 */
export function arrangeSchedule(library: Library): { groups: Schedule; documents: DocumentSchedule[] } {
  const groups = listSchedule(library);
  const isShort = lengthOf(Object.values(groups).flat()) <= pageLimit;
  const documents = library.handbooks.map((handbook) => {
    const own = emptySchedule();
    for (const group of scheduleGroups) own[group] = groups[group].filter((duty) => duty.handbook === handbook.id);
    return { handbook, groups: own, count: Object.values(own).flat().length };
  });
  return {
    groups: isShort ? groups : { ...groups, onEvent: [] },
    documents: documents.filter(({ count }) => count > 0),
  };
}

/** The newest date that the content bears; the same content always gives the same. */
export function contentDate({ handbooks }: Pick<Library, 'handbooks'>): string {
  const dates = handbooks.flatMap(({ pages }) => pages.flatMap(({ notedOn }) => notedOn));
  return dates.reduce((newest, date) => (date > newest ? date : newest), '2026-01-01');
}
