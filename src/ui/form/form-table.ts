import { withCopy, withMoved, withoutRow } from '../../core/form/rows.ts';
import type { FormRow } from '../../record/v1/form/answers.ts';
import type { FormColumn } from '../../record/v1/form/definition.ts';
import { findCell, rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { newId } from '../parts/new-id.ts';
import { part } from '../parts/parts.ts';
import { findForm } from './form-context.ts';
import { showAnswer } from './form-values.ts';

/** Attributes of the template that name a row's fields. */
const naming = ['id', 'for', 'name', 'aria-describedby'];

/** The rows of one table: added, removed, moved, copied, pasted, and what can be taken back. */
export class FormTable extends LiveElement {
  /** As shown: a row that is the same object needs nothing. */
  readonly #shown = new Map<string, { row: FormRow; place: HTMLElement }>();
  /** What can be taken back: the rows before, and those that stand as long as nothing else was done. */
  #undoable: { before: FormRow[]; after: FormRow[] } | undefined;

  protected override arrive(signal: AbortSignal): void {
    const { store } = findForm(this);
    this.addEventListener('click', ({ target }) => target instanceof Element && this.#press(target), { signal });
    this.addEventListener('paste', (event) => this.#paste(event), { signal });
    this.follow(store.$answers.subscribe(() => this.#render()));
    this.follow(store.$opened.listen(() => this.#say('')));
  }

  #rows(): FormRow[] {
    return rowsOf(findForm(this).store.$answers.get(), this.#id);
  }

  get #id(): string {
    return this.dataset['table'] ?? '';
  }

  #set(rows: FormRow[]): void {
    findForm(this).store.setRows(this.#id, rows);
  }

  #press(target: Element): void {
    if (target.closest('[data-add]')) this.#add();
    if (target.closest('[data-undo]')) this.#undo();
    const button = target.closest<HTMLElement>('[data-do]');
    const rowId = button?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (!button || rowId === undefined) return;
    const rows = this.#rows();
    const act = button.dataset['do'];
    if (act === 'remove') {
      const number = rows.findIndex(({ id }) => id === rowId) + 1;
      this.#set(withoutRow(rows, rowId));
      this.#offerUndo(rows, this.#words('removed', { n: number }));
      return;
    }
    if (act === 'copy') {
      const copyId = newId();
      this.#set(withCopy(rows, rowId, copyId));
      this.#focusRow(copyId);
      return;
    }
    this.#set(withMoved(rows, rowId, act === 'up' ? -1 : 1));
    // Moving an element takes the focus from it; at an end there is only the way back.
    const back = act === 'up' ? '[data-do="down"]' : '[data-do="up"]';
    const isAtEnd = button instanceof HTMLButtonElement && button.disabled;
    (isAtEnd ? button.parentElement?.querySelector<HTMLElement>(back) : button)?.focus();
  }

  #add(): void {
    const id = newId();
    this.#set([...this.#rows(), { id, cells: {} }]);
    this.#focusRow(id);
  }

  #focusRow(rowId: string): void {
    this.#shown.get(rowId)?.place.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  /** Cells from a spreadsheet, into this cell and those to the right and below; one text is pasted as ever. */
  #paste(event: ClipboardEvent): void {
    const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-answer]') : null;
    const rowId = place?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // Lines in a field of several lines are lines, where no tab says that they are cells.
    const isCells = text.includes('\t') || (text.trim().includes('\n') && place?.dataset['kind'] !== 'text');
    if (!place || rowId === undefined || !isCells) return;
    event.preventDefault();
    const at = { rowId, columnId: place.dataset['answer'] ?? '' };
    void load(import('../../core/form/paste.ts'))
      .then(({ parseCells, pasteCells }) => {
        const rows = this.#rows();
        const { rows: pasted, filled, leftOut } = pasteCells(rows, this.#columns(), at, parseCells(text), newId);
        this.#set(pasted);
        const words = [
          this.#words('pasted', { r: filled.rows, c: filled.columns }),
          leftOut.columns > 0 ? this.#words('beside', { c: leftOut.columns }) : '',
          leftOut.rows > 0 ? this.#words('below', { r: leftOut.rows }) : '',
        ];
        this.#offerUndo(rows, words.join(''));
      })
      .catch(() => this.#say(this.#words('unpasted', {})));
  }

  #columns(): readonly FormColumn[] {
    return tablesOf(findForm(this).store.definition).find(({ id }) => id === this.#id)?.columns ?? [];
  }

  #undo(): void {
    if (!this.#undoable) return;
    this.#set(this.#undoable.before);
    this.#say(this.#words('undone', {}));
    part(this, '[data-done]', HTMLElement).focus();
  }

  #offerUndo(before: FormRow[], words: string): void {
    this.#say(words);
    this.#undoable = { before, after: this.#rows() };
    part(this, '[data-undo]', HTMLElement).hidden = false;
    part(this, '[data-done]', HTMLElement).focus();
  }

  /** Says something that cannot be taken back, or nothing. */
  #say(words: string): void {
    this.#undoable = undefined;
    part(this, '[data-undo]', HTMLElement).hidden = true;
    part(this, '[data-done-words]', HTMLElement).textContent = words;
    part(this, '[data-done]', HTMLElement).hidden = words === '';
  }

  #words(name: string, counts: Record<string, number>): string {
    return (this.dataset[name] ?? '').replace(/%([nrc])/g, (_, key: string) => String(counts[key] ?? ''));
  }

  /** Each row in its place; what did not change is left alone. What is typed by now is not taken back any more. */
  #render(): void {
    const rows = this.#rows();
    if (this.#undoable && this.#undoable.after !== rows) this.#say('');
    const into = part(this, '[data-rows]', HTMLElement);
    const ids = new Set(rows.map(({ id }) => id));
    for (const [id, { place }] of this.#shown) {
      if (ids.has(id)) continue;
      place.remove();
      this.#shown.delete(id);
    }
    for (const [index, row] of rows.entries()) {
      const known = this.#shown.get(row.id);
      const place = known?.place ?? this.#copyRow(row.id);
      if (into.children[index] !== place) into.insertBefore(place, into.children[index] ?? null);
      if (place.dataset['at'] !== `${index}/${rows.length}`) number(place, index, rows.length);
      if (known?.row !== row) fill(place, row);
      this.#shown.set(row.id, { row, place });
    }
  }

  #copyRow(rowId: string): HTMLElement {
    const template = part(this, 'template[data-row-template]', HTMLTemplateElement);
    const place = part(document.importNode(template.content, true), 'fieldset', HTMLElement);
    place.dataset['row'] = rowId;
    for (const name of naming)
      for (const named of place.querySelectorAll(`[${name}*="-@-"]`))
        named.setAttribute(name, (named.getAttribute(name) ?? '').replaceAll('-@-', `-${rowId}-`));
    return place;
  }
}

function fill(place: HTMLElement, row: FormRow): void {
  for (const cell of place.querySelectorAll<HTMLElement>('[data-answer]'))
    showAnswer(cell, findCell(row, cell.dataset['answer'] ?? ''));
}

function number(place: HTMLElement, index: number, count: number): void {
  place.dataset['at'] = `${index}/${count}`;
  for (const at of place.querySelectorAll('[data-number]')) at.textContent = String(index + 1);
  part(place, '[data-do="up"]', HTMLButtonElement).disabled = index === 0;
  part(place, '[data-do="down"]', HTMLButtonElement).disabled = index === count - 1;
}
