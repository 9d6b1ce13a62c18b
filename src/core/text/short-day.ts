import { findMonthEnd, foldDate, isDate, toDateText } from './date.ts';

/** Which year is meant where none is said: that of what was, or of what is to come. */
export type Towards = 'past' | 'coming';

/** What was may be written a little before it is, and what is to come a little after. */
const leeway = 31;

const dayLength = 86_400_000;

/**
 * A day as people say it among themselves with its year: 11/2, 11月2日 9時, 昨日 17:30, 今日; a time alone is today's. What is no
 * such form, or is no day, comes back unchanged.
 * @param today `YYYY-MM-DD` where the person is
 * @returns in a form that {@link toDateText} and toMomentText read
 */
export function withYear(typed: string, today: string, towards: Towards): string {
  const text = foldDate(typed);
  if (/^(?:午[前後]\s*)?\d{1,2}(?::\d|時)/.test(text)) return `${today} ${text}`;
  const [, word, wordRest = ''] = /^(一昨日|おととい|昨日|きのう|今日|本日|明日)(.*)$/.exec(text) ?? [];
  if (word !== undefined) return `${moveDay(today, distances[word] ?? 0)} ${wordRest}`.trim();
  const short = /^(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|(?=$|[\sT]|午[前後]))(.*)$/.exec(text);
  if (!short) return typed;
  const [, month = '', day = '', rest = ''] = short;
  const found = nearest(`${month.padStart(2, '0')}-${day.padStart(2, '0')}`, today, towards);
  return found === undefined ? typed : `${found} ${rest.trim()}`.trim();
}

/**
 * A day as it is typed into a field for one: in full, without its year ({@link withYear}), or as a month, which means its last
 * day. What is no such form comes back unchanged.
 * @param today `YYYY-MM-DD` where the person is
 */
export function readTypedDay(typed: string, today: string, towards: Towards): { text: string; isMonthEnd: boolean } {
  const day = toDateText(withYear(typed, today, towards));
  if (isDate(day)) return { text: day, isMonthEnd: false };
  const [, month] = /^(\d{1,2})月(?:末日?)?$/.exec(foldDate(typed)) ?? [];
  const inMonth = month === undefined ? typed : withYear(`${month}/1`, today, towards).slice(0, 7);
  const last = findMonthEnd(inMonth);
  return last === undefined ? { text: toDateText(typed), isMonthEnd: false } : { text: last, isMonthEnd: true };
}

const distances: Readonly<Record<string, number>> = {
  一昨日: -2,
  おととい: -2,
  昨日: -1,
  きのう: -1,
  今日: 0,
  本日: 0,
  明日: 1,
};

/** @param monthDay `MM-DD` */
function nearest(monthDay: string, today: string, towards: Towards): string | undefined {
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].map((one) => `${one}-${monthDay}`).filter(isDate);
  return towards === 'past'
    ? days.findLast((one) => one <= moveDay(today, leeway))
    : days.find((one) => one >= moveDay(today, -leeway));
}

function moveDay(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10);
}
