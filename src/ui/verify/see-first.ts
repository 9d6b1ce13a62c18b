import { toJapanClock } from '../../core/text/japan-time.ts';
import type { KiteiFile } from '../../record/kitei-file.ts';
import { isExpired } from '../../record/v1/checklist/expiry.ts';
import type {
  SummaryBlock,
  SummaryColumn,
  SummaryDocument,
  SummaryRow,
} from '../../record/v1/summary/summary-document.ts';

/** Rows of one or more tables of a summary that have the same columns. */
export interface RowsToSee {
  columns: SummaryColumn[];
  rows: SummaryRow[];
}

/**
 * What whoever receives a summary must read before the rest: the rows with ×, then those not answered, each group in
 * order of appearance. Tables with the same columns become one; a summary without such rows gives an empty list.
 */
export function rowsToSeeFirst(summary: SummaryDocument): RowsToSee[] {
  const byColumns = new Map<string, RowsToSee>();
  for (const block of summary.blocks) {
    if (block.kind !== 'table') continue;
    const rows = block.rows.filter(({ weight }) => weight !== 'plain');
    if (rows.length === 0) continue;
    const key = JSON.stringify(block.columns.map(({ label, share, header }) => [label, share, header === true]));
    const known = byColumns.get(key);
    if (known) known.rows.push(...rows);
    else byColumns.set(key, { columns: block.columns, rows });
  }
  return [...byColumns.values()].map(({ columns, rows }) => ({
    columns,
    rows: [...rows.filter(({ weight }) => weight === 'attention'), ...rows.filter(({ weight }) => weight === 'open')],
  }));
}

/** How many records behind the answers of a check list no longer hold on the day of a check, in Japan. */
export function countExpired({ answers }: Pick<KiteiFile, 'answers'>, checkedAt: Date): number {
  if (answers.kind !== 'checklist') return 0;
  const { date } = toJapanClock(checkedAt);
  return Object.values(answers.items).filter((answer) => isExpired(answer, date)).length;
}

/** Whether some record behind the answers of a check list has a last day. */
export function hasLastDay({ answers }: Pick<KiteiFile, 'answers'>): boolean {
  return answers.kind === 'checklist' && Object.values(answers.items).some(({ evidenceUntil }) => evidenceUntil);
}

/** What a decision comes to; a check list has nothing of the kind. */
export function conclusionsOf({ blocks }: SummaryDocument): SummaryBlock[] {
  return blocks.filter((block) => block.kind === 'paragraph' && block.tone === 'conclusion');
}

/** How many rows carry × and how many were not answered. */
export function countRowsToSee(tables: RowsToSee[]): { attention: number; open: number } {
  const rows = tables.flatMap((table) => table.rows);
  const attention = rows.filter(({ weight }) => weight === 'attention').length;
  return { attention, open: rows.length - attention };
}
