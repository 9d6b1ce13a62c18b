import { writeCalendar } from '../../core/calendar/write-calendar.ts';
import { toCsv } from '../../core/csv/csv.ts';
import { listDeskEvents } from '../../core/desk/desk-events.ts';
import type { Remedy } from '../../core/desk/remedies.ts';
import { remedySheet, remedyTexts } from '../../core/desk/sheets.ts';
import { load } from '../parts/load.ts';
import { download } from '../parts/parts.ts';
import { toVisibleText } from '../parts/visible-text.ts';
import type { DeskContext, OpenCampaign } from './desk-context.ts';
import { sayIn } from './view-parts.ts';
import { toFileName } from './write-table.ts';

/** What is handed out: all of it goes into a calendar, what is shown into a table. */
interface Asked {
  open: OpenCampaign;
  all: readonly Remedy[];
  shown: readonly Remedy[];
  /** `xlsx`, `csv` or `ics` */
  out: string;
}

/** Hands out 改善一覧 as a table, or the days of the campaign as a calendar. @throws LoadError when a part does not arrive */
export async function writeMends(
  place: ParentNode,
  context: DeskContext,
  { open: { campaign, rows }, all, shown, out }: Asked,
): Promise<void> {
  const name = `${toFileName(campaign.name)}_改善一覧_${context.today()}.${out}`;
  if (out === 'ics') {
    const site = new URL(context.base, location.href).href;
    const events = listDeskEvents({ campaign, rows, remedies: all, site }).filter(
      ({ start }) => start >= context.today(),
    );
    if (events.length > 0) {
      const text = writeCalendar(events, { name: campaign.name, stamp: context.today() });
      download(name, 'text/calendar;charset=utf-8', text);
    }
    sayIn(place, '[data-mend-found]', events.length > 0 ? 'days' : 'noDays', { n: String(events.length) });
    return;
  }
  if (out === 'csv')
    download(name, 'text/csv;charset=utf-8', toCsv(remedyTexts(shown).map((row) => row.map(toVisibleText))));
  else {
    const { writeWorkbook } = await load(import('../parts/write-workbook.ts'));
    const sheet = remedySheet(shown, toVisibleText);
    const workbook = await writeWorkbook([{ ...sheet, rows: [...sheet.rows] }]);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    download(name, type, new Uint8Array(await workbook.arrayBuffer()));
  }
  sayIn(place, '[data-mend-found]', 'written', { n: shown.length.toLocaleString('en') });
}
