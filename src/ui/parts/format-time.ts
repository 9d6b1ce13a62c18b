/** A time as people read it, in their own zone: `2026年11月21日 10:02`; '' for what is no time. */
export function formatTime(iso: string): string {
  const time = new Date(iso);
  // A draft is only text; its time may be anything.
  if (Number.isNaN(time.getTime())) return '';
  return new Intl.DateTimeFormat('ja', { dateStyle: 'long', timeStyle: 'short' }).format(time);
}
