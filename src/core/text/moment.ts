import { isDate, toDateText } from './date.ts';

/** Whether the text is `YYYY-MM-DD HH:MM`, a minute that exists. */
export function isMoment(text: string): boolean {
  const match = /^(.{10}) ([01]\d|2[0-3]):[0-5]\d$/.exec(text);
  return isDate(match?.[1] ?? '');
}

/**
 * Turns a day and a time as people type them into `YYYY-MM-DD HH:MM`: 2026/11/30 14:5, 令和8年11月30日 14時5分,
 * 2026-11-30T14:05, 11月… in full width, 午後2時. What is no such form comes back unchanged.
 */
export function toMomentText(typed: string): string {
  const text = typed.normalize('NFKC').replace(/元年/, '1年').trim();
  // The day ends where a space, a T, 日 or a word of the half day says so: 2026/11/3014:05 could be two things.
  const match =
    /^(.*?(?:日|[\sT]|(?=午[前後])))\s*(午前|午後)?\s*(\d{1,2})(?:[:時]\s*(?:(\d{1,2})分?)?)(?:[:]\d{1,2}|\d{1,2}秒)?$/.exec(
      text,
    );
  if (!match) return typed;
  const [, day = '', half, hour = '', minute = ''] = match;
  const date = toDateText(day.replace(/T$/, '').trim());
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || (/:\s*$/.test(text) && minute === '')) return typed;
  const hours = toHours(Number(hour), half);
  if (hours === undefined) return typed;
  return `${date} ${String(hours).padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

/** 午後2時 is 14, 午前12時 and 午後0時 the start and the middle of the day; undefined where a half day has no such hour. */
function toHours(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour > 12) return undefined;
  return (hour % 12) + (half === '午後' ? 12 : 0);
}
