/** Periods that are chosen by a word. */
export type PeriodName = 'all' | 'month' | 'lastMonth' | 'fiscalYear' | 'lastFiscalYear';

/** First and last day, `YYYY-MM-DD`; '' for no bound. */
export interface Period {
  from: string;
  until: string;
}

/** The period that a word means. Fiscal years begin in April. @param today `YYYY-MM-DD` */
export function periodOf(name: PeriodName, today: string): Period {
  const [year = 0, month = 0] = today.split('-').map(Number);
  switch (name) {
    case 'all':
      return { from: '', until: '' };
    case 'month':
      return monthOf(year, month);
    case 'lastMonth':
      return month === 1 ? monthOf(year - 1, 12) : monthOf(year, month - 1);
    default: {
      const begun = year - (month < 4 ? 1 : 0) - (name === 'fiscalYear' ? 0 : 1);
      return { from: toDay(begun, 4, 1), until: toDay(begun + 1, 3, 31) };
    }
  }
}

function monthOf(year: number, month: number): Period {
  // Day 0 of the next month is the last of this one.
  return { from: toDay(year, month, 1), until: toDay(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate()) };
}

function toDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
