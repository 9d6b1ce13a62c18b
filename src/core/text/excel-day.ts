const first = Date.UTC(1899, 11, 30);
const perDay = 86_400_000;

/** `2026-11-30` or `2026-11-30 14:05` as Excel counts days; right from March 1900 on, which it takes for a leap year. */
export function toSerial(moment: string): number {
  const [day = '', time = '00:00'] = moment.split(' ');
  return (Date.parse(`${day}T${time}:00Z`) - first) / perDay;
}

/** The same back: a whole number is a day, another a day with its time, to the minute. */
export function fromSerial(serial: number): string {
  const [day = '', time = ''] = new Date(first + Math.round(serial * 1440) * 60_000).toISOString().split('T');
  return Number.isInteger(serial) ? day : `${day} ${time.slice(0, 5)}`;
}
