import { parseCells } from '../../core/form/paste.ts';
import { withMoved, withoutRow } from '../../core/form/rows.ts';
import type { CompanyList } from '../../core/tailoring/company-list.ts';
import { type TailoringData, toWording } from '../../core/tailoring/data.ts';
import { mostListRows } from '../../core/tailoring/list-limits.ts';
import { findRowFaults, type ListRow, type RowFault } from '../../core/tailoring/list-rows.ts';
import { type ListTable, readListTable, toCell } from '../../core/tailoring/list-table.ts';
import { fromListValue, toListValue } from '../../core/tailoring/list-value.ts';
import { listSampleRows } from '../../core/tailoring/sample-rows.ts';
import type { FormRow } from '../../record/v1/form/answers.ts';
import { ask } from '../parts/ask.ts';
import { newId } from '../parts/new-id.ts';
import { part } from '../parts/parts.ts';
import { downloadExcel, downloadList, readListFile } from './list-files.ts';
import { type PlacedRow, showRows } from './list-rows.ts';

export interface EditedList {
  /** The element that has the templates. */
  root: HTMLElement;
  /** What says that something did not arrive. */
  failed: HTMLElement;
  /** Where the editor stands. */
  into: HTMLElement;
  id: string;
  list: CompanyList;
  /** The field of the form whose value the rows are. */
  field: HTMLInputElement;
  /** What the site says, to begin with the rows of its sample. */
  data: TailoringData;
}

/** The rows of one list as they are written: typed, pasted, read from a file, and taken back. */
export class ListEditor {
  readonly #edited: EditedList;
  readonly #box: HTMLElement;
  readonly #shown = new Map<string, PlacedRow>();
  #rows: FormRow[] = [];
  /** As this editor has written it: another value came from elsewhere. */
  #written = '';
  /** What can be taken back by the next press alone: the rows, and what stood in the form. */
  #before: { rows: FormRow[]; written: string } | undefined;

  constructor(edited: EditedList) {
    this.#edited = edited;
    const { root, into } = edited;
    into.replaceChildren(document.importNode(part(root, '[data-editor-template]', HTMLTemplateElement).content, true));
    this.#box = part(into, '.k-rows', HTMLElement);
    this.#box.addEventListener('change', (event) => this.#type(event));
    this.#box.addEventListener('paste', (event) => this.#paste(event));
    this.#box.addEventListener('click', ({ target }) => target instanceof Element && this.#press(target));
    const file = part(this.#box, '[data-list-file]', HTMLInputElement);
    file.addEventListener('change', (event) => {
      event.stopPropagation();
      void this.#read(file);
    });
    this.#take();
  }

  /** Shows what the form holds by now, where somebody else has changed it. */
  renew(): void {
    if (this.#edited.field.value !== this.#written) this.#take();
  }

  #take(): void {
    this.#written = this.#edited.field.value;
    this.#rows = toRows(fromListValue(this.#written) ?? []);
    if (this.#rows.length === 0 && this.#written === '') this.#rows = toRows([{}]);
    this.#say('');
    this.#render();
  }

  #lines(): ListRow[] {
    return this.#rows.map(({ cells }) => cells);
  }

  /** @param isDecided the company has rows, or says that it has none; else the sample's stand until a row says something */
  #set(rows: FormRow[], isDecided = this.#written !== ''): void {
    const { list, field } = this.#edited;
    this.#rows = rows;
    const value = toListValue(list, this.#lines());
    this.#written = value === '[]' && !isDecided ? '' : value;
    field.value = this.#written;
    this.#render();
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #type({ target }: Event): void {
    const cell = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target : undefined;
    const { row: rowId, column: columnId } = cell?.dataset ?? {};
    const column = this.#edited.list.columns.find(({ id }) => id === columnId);
    if (!cell || !column || rowId === undefined) return;
    this.#say('');
    const put = (row: FormRow) => ({ ...row, cells: { ...row.cells, [column.id]: toCell(column, cell.value) } });
    this.#set(this.#rows.map((row) => (row.id === rowId ? put(row) : row)));
  }

  /** Cells of a spreadsheet from this cell on, or, where their heads came with them, from this row on in their columns. */
  #paste(event: ClipboardEvent): void {
    const cell = event.target instanceof HTMLElement ? event.target : undefined;
    const { row: rowId, column: columnId } = cell?.dataset ?? {};
    const cells = parseCells(event.clipboardData?.getData('text/plain') ?? '');
    if (rowId === undefined || cells.length * (cells[0]?.length ?? 0) <= 1) return;
    event.preventDefault();
    const { columns } = this.#edited.list;
    const left = columns.slice(
      Math.max(
        0,
        columns.findIndex(({ id }) => id === columnId),
      ),
    );
    const whole = readListTable(this.#edited.list, cells);
    const table = whole.hasHead ? whole : readListTable({ ...this.#edited.list, columns: left }, cells);
    const top = this.#rows.findIndex(({ id }) => id === rowId);
    const rows = [...this.#rows];
    for (const [at, line] of table.rows.entries()) {
      const row = rows[top + at] ?? { id: newId(), cells: {} };
      rows[top + at] = { id: row.id, cells: { ...row.cells, ...line } };
    }
    const tooMany = Math.max(0, rows.length - mostListRows);
    const leftOut = table.leftOut + tooMany;
    this.#replace(rows.slice(0, mostListRows), 'pasted', toWords(table, leftOut), toAlso(table, leftOut));
  }

  #press(target: Element): void {
    const act = target.closest<HTMLElement>('[data-act]')?.dataset['act'];
    const { list, id } = this.#edited;
    if (target.closest('[data-undo]')) this.#undo();
    else if (act === 'add') this.#add();
    else if (act === 'sample') this.#begin();
    else if (act === 'file') part(this.#box, '[data-list-file]', HTMLInputElement).click();
    else if (act === 'excel') void this.#try(() => downloadExcel(list, this.#lines()));
    else if (act === 'save') {
      if (this.#faults().length > 0) this.#say('faulty');
      else void this.#try(() => downloadList(id, list, this.#lines()));
    } else if (act === 'none') this.#replace([], 'emptied', {}, [], true);
    else if (act === 'back') this.#back();
    const button = target.closest<HTMLButtonElement>('[data-do]');
    const rowId = button?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (!button || rowId === undefined) return;
    if (button.dataset['do'] === 'remove') {
      const n = this.#rows.findIndex((row) => row.id === rowId) + 1;
      this.#replace(withoutRow(this.#rows, rowId), 'removed', { n });
      return;
    }
    this.#set(withMoved(this.#rows, rowId, button.dataset['do'] === 'up' ? -1 : 1));
    // Moving an element takes the focus from it; at an end there is only the way back.
    (button.disabled ? button.parentElement?.querySelector<HTMLElement>('button:not(:disabled)') : button)?.focus();
  }

  #add(): void {
    if (this.#rows.length >= mostListRows) return;
    const row: FormRow = { id: newId(), cells: {} };
    this.#say('');
    this.#set([...this.#rows, row]);
    this.#shown.get(row.id)?.place.querySelector<HTMLElement>('input, select')?.focus();
  }

  #begin(): void {
    const { id, list, data } = this.#edited;
    const rows = listSampleRows(id, list, data.passages, toWording(data));
    if (rows.length === 0) this.#say('noSample');
    else this.#replace(toRows(rows), 'sampled', { n: rows.length });
  }

  #back(): void {
    const { field, id } = this.#edited;
    const before = this.#stand();
    this.#put('');
    // A file that is there would stay.
    this.#say(field.defaultValue === '' ? 'back' : 'backFile', { f: `${id}.yaml` });
    this.#offerUndo(before);
  }

  #undo(): void {
    if (!this.#before) return;
    const { rows, written } = this.#before;
    this.#put(written);
    if (rows.length > 0) this.#rows = rows;
    this.#render();
    this.#say('undone');
  }

  #stand() {
    return { rows: this.#rows, written: this.#written };
  }

  /** Gives the form a value, and shows its rows. */
  #put(value: string): void {
    const { field } = this.#edited;
    field.value = value;
    this.#take();
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #offerUndo(before: { rows: FormRow[]; written: string }): void {
    this.#before = before;
    part(this.#box, '[data-undo]', HTMLElement).hidden = false;
  }

  async #read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    // The same file can be chosen again.
    input.value = '';
    if (!file) return;
    await this.#try(async () => {
      const { id, list, root } = this.#edited;
      const read = await readListFile(id, list, file);
      if (!read.ok) {
        if (read.problem === 'undecoded') this.#say('undecoded', { w: read.words });
        else this.#say(read.problem, { f: read.other ?? '' });
        return;
      }
      const { table } = read;
      const words = { ...toWords(table), f: file.name };
      const take = () => this.#replace(toRows(table.rows), 'read', words, toAlso(table), true);
      if (toListValue(list, this.#lines()) === '[]') take();
      else ask(root, '[data-replace-dialog]', take);
    });
  }

  #replace(rows: FormRow[], said: string, counts: Words, also: string[] = [], isDecided?: boolean): void {
    const before = this.#stand();
    this.#set(rows, isDecided);
    this.#say([said, ...also], counts);
    this.#offerUndo(before);
  }

  async #try(act: () => unknown): Promise<void> {
    const { failed } = this.#edited;
    failed.hidden = true;
    try {
      await act();
    } catch (error) {
      console.error(error);
      failed.hidden = false;
    }
  }

  #say(names: string | string[], counts: Words = {}): void {
    this.#before = undefined;
    const words = [names].flat().map((name) => (name ? (this.#box.dataset[name] ?? '') : ''));
    const text = words.join('').replace(/%([nfulcjw])/g, (_, key: string) => String(counts[key] ?? ''));
    const place = part(this.#box, '[data-said]', HTMLElement);
    part(this.#box, '[data-undo]', HTMLElement).hidden = true;
    part(this.#box, '[data-said-words]', HTMLElement).textContent = text;
    place.hidden = text === '';
    if (text !== '') place.focus();
  }

  /** A row in which nothing is written yet is not at fault: it is left out. */
  #faults(): RowFault[] {
    return findRowFaults(this.#edited.list, this.#lines()).filter(({ row }) => !isEmpty(this.#rows[row]));
  }

  #render(): void {
    const { root, list } = this.#edited;
    const faults = this.#faults();
    showRows(
      root,
      part(this.#box, '[data-rows]', HTMLElement),
      { rows: this.#rows, columns: list.columns, faults },
      this.#shown,
    );
    const empty = part(this.#box, '[data-empty]', HTMLElement);
    empty.hidden = this.#rows.length > 0;
    empty.textContent = this.#box.dataset[this.#written === '' ? 'none' : 'noneOwn'] ?? '';
  }
}

type Words = Record<string, string | number>;

/** What is said of rows that were brought in. */
function toWords({ rows, unknown, leftOut, cut, joined }: ListTable, left = leftOut): Words {
  return { n: rows.length, u: unknown.join('、'), l: left, c: cut, j: joined };
}

/** Names of the sentences that say so. */
function toAlso({ unknown, leftOut, cut, joined }: ListTable, left = leftOut): string[] {
  return [
    ...(unknown.length > 0 ? ['unknown'] : []),
    ...(joined > 0 ? ['joined'] : []),
    ...(left > 0 ? ['leftOut'] : []),
    ...(cut > 0 ? ['cut'] : []),
  ];
}

function toRows(lines: readonly ListRow[]): FormRow[] {
  return lines.map((cells) => ({ id: newId(), cells: { ...cells } }));
}

function isEmpty(row: FormRow | undefined): boolean {
  return !row || Object.values(row.cells).every((text) => text === '');
}
