import { isDate } from './date.ts';
import { isMoment } from './moment.ts';

/** First days of the eras, the latest first; 1900 is in 明治. */
const eras = [
  { name: '令和', from: '2019-05-01' },
  { name: '平成', from: '1989-01-08' },
  { name: '昭和', from: '1926-12-25' },
  { name: '大正', from: '1912-07-30' },
  { name: '明治', from: '1868-10-23' },
] as const;

/** A date to be written by hand, of these years. */
export const blankEraDate = '令和　　年　　月　　日';
/** One of any era, e.g. a birthday. */
export const blankAnyDate = '　　　　年　　月　　日';
/** A day with its time. */
export const blankEraMoment = `${blankEraDate}　　時　　分`;

/** `2026-11-30` as 令和8年11月30日, the first year of an era as 元年; anything that is no date comes back unchanged. */
export function formatEraDate(date: string): string {
  if (!isDate(date)) return date;
  const era = eras.find(({ from }) => date >= from);
  if (!era) return date;
  const [year = 0, month, day] = date.split('-').map(Number);
  const count = year - Number(era.from.slice(0, 4)) + 1;
  return `${era.name}${count === 1 ? '元' : count}年${month}月${day}日`;
}

/** `2026-11-30 14:05` as 令和8年11月30日 14時05分; anything else comes back unchanged. */
export function formatEraMoment(moment: string): string {
  if (!isMoment(moment)) return moment;
  const [date = '', time = ''] = moment.split(' ');
  return `${formatEraDate(date)} ${time.replace(':', '時')}分`;
}
