import { formatDate } from '../../core/text/date.ts';

/** A SHA-256 or fingerprint as people read it out, and as the PDF prints it: in groups of four digits, in its own case. */
export function toGroups(hex: string): string {
  return (hex.match(/.{1,4}/g) ?? []).join(' ');
}

/** Japan has one time zone, nine hours ahead of UTC, and no summer time. */
const japanOffset = 9 * 60 * 60 * 1000;

/**
 * A moment in Japan, whatever the machine's zone: `2026年11月21日 15:20`.
 * @throws RangeError for an invalid date.
 */
export function toJapanTime(moment: Date): string {
  const time = new Date(moment.getTime() + japanOffset).toISOString().split('T')[1] ?? '';
  return `${toJapanDay(moment)} ${time.slice(0, 5)}`;
}

/**
 * The day of a moment in Japan: `2026年11月21日`.
 * @throws RangeError for an invalid date.
 */
export function toJapanDay(moment: Date): string {
  const [day = ''] = new Date(moment.getTime() + japanOffset).toISOString().split('T');
  return formatDate(day);
}
