import type { ListColumn } from '../../core/tailoring/company-list.ts';
import { longestCell } from '../../core/tailoring/list-limits.ts';
import type { RowFault } from '../../core/tailoring/list-rows.ts';
import type { FormRow } from '../../record/v1/form/answers.ts';
import { part } from '../parts/parts.ts';

/** A row as it is shown: the same object needs nothing. */
export interface PlacedRow {
  row: FormRow;
  place: HTMLElement;
}

interface Shown {
  rows: readonly FormRow[];
  columns: readonly ListColumn[];
  faults: readonly RowFault[];
}

/** Puts each row in its place, with what is to be mended in it; what did not change is left alone. */
export function showRows(root: HTMLElement, into: HTMLElement, shown: Shown, known: Map<string, PlacedRow>): void {
  const { rows, columns, faults } = shown;
  const ids = new Set(rows.map(({ id }) => id));
  for (const [id, { place }] of known) {
    if (ids.has(id)) continue;
    place.remove();
    known.delete(id);
  }
  for (const [index, row] of rows.entries()) {
    const before = known.get(row.id);
    const place = before?.place ?? copyRow(root, row.id, columns);
    if (into.children[index] !== place) into.insertBefore(place, into.children[index] ?? null);
    if (before?.row !== row) fillRow(place, row);
    number(place, index, rows.length);
    mark(
      place,
      faults.filter((fault) => fault.row === index),
    );
    known.set(row.id, { row, place });
  }
}

function copyRow(root: HTMLElement, rowId: string, columns: readonly ListColumn[]): HTMLElement {
  const template = part(root, '[data-row-template]', HTMLTemplateElement);
  const place = part(document.importNode(template.content, true), 'fieldset', HTMLElement);
  place.dataset['row'] = rowId;
  part(place, '[data-cells]', HTMLElement).replaceChildren(...columns.map((column) => copyCell(root, rowId, column)));
  return place;
}

function copyCell(
  root: HTMLElement,
  rowId: string,
  { id, label, kind, options = [], required }: ListColumn,
): HTMLElement {
  const template = part(root, '[data-cell-template]', HTMLTemplateElement);
  const cell = part(document.importNode(template.content, true), 'label', HTMLElement);
  part(cell, '[data-label]', HTMLElement).textContent = label;
  part(cell, '[data-must]', HTMLElement).hidden = !required;
  const field = document.createElement(kind === 'one' ? 'select' : 'input');
  if (field instanceof HTMLInputElement) {
    field.maxLength = longestCell;
    if (kind === 'date') field.placeholder = '2026-11-29';
  } else field.append(...['', ...options].map((option) => new Option(option, option)));
  field.className = 'k-input';
  field.autocomplete = 'off';
  field.dataset['row'] = rowId;
  field.dataset['column'] = id;
  cell.append(field);
  return cell;
}

const fieldsOf = (place: HTMLElement) =>
  place.querySelectorAll<HTMLInputElement | HTMLSelectElement>(':is(input, select)[data-column]');

function fillRow(place: HTMLElement, { cells }: FormRow): void {
  for (const field of fieldsOf(place)) {
    const text = cells[field.dataset['column'] ?? ''] ?? '';
    // What is not offered is shown all the same, and marked: it is the person's to choose another.
    if (field instanceof HTMLSelectElement && ![...field.options].some(({ value }) => value === text))
      field.append(new Option(text, text));
    if (field.value !== text) field.value = text;
  }
}

function number(place: HTMLElement, index: number, count: number): void {
  for (const at of place.querySelectorAll('[data-number]')) at.textContent = String(index + 1);
  part(place, '[data-do="up"]', HTMLButtonElement).disabled = index === 0;
  part(place, '[data-do="down"]', HTMLButtonElement).disabled = index === count - 1;
}

function mark(place: HTMLElement, faults: readonly RowFault[]): void {
  for (const field of fieldsOf(place)) {
    const isFaulty = faults.some(({ column }) => column === field.dataset['column']);
    for (const [name, value] of Object.entries({
      'aria-invalid': 'true',
      'aria-describedby': `fault-${place.dataset['row'] ?? ''}`,
    }))
      if (isFaulty) field.setAttribute(name, value);
      else field.removeAttribute(name);
  }
  const words = part(place, '[data-row-fault]', HTMLElement);
  words.id ||= `fault-${place.dataset['row'] ?? ''}`;
  words.hidden = faults.length === 0;
  words.textContent = faults.map(({ problem, hint }) => problem + hint).join('');
}
