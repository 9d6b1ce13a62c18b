import { sha256 } from '@noble/hashes/sha2.js';
import type { Entry } from '../../../core/register/entry.ts';
import { type IncomingRow, planRows, type RowsPlan } from '../../../core/register/plan-rows.ts';
import type { RegisterContext } from '../register-context.ts';

/** What rows that come from elsewhere are to entries of one list. @param columns of the list that the rows have */
export function planFor(
  context: { form: { id: string } } & Pick<RegisterContext, 'writing' | 'rules'>,
  existing: readonly Entry[],
  table: string,
  rows: readonly IncomingRow[],
  columns: readonly string[],
): RowsPlan {
  const { by, at } = context.writing();
  const { reasons } = context.rules.tables[table] ?? {};
  return planRows(existing, rows, { table, columns, reasons, by, at, idOf: (text) => toEntryId(context, text) });
}

/**
 * An id made of a text, another one in each register. As long as an id that the page makes by chance twice over: nobody
 * finds two texts with one.
 */
export function toEntryId({ form }: { form: { id: string } }, text: string): string {
  const digest = sha256(new TextEncoder().encode(`${form.id}\n${text}`)).subarray(0, 16);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
