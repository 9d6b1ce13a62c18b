/** An all-day event. */
export interface CalendarEvent {
  /** The same duty keeps its uid, so that a calendar that knows it changes it rather than adding another. */
  uid: string;
  /** First day, `YYYY-MM-DD`. */
  start: string;
  /** ISO 8601 duration of days, months or years: the events are days. Undefined where it does not come again. */
  every: string | undefined;
  summary: string;
  description: string;
  /** Full address, where the site has one. */
  url: string | undefined;
}

const frequencies: Record<string, string> = { D: 'DAILY', M: 'MONTHLY', Y: 'YEARLY' };

/**
 * An iCalendar file (RFC 5545).
 * @param stamp the day the content is from, `YYYY-MM-DD`: the clock has no part in it, the same events give the same bytes
 */
export function writeCalendar(events: readonly CalendarEvent[], { name, stamp }: { name: string; stamp: string }) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kitei//kitei//JA',
    'CALSCALE:GREGORIAN',
    // RFC 7986, and the older name that calendars still read.
    `NAME:${toText(name)}`,
    `X-WR-CALNAME:${toText(name)}`,
    ...events.flatMap((event) => toLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function toLines({ uid, start, every, summary, description, url }: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${toText(uid)}`,
    `DTSTAMP:${toDate(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${toDate(start)}`,
    ...(every === undefined ? [] : [`RRULE:${toRule(every)}`]),
    `SUMMARY:${toText(summary)}`,
    `DESCRIPTION:${toText(description)}`,
    ...(url === undefined ? [] : [`URL:${url}`]),
    // A duty does not make anybody busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** @throws RangeError for what is no duration of days, months or years */
function toRule(every: string): string {
  const [, count, unit = ''] = /^P([1-9]\d*)([DMY])$/.exec(every) ?? [];
  const frequency = frequencies[unit];
  if (count === undefined || frequency === undefined) throw new RangeError(`"${every}" is no period.`);
  return `FREQ=${frequency}${count === '1' ? '' : `;INTERVAL=${count}`}`;
}

function toDate(day: string): string {
  return day.replaceAll('-', '');
}

/** Escapes a TEXT value; what no text may hold becomes a space. */
function toText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** Breaks a line after at most 75 octets of UTF-8, never inside a character; each next line begins with a space. */
function fold(line: string): string {
  let folded = '';
  let width = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (width + octets > 75) {
      folded += '\r\n ';
      width = 1;
    }
    folded += character;
    width += octets;
  }
  return folded;
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
