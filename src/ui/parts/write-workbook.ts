import writeXlsx, { type Cell } from 'write-excel-file/universal';
import type { PaperSheet, SheetValue } from '../../core/form/sheets.ts';

/** Sheets as an Excel file. Every text is written as a text: what begins with = + - @ is no formula. */
export function writeWorkbook(sheets: readonly PaperSheet[]): Promise<Blob> {
  return writeXlsx(
    sheets.map(({ name, widths, rows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      data: rows.map((row, index) => row.map((value) => toCell(value, index === 0))),
    })),
  ).toBlob();
}

function toCell(value: SheetValue, isHead: boolean): Cell {
  const look = { alignVertical: 'top', wrap: true } as const;
  switch (value.kind) {
    case 'text':
      if (value.text === '') return null;
      return { ...look, type: String, value: value.text, ...(isHead && { fontWeight: 'bold' }) };
    case 'number':
      return { ...look, type: Number, value: value.number };
    case 'day':
      // As Excel's own number: a Date would stand for another day in another zone.
      return { ...look, type: Number, value: value.serial, format: 'yyyy"年"m"月"d"日"' };
  }
}
