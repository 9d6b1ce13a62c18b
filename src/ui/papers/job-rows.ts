import type { JobRow } from '../../core/papers/job-answers.ts';
import { findCell } from '../../record/v1/form/given.ts';
import { newId } from '../parts/new-id.ts';
import { part, show } from '../parts/parts.ts';
import type { JobContext } from './job-context.ts';
import { putText, type TextField } from './job-fields.ts';

/** The rows of a job: each a card of fields, and whose it is. */
export class JobRows {
  readonly #at: JobContext;
  /** What was removed last, and where it stood. */
  #removed: { row: JobRow; index: number } | undefined;

  constructor(at: JobContext) {
    this.#at = at;
  }

  /** Listens until the page is left. @param chosen the documents that are shown */
  arrive(signal: AbortSignal, chosen: () => readonly string[]): void {
    const { root, job } = this.#at;
    if (!job.table) return;
    const list = part(root, '[data-rows]', HTMLElement);
    list.addEventListener('input', ({ target }) => this.#type(target), { signal });
    list.addEventListener('click', ({ target }) => this.#act(target), { signal });
    part(root, '[data-add]', HTMLButtonElement).addEventListener('click', () => this.#add(chosen()), { signal });
    part(root, '[data-undo]', HTMLButtonElement).addEventListener('click', () => this.#undo(), { signal });
  }

  /** Puts the rows of the answers on the page. */
  draw(): void {
    const { root, job, store } = this.#at;
    if (!job.table) return;
    const template = part(root, 'template[data-row-template]', HTMLTemplateElement);
    const { row: rowName } = job.table;
    const cards = store.$answers.get().rows.map((row, index) => {
      const card = part(document.importNode(template.content, true), '[data-row]', HTMLElement);
      card.dataset['row'] = row.id;
      part(card, 'legend', HTMLElement).textContent = `${rowName} ${index + 1}`;
      part(card, '[data-remove] [data-of]', HTMLElement).textContent = `${rowName} ${index + 1}`;
      part(card, '[data-copy] [data-of]', HTMLElement).textContent = `${rowName} ${index + 1}`;
      part(card, '[data-whose]', HTMLSelectElement).value = row.client;
      for (const field of card.querySelectorAll<TextField>('[data-cell]')) {
        putText(field, findCell(row, field.dataset['cell'] ?? ''));
        this.#suggest(field, row.client);
      }
      return card;
    });
    part(root, '[data-rows]', HTMLElement).replaceChildren(...cards);
  }

  #type(target: EventTarget | null): void {
    const { store } = this.#at;
    if (
      !(
        target instanceof HTMLInputElement ||
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement
      )
    )
      return;
    const card = target.closest<HTMLElement>('[data-row]');
    const { cell } = target.dataset;
    store.setRows(
      store.$answers.get().rows.map((row): JobRow => {
        if (row.id !== card?.dataset['row']) return row;
        if (cell === undefined) return { ...row, client: target.value };
        return { ...row, cells: { ...row.cells, [cell]: target.value } };
      }),
    );
    if (cell !== undefined) return;
    for (const field of card?.querySelectorAll<TextField>('[data-cell]') ?? []) this.#suggest(field, target.value);
  }

  /** Offers the words of the client's own forms. */
  #suggest(field: TextField, client: string): void {
    const { cell } = field.dataset;
    const list = `offered-${client}-${cell}`;
    if (!(field instanceof HTMLInputElement)) return;
    if (document.getElementById(list)) field.setAttribute('list', list);
    else field.removeAttribute('list');
  }

  #act(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest('button') : null;
    const id = button?.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const { store } = this.#at;
    const { rows } = store.$answers.get();
    const index = rows.findIndex((row) => row.id === id);
    const row = rows[index];
    if (!button || !row) return;
    if ('copy' in button.dataset) {
      store.setRows(rows.toSpliced(index + 1, 0, { ...row, id: newId() }));
      this.draw();
      this.#focus(index + 1);
    } else if ('remove' in button.dataset) {
      this.#removed = { row, index };
      store.setRows(rows.toSpliced(index, 1));
      this.draw();
      this.#tell(index);
    }
  }

  #add(chosen: readonly string[]): void {
    const { store, clients } = this.#at;
    const others = clients.filter(({ id, isOurs }) => !isOurs && chosen.includes(id));
    const [only] = others;
    const client = others.length === 1 && only ? only.id : '';
    const { rows } = store.$answers.get();
    store.setRows([...rows, { id: newId(), client, cells: {} }]);
    this.draw();
    this.#focus(rows.length);
  }

  #tell(index: number): void {
    const { root, job } = this.#at;
    show(root, '[data-removed]', true);
    part(root, '[data-removed-name]', HTMLElement).textContent = `${job.table?.row} ${index + 1}`;
    part(root, '[data-undo]', HTMLButtonElement).focus();
  }

  #undo(): void {
    const { root, store } = this.#at;
    const removed = this.#removed;
    if (!removed) return;
    this.#removed = undefined;
    store.setRows(store.$answers.get().rows.toSpliced(removed.index, 0, removed.row));
    show(root, '[data-removed]', false);
    this.draw();
    this.#focus(removed.index);
  }

  #focus(index: number): void {
    const card = this.#at.root.querySelectorAll<HTMLElement>('[data-row]')[index];
    card?.querySelector<HTMLElement>('[data-whose]')?.focus();
  }
}
