import { expiringEvidence, toExpiryCalendar } from '../../core/calendar/expiring-evidence.ts';
import { toJapanClock } from '../../core/text/japan-time.ts';
import { findChecklist } from '../../record/contents.ts';
import { toShortText } from '../parts/visible-text.ts';
import { type Entry, isSound, type Surroundings } from './entry.ts';
import { isContradicted } from './render-row.ts';

/** Longest text of a stranger in an event, in code points. */
const textLimit = 200;

/**
 * The last days of the records in the list as a calendar, undefined where there are none. A file that some check
 * contradicts is left out, and so is one of which the list has a newer one.
 * @param site address of the site's base, ending in a slash
 */
export function exportExpiry(
  entries: readonly Readonly<Surroundings & { entry: Entry }>[],
  { site, now }: { site: string; now: Date },
): { name: string; text: string } | undefined {
  const lists = entries.flatMap(({ entry, relation }) => {
    if (!isSound(entry) || isContradicted(entry.outcome) || relation?.place === 'older') return [];
    const { file, documentNumber } = entry.outcome.verification;
    const list = findChecklist(file);
    return list ? [{ ...list, id: documentNumber }] : [];
  });
  const records = expiringEvidence(lists).map((record) => ({
    ...record,
    company: toShortText(record.company, textLimit),
    evidence: toShortText(record.evidence, textLimit),
    list: { ...record.list, title: toShortText(record.list.title, textLimit) },
    item: { ...record.item, text: toShortText(record.item.text, textLimit) },
  }));
  const { date } = toJapanClock(now);
  const text = toExpiryCalendar(records, { name: '記録の有効期限', stamp: date, site });
  return text === undefined ? undefined : { name: `記録の有効期限_${date.replaceAll('-', '')}.ics`, text };
}
