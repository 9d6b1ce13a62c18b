import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEvent, writeCalendar } from '../../../src/core/calendar/write-calendar.ts';

const event: CalendarEvent = {
  uid: 'company.01-2-p1@kitei',
  start: '2027-04-01',
  every: 'P1Y',
  summary: '情報セキュリティの点検',
  description: '点検する。',
  url: 'https://rules.example.jp/company/01/#01-2-p1',
};
const settings = { name: '規程の予定', stamp: '2026-11-21' };
const write = (changes: Partial<CalendarEvent> = {}) => writeCalendar([{ ...event, ...changes }], settings);

/** What another reader finds in the file. */
function read(file: string) {
  return new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, description, startDate } = new ICAL.Event(component);
    return {
      uid,
      summary,
      description,
      start: startDate.toString(),
      isDate: startDate.isDate,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      rule: String(component.getFirstPropertyValue('rrule')),
      url: component.getFirstPropertyValue('url'),
      component,
    };
  });
}

const lines = (file: string) => file.split('\r\n').slice(0, -1);
const octets = (text: string) => new TextEncoder().encode(text).length;

describe('writeCalendar', () => {
  test('is read back by another implementation', () => {
    const [found] = read(write());
    expect(found).toMatchObject({
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: '2027-04-01',
      isDate: true,
      stamp: '2026-11-21T00:00:00Z',
      rule: 'FREQ=YEARLY',
      url: event.url,
    });
  });

  test.each([
    ['P1Y', 'FREQ=YEARLY', '2028-04-01'],
    ['P2Y', 'FREQ=YEARLY;INTERVAL=2', '2029-04-01'],
    ['P1M', 'FREQ=MONTHLY', '2027-05-01'],
    ['P6M', 'FREQ=MONTHLY;INTERVAL=6', '2027-10-01'],
    ['P10D', 'FREQ=DAILY;INTERVAL=10', '2027-04-11'],
  ])('%s comes again as %s', (every, rule, second) => {
    const [found] = read(write({ every }));
    expect(found?.rule).toBe(rule);
    const days = found && new ICAL.Event(found.component).iterator();
    expect(days?.next().toString()).toBe('2027-04-01');
    expect(days?.next().toString()).toBe(second);
  });

  test.each(['regularly', 'P0D', 'P1W', '1Y'])('refuses the period %s', (every) => {
    expect(() => write({ every })).toThrow(RangeError);
  });

  test.each([
    'カンマ, セミコロン; 逆斜線\\ と\\n',
    '改行\nBEGIN:VEVENT\n\nEND:VCALENDAR',
    '𠮷野家と𩸽、邉\u{E0102}、👨‍👩‍👧',
    '"引用" : コロン',
  ])('keeps the text %j', (text) => {
    const found = read(write({ description: text, summary: text }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ description: text, summary: text });
  });

  test('turns line ends of any kind into one, and drops what no text may hold', () => {
    expect(read(write({ description: 'a\r\nb\rc\u0007d\te' }))[0]?.description).toBe('a\nb\nc d e');
  });

  test.each(Array.from({ length: 8 }, (_, shift) => shift))('folds at 75 octets between characters (%i)', (shift) => {
    const text = 'a'.repeat(shift) + '規程é𠮷'.repeat(60);
    const file = write({ description: text });
    for (const line of lines(file)) {
      expect(octets(line)).toBeLessThanOrEqual(75);
      // Half of a surrogate pair would become U+FFFD.
      expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(line))).toBe(line);
    }
    expect(read(file)[0]?.description).toBe(text);
  });

  test('ends every line with CR LF, the last one too', () => {
    const file = write({ description: 'あ'.repeat(100) });
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('says the same thing the same way', () => {
    expect(write()).toBe(write());
    expect(write({ url: undefined })).not.toContain('URL:');
  });
});
