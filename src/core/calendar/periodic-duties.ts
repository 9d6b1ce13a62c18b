import { minutesOf } from '../regulation/duration.ts';
import type { Duty } from '../regulation/duty.ts';
import type { Library } from '../regulation/library.ts';
import { noticeFor } from '../regulation/notice.ts';
import { listSchedule } from '../regulation/schedule.ts';
import type { PeriodicDuty } from './duty-calendar.ts';

/** A duty that comes again, with what the page says of its month. */
export interface ListedPeriodicDuty extends PeriodicDuty {
  duty: Duty;
  /** Path of its month in organization.yaml, e.g. `months.reviewMonth`; undefined where the company sets none. */
  monthPath: string | undefined;
}

/** The duties of the groups yearly, periodic and regularly, in this order. */
export function listPeriodicDuties(library: Library): ListedPeriodicDuty[] {
  const { yearly, periodic, regularly } = listSchedule(library);
  // A calendar of days has no place for what comes again within one.
  const daily = periodic.filter(({ when }) => minutesOf(when?.times[0]?.every ?? '') === undefined);
  return [...yearly, ...daily, ...regularly].map((duty) => {
    const { every, month: monthId } = duty.when?.times[0] ?? {};
    const who = duty.who.map(({ name }) => name).join('、');
    const sources = library.handbooks.filter(({ id }) => id === duty.handbook).map(({ source }) => source);
    const lines = [duty.text, `いつ: ${duty.when?.text}`, `根拠: ${duty.citation}`, noticeFor(sources)];
    return {
      id: duty.id,
      summary: [duty.heading, who].filter(Boolean).join(' '),
      description: lines.filter(Boolean).join('\n'),
      path: duty.url,
      every: every?.startsWith('P') ? every : undefined,
      month: monthId === undefined ? undefined : monthOf(library.organization.months[monthId]),
      duty,
      monthPath: monthId && `months.${monthId}`,
    };
  });
}

/** What goes into a calendar when nobody chooses: a month without a period comes every year. */
export function usualPlan({ every, month }: Pick<PeriodicDuty, 'every' | 'month'>) {
  return { every: every ?? (month === undefined ? undefined : 'P1Y'), month };
}

function monthOf(value: string | undefined): number | undefined {
  return value ? Number(value) : undefined;
}
