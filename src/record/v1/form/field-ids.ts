/** Name of a field, unique on the page. */
export function formFieldId(fieldId: string): string {
  return `field-${fieldId}`;
}

/** Name of a cell, unique on the page. */
export function cellFieldId(tableId: string, rowId: string, columnId: string): string {
  return `cell-${tableId}-${rowId}-${columnId}`;
}

/** Name of a table as a whole, unique on the page. */
export function tableFieldId(tableId: string): string {
  return `table-${tableId}`;
}
