import { expiringEvidence, toExpiryEvents } from '../../core/calendar/expiring-evidence.ts';
import type { CalendarEvent } from '../../core/calendar/write-calendar.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import { fillChecklist } from '../../record/v1/checklist/fill.ts';
import type { Worded } from '../../record/v1/company/words.ts';
import { hasDrafts, listAnswers } from '../../stores/checklist-drafts.ts';

/**
 * The last days of the records that stand in drafts of check lists on this device. @param ids of the lists that the site has
 * @throws Error when one that has drafts does not arrive
 */
export async function readEvidenceDates(base: string, ids: readonly string[]): Promise<CalendarEvent[]> {
  const site = new URL(base, location.href).href;
  const found = ids.map(async (id) => {
    // Only what may have such a day is fetched for.
    if (!hasDrafts(() => localStorage, base, id)) return [];
    const definition = fillChecklist(await fetchChecklist(base, id));
    const lists = listAnswers(() => localStorage, base, definition);
    return lists.map(({ id: draft, answers }) => ({ definition, answers, id: draft }));
  });
  return toExpiryEvents(expiringEvidence((await Promise.all(found)).flat()), { site });
}

async function fetchChecklist(base: string, id: string): Promise<Worded<ChecklistDefinition>> {
  const response = await fetch(`${base}checklists/${id}/checklist.json`);
  if (!response.ok) throw new Error(`The check list answered ${response.status}.`);
  return response.json();
}
