import { toCsv } from '../../core/csv/csv.ts';
import { evaluate } from '../../core/desk/evaluate.ts';
import { listRemedies } from '../../core/desk/remedies.ts';
import { tableTexts, toDeskSheets } from '../../core/desk/sheets.ts';
import { load } from '../parts/load.ts';
import { download } from '../parts/parts.ts';
import { toVisibleText } from '../parts/visible-text.ts';
import type { DeskApp } from './desk-app.ts';
import { shownRows } from './desk-list.ts';

/** Hands out the rows that are shown as a table; a workbook has what has to be mended, the matrix and the evaluation as well. */
export async function writeTable(app: DeskApp, kind: 'csv' | 'xlsx'): Promise<void> {
  const open = app.$open.get();
  if (!open) return;
  const rows = shownRows(open.rows);
  const name = `${toFileName(open.campaign.name)}_${app.today()}.${kind}`;
  if (kind === 'csv') download(name, 'text/csv;charset=utf-8', toCsv(tableTexts(rows)));
  else {
    const remedies = listRemedies(rows, open.desk, app.today());
    const sheets = toDeskSheets({ rows, remedies, evaluated: evaluate(rows, open.campaign) }, toVisibleText);
    const { writeWorkbook } = await load(import('../parts/write-workbook.ts'));
    const bytes = new Uint8Array(await (await writeWorkbook(sheets)).arrayBuffer());
    download(name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes);
  }
  app.tell(['written'], { n: rows.length.toLocaleString('en') });
}

/** Without what a file system takes in no name. */
export function toFileName(text: string): string {
  return text.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();
}
