import { byHand } from '../../core/register/reasons.ts';
import type { TableRules } from '../../core/register/rules.ts';
import type { CellProblem } from '../../core/register/validate-entry.ts';
import { withYear } from '../../core/text/short-day.ts';
import type { FormTable } from '../../record/v1/form/definition.ts';
import { cellFieldId } from '../../record/v1/form/field-ids.ts';
import { toSentText } from '../../record/v1/form/sent-text.ts';
import { readAnswer, showAnswer } from '../form/form-values.ts';
import { part, today } from '../parts/parts.ts';
import { copyTemplate } from '../parts/templates.ts';
import { tidyDay } from '../parts/tidy-day.ts';

/** The columns of an entry as fields of its dialog: see EntryDialog.astro. */
export class EntryFields {
  readonly #dialog: HTMLDialogElement;
  readonly #table: FormTable;
  readonly #rules: TableRules;
  readonly #ownName: () => string;

  /** @param ownName of who writes; '' while nobody has said */
  constructor(dialog: HTMLDialogElement, table: FormTable, rules: TableRules, ownName: () => string) {
    this.#dialog = dialog;
    this.#table = table;
    this.#rules = rules;
    this.#ownName = ownName;
    this.#offerOwnName();
  }

  /** Puts texts into the fields, by column; nothing is marked as wrong. */
  fill(cells: Readonly<Record<string, string>>): void {
    for (const { id } of this.#table.columns) showAnswer(this.#placeOf(id), cells[id] ?? '');
    this.tellProblems([]);
  }

  /** What stands in the fields, by column. */
  read(): Record<string, string> {
    return Object.fromEntries(this.#table.columns.map(({ id }) => [id, readAnswer(this.#placeOf(id))]));
  }

  /** The one that is to be looked at, or the first that is empty, or the first. */
  focusFirst(looked?: string): void {
    const shown = this.#table.columns.filter(({ id }) => this.#placeOf(id).checkVisibility());
    const first =
      shown.find(({ id }) => id === looked) ?? shown.find(({ id }) => readAnswer(this.#placeOf(id)) === '') ?? shown[0];
    if (first) this.#fieldOf(first.id).focus();
  }

  /** Tells at each field what is wrong, and goes to the first. Whether nothing is. */
  tellProblems(problems: readonly CellProblem[]): boolean {
    const messages = new Map(problems.map(({ column, message }) => [column, message]));
    for (const { id } of this.#table.columns) {
      const message = messages.get(id);
      const place = part(this.#dialog, `#${this.#idOf(id)}-e`, HTMLElement);
      place.textContent = message ?? '';
      place.hidden = message === undefined;
      if (message === undefined) this.#fieldOf(id).removeAttribute('aria-invalid');
      else this.#fieldOf(id).setAttribute('aria-invalid', 'true');
    }
    const [first] = problems;
    if (first) this.#fieldOf(first.column).focus();
    return !first;
  }

  /** @param changed is called whenever something was typed, chosen or filled in */
  listen(changed: () => void, signal: AbortSignal): void {
    const take = ({ target }: Event) => {
      const column = target instanceof Element && this.#columnAt(target);
      if (!column) return;
      this.#reason(column.id);
      changed();
    };
    this.#dialog.addEventListener('input', take, { signal });
    // Once a field is left, what is typed stands in the form that its kind has.
    const tidy = ({ target }: Event) => {
      const column = target instanceof Element && this.#columnAt(target);
      if (!column || !(target instanceof HTMLInputElement) || target.type !== 'text') return;
      // A day is written without its year: what is due is to come, all else has been.
      const towards = column.id === this.#rules.due ? 'coming' : 'past';
      if (column.kind === 'date') tidyDay(target, changed, towards);
      else if (column.kind === 'moment')
        target.value = toSentText(column, withYear(target.value, today(new Date()), towards));
      else target.value = toSentText(column, target.value);
      changed();
    };
    this.#dialog.addEventListener('change', tidy, { signal });
    const press = ({ target }: Event) => {
      const button = target instanceof Element && target.closest<HTMLElement>('[data-now], [data-own-name]');
      const column = button && this.#columnAt(button);
      if (!button || !column) return;
      showAnswer(this.#placeOf(column.id), 'now' in button.dataset ? toNow(column.kind) : this.#ownName());
      changed();
    };
    this.#dialog.addEventListener('click', press, { signal });
  }

  /** What is filled in by hand rests on nothing else any more. */
  #reason(column: string): void {
    const reason = this.#rules.reasons?.[column];
    if (reason === undefined) return;
    const isEmpty = readAnswer(this.#placeOf(column)) === '';
    showAnswer(this.#placeOf(reason), isEmpty ? '' : byHand);
  }

  #columnAt(element: Element) {
    const id = element.closest<HTMLElement>('[data-answer]')?.dataset['answer'];
    return this.#table.columns.find((column) => column.id === id);
  }

  /** Beside each column that names a person. */
  #offerOwnName(): void {
    for (const id of (this.#dialog.dataset['people'] ?? '').split(' ').filter(Boolean)) {
      const beside = part(this.#placeOf(id), '.k-f__c', HTMLElement);
      const button = beside.querySelector<HTMLElement>('[data-own-name]') ?? this.#addOwnName(beside);
      button.hidden = this.#ownName() === '';
    }
  }

  #addOwnName(beside: HTMLElement): HTMLElement {
    beside.append(copyTemplate(this.#dialog, 'own-name'));
    return part(beside, '[data-own-name]', HTMLElement);
  }

  #placeOf(column: string): HTMLElement {
    return part(this.#dialog, `[data-answer="${column}"]`, HTMLElement);
  }

  #idOf(column: string): string {
    return cellFieldId(this.#table.id, 'entry', column);
  }

  #fieldOf(column: string): HTMLElement {
    return part(this.#dialog, `#${this.#idOf(column)}`, HTMLElement);
  }
}

/** A day, with the time where the column asks for it. */
function toNow(kind: string): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return kind === 'moment' ? `${today(now)} ${two(now.getHours())}:${two(now.getMinutes())}` : today(now);
}
