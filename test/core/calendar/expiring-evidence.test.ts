import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { expiringEvidence, toExpiryCalendar } from '../../../src/core/calendar/expiring-evidence.ts';
import { kinds, kindsAnswered } from '../../record/v1/checklist/kinds-fixture.ts';

const one = { definition: kinds, answers: kindsAnswered, id: '3F2A-9C01-77B4' };
const settings = { name: '記録の有効期限', stamp: '2026-11-21', site: 'https://rules.example/' };

describe('expiringEvidence', () => {
  test('lists what has a last day, the earliest first, with whose it is', () => {
    const other = {
      ...one,
      id: 'draft-2',
      answers: { ...kindsAnswered, header: { ...kindsAnswered.header, company: '' } },
    };
    const found = expiringEvidence([one, other]);
    expect(found.map(({ until, company, evidence }) => [until, company, evidence])).toEqual([
      ['2026-10-31', '株式会社𠮷野', '体制図'],
      ['2026-10-31', '', '体制図'],
      ['2027-03-31', '株式会社𠮷野', '改定履歴 第7版'],
      ['2027-03-31', '', '改定履歴 第7版'],
    ]);
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(4);
  });

  test('leaves out what is no day, and what would not be sent', () => {
    const change = (evidenceUntil: string, status: 'done' | 'notDone') => ({
      ...one,
      answers: {
        ...kindsAnswered,
        items: { 'q-1-1': { ...kindsAnswered.items['q-1-1'], status, evidenceUntil, dueOn: '' } },
      } as typeof kindsAnswered,
    });
    expect(expiringEvidence([change('未定', 'done')])).toEqual([]);
    expect(expiringEvidence([change('2027-03-31', 'notDone')])).toEqual([]);
    expect(expiringEvidence([change('令和9年3月31日', 'done')]).map(({ until }) => until)).toEqual(['2027-03-31']);
  });
});

describe('toExpiryCalendar', () => {
  const read = (file = '') =>
    new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));

  test('has an event on each last day, once, that leads back to the item', () => {
    const [first, second] = read(toExpiryCalendar(expiringEvidence([one]), settings));
    expect(first?.startDate.toString()).toBe('2026-10-31');
    expect(first?.isRecurring()).toBe(false);
    expect(second?.summary).toBe('有効期限 改定履歴 第7版');
    expect(second?.description).toContain('No.1-3 規程を最後に改定した日');
    expect(second?.component.getFirstPropertyValue('url')).toBe(
      'https://rules.example/checklists/own-list/#item-q-1-3',
    );
  });

  test('is none where nothing ends, and names no site that is not known', () => {
    expect(toExpiryCalendar([], settings)).toBeUndefined();
    const file = toExpiryCalendar(expiringEvidence([one]), { ...settings, site: undefined });
    expect(file).not.toContain('URL:');
  });
});
