/** Japan has one time zone, nine hours ahead of UTC, and no summer time. */
const japanOffset = 9 * 60 * 60 * 1000;

/**
 * A moment as clocks in Japan show it, whatever the machine's zone: `{ date: '2026-11-21', time: '15:20' }`.
 * @throws RangeError for an invalid date
 */
export function toJapanClock(moment: Date): { date: string; time: string } {
  const [date = '', time = ''] = new Date(moment.getTime() + japanOffset).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}
