import { expiringEvidence, toExpiryCalendar } from '../../core/calendar/expiring-evidence.ts';
import { documentFileName } from '../../record/v1/header/file-name.ts';
import { download, part, show, today } from '../parts/parts.ts';
import type { ChecklistContext } from './checklist-context.ts';

/** Hands out the last days of the records that are named in the list as a calendar file; says so where it has none. */
export function saveExpiry({ root, base, store }: ChecklistContext): void {
  const { definition, $answers, $opened } = store;
  const answers = $answers.get();
  const records = expiringEvidence([{ definition, answers, id: $opened.get().id }]);
  const site = new URL(base, location.href).href;
  const calendar = toExpiryCalendar(records, { name: definition.title, stamp: today(new Date()), site });
  show(root, '[data-expiry-none]', calendar === undefined);
  if (calendar === undefined) {
    part(root, '[data-expiry-none]', HTMLElement).focus();
    return;
  }
  download(
    documentFileName(`${definition.title}_有効期限`, answers.header, '.ics'),
    'text/calendar;charset=utf-8',
    calendar,
  );
}
