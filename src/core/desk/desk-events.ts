import { expiringEvidence, toExpiryEvents } from '../calendar/expiring-evidence.ts';
import type { CalendarEvent } from '../calendar/write-calendar.ts';
import { formatDate, isDate } from '../text/date.ts';
import type { Campaign } from './desk.ts';
import type { Remedy } from './remedies.ts';
import { type DeskRow, rowKindNames } from './table.ts';

/** What of a campaign goes into a calendar. */
export interface CampaignDays {
  campaign: Campaign;
  rows: readonly DeskRow[];
  remedies: readonly Remedy[];
  /** Address of the site's base, ending in a slash; undefined while it is not known. */
  site: string | undefined;
}

/**
 * The days of a campaign: 提出期限, while something is outstanding; the day of each remedy that is not done; the last day of each
 * record; the next evaluation of each company. An event is known again by what it is about, so a calendar that reads the file
 * anew changes it.
 */
export function listDeskEvents({ campaign, rows, remedies, site }: CampaignDays): CalendarEvent[] {
  const event = (uid: string, start: string, summary: string, lines: readonly string[]): CalendarEvent => ({
    uid: `${uid}@kitei`,
    start,
    every: undefined,
    summary,
    description: lines.filter((line) => line !== '').join('\n'),
    url: undefined,
  });
  const missing = rows.filter(({ kind }) => kind === 'missing');
  const due =
    isDate(campaign.dueOn) && missing.length > 0
      ? [
          event(`due.${campaign.id}`, campaign.dueOn, `提出期限: ${campaign.name}`, [
            `${rowKindNames.missing} ${missing.length}社: ${missing.map(({ name }) => name).join('、')}`,
          ]),
        ]
      : [];
  const mends = remedies.flatMap((one) =>
    one.doneOn === '' && one.dueOn !== '' && one.kind !== 'expired'
      ? [
          event(`remedy.${one.id}`, one.dueOn, `改善の期限: ${one.company} No.${one.item.number}`, [
            campaign.name,
            `${one.item.text}（${one.state}）`,
            one.remark?.text ?? '',
          ]),
        ]
      : [],
  );
  const records = rows.flatMap(({ contents, shown }) => (contents && shown ? [{ ...contents, id: shown.id }] : []));
  const next = rows.flatMap(({ verdict, name }) =>
    verdict && isDate(verdict.nextOn)
      ? [
          event(`next.${verdict.id}`, verdict.nextOn, `次の評価: ${name}`, [
            campaign.name,
            verdict.documentNumber === '' ? '' : `前の評価の書類: ${verdict.documentNumber}`,
            `${formatDate(verdict.nextOn)}に、次の評価をします。`,
          ]),
        ]
      : [],
  );
  return [...due, ...mends, ...toExpiryEvents(expiringEvidence(records), { site }), ...next];
}
