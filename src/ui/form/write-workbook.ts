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
    {
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                transform: (xml, _, { sheetIndex }) => withFilter(xml, sheets[sheetIndex]),
              },
              'xl/workbook.xml': { transform: (xml) => withFilterNames(xml, sheets) },
            },
          },
        },
      ],
    },
  ).toBlob();
}

function toCell(value: SheetValue, isHead: boolean): Cell {
  const look = { alignVertical: 'top', wrap: true } as const;
  switch (value.kind) {
    case 'text':
      if (value.text === '') return null;
      return { ...look, type: String, value: escapeCode(value.text), ...(isHead && { fontWeight: 'bold' }) };
    case 'number':
      return { ...look, type: Number, value: value.number };
    // As Excel's own number: a Date would stand for another day in another zone.
    case 'day':
      return { ...look, type: Number, value: value.serial, format: 'yyyy"年"m"月"d"日"' };
    case 'moment':
      return { ...look, type: Number, value: value.serial, format: 'yyyy"年"m"月"d"日" h:mm' };
  }
}

/** `_x0041_` would be read as the letter of that code. */
function escapeCode(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** The element stands between the cells and what is merged (ECMA-376, Part 1, 18.3.1.99). */
function withFilter(xml: string, sheet: PaperSheet | undefined): string {
  if (!sheet?.filter) return xml;
  const end = '</sheetData>';
  return xml.replace(end, `${end}<autoFilter ref="A1:${lastOf(sheet).join('')}"/>`);
}

/** Excel names each filtered area, and LibreOffice finds it by that name. */
function withFilterNames(xml: string, sheets: readonly PaperSheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    if (!sheet.filter) return [];
    const [column, row] = lastOf(sheet);
    const name = sheet.name.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${name}'!$A$1:$${column}$${row}</definedName>`,
    ];
  });
  if (names.length === 0) return xml;
  return xml.replace('<definedNames/>', () => `<definedNames>${names.join('')}</definedNames>`);
}

function lastOf({ widths, rows }: PaperSheet): [column: string, row: number] {
  return [columnName(widths.length), rows.length];
}

/** `A`, `Z`, `AA` */
function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
