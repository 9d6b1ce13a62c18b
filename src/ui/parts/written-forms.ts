import { formatDate } from '../../core/text/date.ts';
import { toJapanClock } from '../../core/text/japan-time.ts';

/** A SHA-256 or fingerprint as people read it out, and as the PDF prints it: in groups of four digits, in its own case. */
export function toGroups(hex: string): string {
  return (hex.match(/.{1,4}/g) ?? []).join(' ');
}

/**
 * A moment in Japan, whatever the machine's zone: `2026年11月21日 15:20`.
 * @throws RangeError for an invalid date.
 */
export function toJapanTime(moment: Date): string {
  const { date, time } = toJapanClock(moment);
  return `${formatDate(date)} ${time}`;
}

/**
 * The day of a moment in Japan: `2026年11月21日`.
 * @throws RangeError for an invalid date.
 */
export function toJapanDay(moment: Date): string {
  return formatDate(toJapanClock(moment).date);
}
