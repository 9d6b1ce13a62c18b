const firstYear = 1900;
const lastYear = 2100;

/** Initials of the eras, and the year before the first of each: 令和元年 is 2019. */
const eras = '令平昭大明RHSTM';
const yearsBefore = [2018, 1988, 1925, 1911, 1867];

/** Whether the text is `YYYY-MM-DD`, a day that exists, in the years 1900 to 2100. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < firstYear || year > lastYear || month < 1 || month > 12) return false;
  // Day 0 of the next month is the last of this one.
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Turns a date as people type it into `YYYY-MM-DD`: 2026/11/21, ２０２６年１１月２１日, 20261121, 令和8年11月21日, R8.11.21,
 * 昭和55年4月1日, S55.4.1.
 * What is no such form comes back unchanged, so that nothing typed is lost; whether the day exists is for {@link isDate}.
 */
export function toDateText(typed: string): string {
  const text = typed.normalize('NFKC').replace(/\s+/g, '').replace(/元年/, '1年');
  const western =
    /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (western) return join(Number(western[1]), western[2], western[3]);
  const era = /^(令和|平成|昭和|大正|明治|[RHSTM])(\d{1,2})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/i.exec(text);
  if (!era) return typed;
  const [, name = '', year, month, day] = era;
  const before = yearsBefore[eras.indexOf(name.charAt(0).toUpperCase()) % yearsBefore.length] ?? 0;
  return join(before + Number(year), month, day);
}

/** `2026-11-21` as 2026年11月21日; anything that is no date comes back unchanged. */
export function formatDate(date: string): string {
  if (!isDate(date)) return date;
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The last day of the month of a day. @param date `YYYY-MM-DD` */
export function lastOfMonth(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return join(year, String(month), String(new Date(Date.UTC(year, month, 0)).getUTCDate()));
}

function join(year: number, month: string | undefined, day: string | undefined): string {
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}
