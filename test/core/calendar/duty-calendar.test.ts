import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { firstDay, toDutyCalendar } from '../../../src/core/calendar/duty-calendar.ts';
import { listPeriodicDuties, usualPlan } from '../../../src/core/calendar/periodic-duties.ts';
import { contentDate } from '../../../src/core/regulation/schedule.ts';
import { shareLibrary } from '../../support/share-library.ts';

const library = await shareLibrary('test/fixtures/content');
const settings = { name: '予定', from: contentDate(library), site: undefined, chosen: '間隔は選んだもの。' };

function withMonths(months: Record<string, string>) {
  const { organization } = library;
  return listPeriodicDuties({
    ...library,
    organization: { ...organization, months: { ...organization.months, ...months } },
  });
}

const eventsOf = (file = '') =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));

describe('the calendar of the shipped content', () => {
  test('is none while no month is set', () => {
    expect(toDutyCalendar(listPeriodicDuties(library), usualPlan, settings)).toBeUndefined();
  });

  test('holds the duties whose month is set, and leaves the other out', () => {
    const events = eventsOf(toDutyCalendar(withMonths({ inspectionMonth: '4' }), usualPlan, settings));
    expect(events.map(({ uid, startDate }) => [uid, startDate.toString()])).toEqual([
      ['company.01-2-p1@kitei', '2027-04-01'],
    ]);
  });

  test('says where the period is not the source’s', () => {
    const months = { inspectionMonth: '4', reviewMonth: '12' };
    const [inspection, review] = eventsOf(toDutyCalendar(withMonths(months), usualPlan, settings));
    expect(inspection?.description).toContain(settings.chosen);
    expect(review?.description).not.toContain(settings.chosen);
    expect(review?.description).toContain('正文ではありません');
    expect(review?.startDate.toString()).toBe('2026-12-01');
  });

  test('takes any plan, and each duty has a uid of its own', () => {
    const duties = listPeriodicDuties(library);
    const events = eventsOf(toDutyCalendar(duties, ({ every }) => ({ every: every ?? 'P3M', month: 6 }), settings));
    expect(events).toHaveLength(duties.length);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(duties.length);
  });

  test('is the same bytes each time', () => {
    const write = () => toDutyCalendar(withMonths({ reviewMonth: '10' }), usualPlan, settings);
    expect(write()).toBe(write());
  });
});

describe('firstDay', () => {
  test.each([
    [11, '2026-11-21', '2027-11-01'],
    [12, '2026-11-21', '2026-12-01'],
    [11, '2026-11-01', '2026-11-01'],
    [1, '2026-11-21', '2027-01-01'],
  ])('month %i from %s on is %s', (month, from, expected) => {
    expect(firstDay(month, from)).toBe(expected);
  });
});
