import type { TableSheet } from '../../../core/register/sheet-head.ts';
import { readCsv } from '../../../importer/list/read-csv.ts';
import { readXlsx } from '../../../importer/list/read-xlsx.ts';
import { ImportError } from '../../../importer/model/block.ts';
import { isLettersAlone } from '../../../importer/zip/other-file.ts';

/** The sheets of a file, or why there are none, in words for the person who chose it. */
export type SheetsReading = { ok: true; sheets: TableSheet[]; isCsv: boolean } | { ok: false; message: string };

/** Reads an Excel file or CSV, by what it is and not by its name; what is hidden in a book comes last. */
export function readSheets(bytes: Uint8Array): SheetsReading {
  try {
    const isCsv = isLettersAlone(bytes);
    const sheets = isCsv ? [readCsv(bytes, 'CSV')] : readXlsx(bytes);
    const filled = sheets.filter(({ rows }) => rows.size > 0);
    if (filled.length === 0) return { ok: false, message: '何も書いてありません。' };
    const ordered = [...filled.filter(({ hidden }) => !hidden), ...filled.filter(({ hidden }) => hidden)];
    // What may be entered in a sheet is not asked here.
    return { ok: true, sheets: ordered.map(({ name, rows, merges }) => ({ name, rows, merges })), isCsv };
  } catch (error) {
    if (error instanceof ImportError) return { ok: false, message: error.message };
    throw error;
  }
}
