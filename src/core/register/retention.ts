import type { Retention } from './rules.ts';

/**
 * The last day on which an entry has to be kept, `YYYY-MM-DD`. Years count from the day of the entry, fiscal years (April to
 * March) from the end of its own: where a rule does not say whether that one counts, too long can be mended and too short
 * cannot. @returns undefined where no period is named or there is no day
 * @param on the entry's day, `YYYY-MM-DD` or with a time behind it
 */
export function keptUntil({ for: period }: Pick<Retention, 'for'>, on: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})/.exec(on) ?? [];
  if (!period || year === '') return undefined;
  if (period.unit === 'fiscalYears') {
    const begun = Number(year) - (Number(month) < 4 ? 1 : 0);
    return `${String(begun + 1 + period.count).padStart(4, '0')}-03-31`;
  }
  // The day before the same day; 29 February counts as 1 March where there is none.
  const end = new Date(Date.UTC(Number(year) + period.count, Number(month) - 1, Number(day) - 1));
  return end.toISOString().slice(0, 10);
}
