import { type ColumnRole, foldHead } from './column-roles.ts';
import { firstRowOf, type ListTable } from './find-table.ts';
import { toLine } from './list-draft.ts';
import { addressOf, cellAt, type Sheet, type SheetCell } from './sheet.ts';

/** A sheet by what its columns hold. */
export class TableView {
  readonly sheet: Sheet;
  readonly table: ListTable;

  constructor(sheet: Sheet, table: ListTable) {
    this.sheet = sheet;
    this.table = table;
  }

  columns(role: ColumnRole): number[] {
    return this.table.columns.flatMap((one) => (one.role === role ? [one.column] : []));
  }

  /** The column of the questions. */
  get question(): number {
    return this.columns('question')[0] ?? 1;
  }

  /** The cells that stand in a row themselves, by column. */
  own(row: number): [column: number, cell: SheetCell][] {
    return [...(this.sheet.rows.get(row) ?? [])].sort(([a], [b]) => a - b);
  }

  /** What a row has in a column, a merged cell above it included; what Excel could not compute is nothing. */
  cell(row: number, column: number): SheetCell | undefined {
    const cell = cellAt(this.sheet, row, column);
    return cell?.kind === 'error' ? undefined : cell;
  }

  /** Texts of a role in a row, its columns one below the other. */
  text(role: ColumnRole, row: number): string {
    return this.columns(role)
      .flatMap((column) => this.cell(row, column)?.text ?? [])
      .join('\n');
  }

  /** Whether the cell of a row is merged with one that begins above it. */
  isBelow(row: number, column: number): boolean {
    return firstRowOf(this.sheet, row, column) < row;
  }

  /** What is printed as the number, parts in several columns joined: `1` and `2` are 1-2. */
  number(row: number): string {
    return this.columns('number')
      .map((column) => toLine(this.cell(row, column)?.text ?? ''))
      .filter((part) => part !== '')
      .join('-');
  }

  /** Numbers that Excel took for dates: where they stand, and how they are shown. */
  datedNumbers(row: number): { column: number; text: string }[] {
    return this.columns('number').flatMap((column) => {
      const cell = this.cell(row, column);
      return cell?.kind === 'date' && !this.isBelow(row, column) ? [{ column, text: cell.text }] : [];
    });
  }

  /** Whether the number of a row is that of a row above it, in a merged cell. */
  sharesNumber(row: number): boolean {
    const columns = this.columns('number').filter((column) => this.cell(row, column));
    return columns.length > 0 && columns.every((column) => this.isBelow(row, column));
  }

  /** Most rows with a question have a number: those without are parts of one. */
  get isNumbered(): boolean {
    let [numbered, all] = [0, 0];
    for (let row = this.table.first; row <= this.table.last; row++) {
      if (!this.cell(row, this.question)) continue;
      all++;
      if (this.number(row) !== '') numbered++;
    }
    return all > 0 && numbered / all >= 0.5;
  }

  /** Long lists repeat their head on each printed page. */
  repeatsHead(row: number): boolean {
    const head = this.own(this.table.top);
    const own = this.sheet.rows.get(row);
    return (
      head.length > 1 && head.every(([column, { text }]) => foldHead(own?.get(column)?.text ?? '') === foldHead(text))
    );
  }

  /** Address of a row's question. */
  questionAt(row: number): string {
    return addressOf(row, this.question);
  }
}
