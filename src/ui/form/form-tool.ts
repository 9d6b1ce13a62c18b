import { withCell } from '../../core/form/rows.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FormField } from '../../record/v1/form/definition.ts';
import { fieldsOf, findField, rowsOf, tablesOf } from '../../record/v1/form/given.ts';
import { toSentText } from '../../record/v1/form/sent-text.ts';
import type { Header } from '../../record/v1/header/header.ts';
import type { FormStore } from '../../stores/form.ts';
import { announceOpenings } from '../drafts/announce-opening.ts';
import { defineDrafts } from '../drafts/define-drafts.ts';
import { showSaving } from '../drafts/show-saving.ts';
import { attempt } from '../parts/attempt.ts';
import { showProblems } from '../parts/error-summary.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, today } from '../parts/parts.ts';
import { tidyDay } from '../parts/tidy-day.ts';
import { findForm } from './form-context.ts';
import { FormTable } from './form-table.ts';
import { readAnswer, showAnswer } from './form-values.ts';

/** A form: what is typed goes to the store, and what the store holds stands in the fields; its tables see to their rows. */
class FormTool extends LiveElement {
  #wasTyped = false;

  protected override arrive(signal: AbortSignal): void {
    const { store } = findForm(this);
    this.addEventListener('input', ({ target }) => this.#take(target), { signal });
    this.addEventListener('change', ({ target }) => this.#tidy(target), { signal });
    this.addEventListener('click', ({ target }) => this.#fillNow(target), { signal });
    const on = (selector: string, failed: string, act: () => Promise<void>) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', () => void attempt(this, failed, act), {
        signal,
      });
    on('[data-next]', '[data-review-failed]', async () => {
      const { FormReview } = await import('./form-review.ts');
      await part(this, 'form-review', FormReview).next();
    });
    on('[data-sheet]', '[data-sheet-failed]', async () => (await import('./write-sheet.ts')).writeSheet(store));
    if (this.querySelector('[data-calendar]'))
      on('[data-calendar]', '[data-sheet-failed]', async () => (await import('./save-calendar.ts')).saveCalendar(this));
    const askPeople = ({ target }: Event) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-ask-people]') : null;
      const ask = async () => button && (await import('./ask-people.ts')).askPeople(button);
      if (button) void attempt(this, '[data-people-failed]', ask);
    };
    this.addEventListener('click', askPeople, { signal });
    announceOpenings({ root: this, store }, signal);
    this.follow(store.$opened.listen(() => showProblems(this, [])));
    this.follow(store.$answers.subscribe(() => this.#passGate()));
    this.follow(store.$answers.subscribe((answers) => this.#show(answers)));
    this.follow(store.$saving.subscribe((saving) => showSaving(this, saving)));
  }

  #show({ header, ...answers }: FormAnswers): void {
    for (const field of this.querySelectorAll<HTMLInputElement>('[data-header]')) {
      const { header: name } = field.dataset;
      if (isHeaderField(name, header) && field.value !== header[name]) field.value = header[name];
    }
    for (const place of this.querySelectorAll<HTMLElement>('[data-answer]')) {
      if (!place.closest('[data-table]')) showAnswer(place, findField(answers, place.dataset['answer'] ?? ''));
    }
  }

  /** What was begun elsewhere, on another day or from a result, is not asked for again. */
  #passGate(): void {
    const { store } = findForm(this);
    const gate = this.querySelector<HTMLInputElement>('#gate');
    if (gate && !this.#wasTyped && store.isTyped()) gate.checked = true;
    this.#wasTyped = store.isTyped();
  }

  /** What is typed or chosen, into the store. */
  #take(target: EventTarget | null): void {
    const { store } = findForm(this);
    if (!(target instanceof HTMLElement)) return;
    const { header } = target.dataset;
    const place = target.closest<HTMLElement>('[data-answer]');
    if (target instanceof HTMLInputElement && isHeaderField(header, store.$answers.get().header))
      store.fillHeader(header, target.value);
    else if (place) put(store, place, readAnswer(place));
  }

  /** Once a field is left, what is typed stands in the form that its kind has. */
  #tidy(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || target.type !== 'text') return;
    const place = target.closest<HTMLElement>('[data-answer]');
    const asked = place && askedAt(findForm(this).store, place);
    if (asked?.kind === 'date' || (!asked && target.dataset['date'] !== undefined)) {
      tidyDay(target, () => this.#take(target));
      return;
    }
    const text = asked ? toSentText(asked, target.value) : target.value;
    if (text === target.value) return;
    target.value = text;
    this.#take(target);
  }

  /** 今日 and 今. */
  #fillNow(target: EventTarget | null): void {
    const { store } = findForm(this);
    const button = target instanceof Element ? target.closest('[data-now], [data-today]') : null;
    if (!button) return;
    const now = new Date();
    const day = today(now);
    const place = button.closest<HTMLElement>('[data-answer]');
    const two = (part: number) => String(part).padStart(2, '0');
    const time = ` ${two(now.getHours())}:${two(now.getMinutes())}`;
    if (place) put(store, place, place.dataset['kind'] === 'moment' ? day + time : day);
    else store.fillHeader('checkedOn', day);
  }
}

/** Puts an answer where its place stands: into a field, or into a cell of a row. */
function put(store: FormStore, place: HTMLElement, text: string): void {
  const id = place.dataset['answer'] ?? '';
  const table = place.closest<HTMLElement>('[data-table]')?.dataset['table'];
  const row = place.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? '';
  if (table === undefined) store.fillField(id, text);
  else store.setRows(table, withCell(rowsOf(store.$answers.get(), table), row, id, text));
}

function askedAt({ definition }: FormStore, place: HTMLElement): FormField | undefined {
  const tableId = place.closest<HTMLElement>('[data-table]')?.dataset['table'];
  const fields =
    tableId === undefined ? fieldsOf(definition) : tablesOf(definition).find(({ id }) => id === tableId)?.columns;
  return fields?.find(({ id }) => id === place.dataset['answer']);
}

function isHeaderField(name: string | undefined, header: Header): name is keyof Header {
  return name !== undefined && Object.hasOwn(header, name);
}

customElements.define('form-tool', FormTool);
customElements.define('form-table', FormTable);
defineDrafts();
