import { durationPattern, toDuration } from '../regulation/duration.ts';
import { isDate, lastOfMonth, toDateText } from '../text/date.ts';

/** Until when something is kept, by what a person wrote. */
export type LastDay =
  /** The last day of it, `YYYY-MM-DD`. */
  | { kind: 'day'; day: string }
  /** It is kept without an end, or nothing is said. */
  | { kind: 'none' }
  /** Somebody has to say it in other words. */
  | { kind: 'unreadable' };

const never =
  /^(?:永久|永年|恒久|無期限|期限(?:は|の?定めは?)?な[しい]|定めな[しい]|な[しい]|無し?|[-‐–—ー―]+)(?:保存|保管)?$/u;

/**
 * Reads the last day of keeping as people write it: a day, a month (its last day), a year (its last day; a fiscal year ends
 * in March), `5年` from a day that is known, `2026年3月31日から5年`. What begins with something whose day nobody has said,
 * e.g. 契約終了後1年, is unreadable.
 * @param from the day from which a bare span counts, `YYYY-MM-DD`; '' where there is none
 */
export function readLastDay(written: string, from: string): LastDay {
  const text = written
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/元年/g, '1年')
    .replace(/(?:まで|迄)(?:保存|保管)?$/, '');
  if (text === '' || never.test(text)) return { kind: 'none' };
  const day = readDay(text) ?? readSpan(text, from);
  return day !== undefined && isDate(day) ? { kind: 'day', day } : { kind: 'unreadable' };
}

/** 2027年3月31日, 2027/3, R9.3, 令和9年3月末, 2027年, 令和8年度末. */
function readDay(text: string): string | undefined {
  const day = toDateText(text);
  if (isDate(day)) return day;
  const month = toDateText(`${text.replace(/月?(?:末日?)?$/, '')}/1`);
  if (isDate(month)) return lastOfMonth(month);
  const [, written, isFiscal] = /^(.+)年(度)?(?:末|中)?$/.exec(text) ?? [];
  const year = toDateText(`${written}年12月31日`);
  if (!isDate(year)) return undefined;
  return isFiscal ? `${Number(year.slice(0, 4)) + 1}-03-31` : year;
}

/** 5年, 2026年3月31日から5年間, 2026年3月31日後5年. */
function readSpan(text: string, from: string): string | undefined {
  const [, begun, joint, written = ''] = /^(?:(.+?)(から|より|の?翌日から|以?後))?(.+)$/u.exec(text) ?? [];
  const duration = toDuration(written.replace(/^満/, '').replace(/(?:保存|保管)$/, ''));
  const start = begun === undefined ? from : readDay(begun);
  if (duration === undefined || start === undefined || !isDate(start)) return undefined;
  return lastOfSpan(start, duration, joint === undefined || joint === 'から' || joint === 'より');
}

/** @param isCounted whether the day from which it counts is the first one of it */
function lastOfSpan(start: string, duration: string, isCounted: boolean): string {
  const [, count, unit] = durationPattern.exec(duration) ?? [];
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const back = isCounted ? 1 : 0;
  if (unit === 'D') return toDay(Date.UTC(year, month - 1, day + Number(count) - back));
  const months = month - 1 + Number(count) * (unit === 'Y' ? 12 : 1);
  const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate();
  // A month without that day ends the span with its own last one.
  return toDay(Date.UTC(year, months, day > last ? last : day - back));
}

function toDay(time: number): string {
  // Beyond what a calendar has there is no day.
  return Math.abs(time) < 8.64e15 ? new Date(time).toISOString().slice(0, 10) : '';
}
