const firstYear = 1900;
const lastYear = 2100;

/** First letters of the eras, and the year before the first of each: 令和元年 is 2019. */
const eras = '令平昭大明RHSTM';
const yearsBefore = [2018, 1988, 1925, 1911, 1867];
const figures = '〇一二三四五六七八九';

/** 2027年3月, R9.3, 令和9年3月末; with a day: 2026/11/21, 令和8年11月21日, R.8.11.21. */
const written =
  /^(?:(\d{4})|(令和?|平成?|昭和?|大正?|明治?|[RHSTM])\.?(\d{1,2}))(?:年|[-/.])(\d{1,2})(?:(?:月|[-/.])(\d{1,2})日?|月?(?:末日?)?)$/i;
/** 20261121, R081121. */
const compact = /^(?:(\d{4})|(令和?|平成?|昭和?|大正?|明治?|[RHSTM])(\d\d))(\d\d)(\d\d)$/i;

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
 * Turns a date as people and their input methods write it into `YYYY-MM-DD`: 2026/11/21, ２０２６−１１ー２１, 20261121,
 * 令和8年11月21日, R元.5.1, 令8.11.21, 令和八年十一月二十一日, 2026年11月21日（土）.
 * What is no such form comes back unchanged, so that nothing typed is lost; whether the day exists is for {@link isDate}.
 */
export function toDateText(typed: string): string {
  const { year, month, day } = read(typed) ?? {};
  return year === undefined || day === undefined ? typed : join(year, month, day);
}

/** The last day of a month that is written without a day, 2027年3月, R9.3, 令和9年3月末, as `2027-03-31`; undefined for anything else. */
export function findMonthEnd(typed: string): string | undefined {
  const { year, month, day } = read(typed) ?? {};
  if (year === undefined || day !== undefined) return undefined;
  const first = join(year, month, '1');
  return isDate(first) ? lastOfMonth(first) : undefined;
}

/**
 * A date without what carries no meaning in it: width, signs that nobody sees, the kind of a dash, the day of the week,
 * a full stop behind it.
 */
export function foldDate(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2010-\u2015\u2212\u30fc\u301c~・]/g, '-')
    .trim()
    .replace(/\s*(?:\([日月火水木金土]\)|\(?[日月火水木金土]曜日?\)?)$/, '')
    .replace(/[.。、,]+$/, '');
}

function read(typed: string): { year: number; month: string; day: string | undefined } | undefined {
  const text = foldDate(typed)
    .replace(/\s/g, '')
    .replace('元', '1')
    .replace(/[零〇一二三四五六七八九十]+/g, toFigures);
  const match = written.exec(text) ?? compact.exec(text);
  if (!match) return undefined;
  const [, western, name = '', count, month = '', day] = match;
  const before = yearsBefore[eras.indexOf(name.charAt(0).toUpperCase()) % yearsBefore.length] ?? 0;
  return { year: western === undefined ? before + Number(count) : Number(western), month, day };
}

/** 三十一 is 31, 二〇二六 is 2026. */
function toFigures(numerals: string): string {
  const single = (text: string) => [...text.replaceAll('零', '〇')].map((one) => figures.indexOf(one)).join('');
  const [tens = '', ones = ''] = numerals.split('十');
  return numerals.includes('十') ? `${single(tens) || 1}${single(ones) || 0}` : single(numerals);
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

function join(year: number, month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
