import type { Cell, Line, Table } from '../model/block.ts';
import { elementsOf, findElement, type XmlElement } from '../zip/read-xml.ts';
import type { Reading } from './reading.ts';
import { isOn, numberOf, valOf } from './values.ts';

/** Word's tables end at 63 columns. */
const mostColumns = 100;

/** Reads a table; `undefined` where no row of it is left. */
export function readTable(
  element: XmlElement,
  reading: Reading,
  readCell: (cell: XmlElement) => Line[],
): Table | undefined {
  const spot = { paragraph: reading.paragraph + (reading.counts ? 1 : 0) };
  const rows: Cell[][] = [];
  let headerRows = 0;
  /** Column → the cell that goes on below it. */
  let open: ReadonlyMap<number, Cell> = new Map();
  for (const row of partsOf(element, 'w:tr')) {
    const properties = findElement(row, 'w:trPr');
    if (isLeftOut(properties, reading)) {
      if (reading.counts) reading.paragraph += partsOf(row, 'w:p').length;
      continue;
    }
    if (headerRows === rows.length && isOn(findElement(properties, 'w:tblHeader'))) headerRows++;
    const read = readRow(row, properties, open, readCell, reading);
    rows.push(read.cells);
    open = read.open;
  }
  if (rows.every((cells) => cells.length === 0)) return undefined;
  return { kind: 'table', rows, ...(headerRows > 0 && { headerRows }), spot };
}

function readRow(
  row: XmlElement,
  properties: XmlElement | undefined,
  above: ReadonlyMap<number, Cell>,
  readCell: (cell: XmlElement) => Line[],
  reading: Reading,
) {
  const cells: Cell[] = [];
  const open = new Map<number, Cell>();
  // Columns a row leaves empty at its ends are cells without a line, so that the others keep their column.
  const fill = (name: string) => {
    const columns = Math.min(mostColumns, numberOf(findElement(properties, name)) ?? 0);
    if (columns > 0) cells.push({ lines: [], columns, rows: 1 });
    return Math.max(0, columns);
  };
  let column = fill('w:gridBefore');
  let last: Cell | undefined;
  for (const element of partsOf(row, 'w:tc')) {
    const facts = findElement(element, 'w:tcPr');
    if (findElement(facts, 'w:cellDel')) {
      reading.notices.add('tracked-change', reading.paragraph);
      if (reading.counts) reading.paragraph += partsOf(element, 'w:p').length;
      continue;
    }
    const lines = readCell(element);
    const columns = Math.min(mostColumns, Math.max(1, numberOf(findElement(facts, 'w:gridSpan')) ?? 1));
    const beside = continues(findElement(facts, 'w:hMerge')) ? last : undefined;
    const over = continues(findElement(facts, 'w:vMerge')) ? above.get(column) : undefined;
    if (beside) {
      // The old way to span columns: cells that go on to the left.
      beside.columns += columns;
      for (const line of lines) beside.lines.push(line);
    } else if (over && over.columns === columns) {
      if (!open.has(column)) over.rows++;
      for (const line of lines) over.lines.push(line);
      open.set(column, over);
      last = undefined;
    } else {
      last = { lines, columns, rows: 1 };
      cells.push(last);
      if (findElement(facts, 'w:vMerge')) open.set(column, last);
    }
    column += columns;
  }
  fill('w:gridAfter');
  return { cells, open };
}

/** A merge goes on unless it says that it begins. */
function continues(element: XmlElement | undefined): boolean {
  return element !== undefined && valOf(element) !== 'restart';
}

function isLeftOut(properties: XmlElement | undefined, { notices, paragraph }: Reading): boolean {
  const deleted = findElement(properties, 'w:del') !== undefined;
  if (deleted || findElement(properties, 'w:ins')) notices.add('tracked-change', paragraph + 1);
  const hidden = isOn(findElement(properties, 'w:hidden')) ?? false;
  if (hidden) notices.add('hidden-text', paragraph + 1, '表の行');
  return deleted || hidden;
}

/** The rows of a table, cells of a row or paragraphs of either, whatever wraps them; not those of a table inside. */
function partsOf(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return /Pr$|^w:(tblGrid|txbxContent)$/.test(child.name) || (child.name === 'w:tbl' && name !== 'w:p')
      ? []
      : partsOf(child, name);
  });
}
