import { formatDate } from '../../core/text/date.ts';
import { toJapanClock } from '../../core/text/japan-time.ts';
import { toShortText } from './visible-text.ts';

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

/** The names of a signer, a stranger's texts; a company that stands in the person's place is not said twice. @param limit in code points */
export function toNames(
  { commonName, organization }: { commonName: string; organization: string },
  limit: number,
): { commonName: string; organization: string } {
  const isSaid = organization !== '' && commonName.startsWith(organization);
  return { commonName: toShortText(commonName, limit), organization: isSaid ? '' : toShortText(organization, limit) };
}
