import { listRegisterEvents } from '../../core/calendar/register-events.ts';
import type { CalendarEvent } from '../../core/calendar/write-calendar.ts';
import { readKeptRegister, registerPlace } from '../../stores/register-box.ts';
import { today } from '../parts/parts.ts';
import { fetchRegister } from '../register/fetch-register.ts';

/**
 * The days of all registers that are kept on this device. @param ids of the registers that the site has
 * @throws Error when one cannot be read, or its form does not arrive
 */
export async function readRegisterDates(base: string, ids: readonly string[], now: Date): Promise<CalendarEvent[]> {
  const site = new URL(base, location.href).href;
  const found = ids.map(async (id) => {
    const kept = await readKeptRegister(registerPlace(() => indexedDB, base, id));
    if (!kept || kept.entries.length === 0) return [];
    const { form, rules } = await fetchRegister(base, id);
    return listRegisterEvents({ form, rules, entries: kept.entries }, today(now), site);
  });
  return (await Promise.all(found)).flat();
}
