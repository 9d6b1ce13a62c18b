import { toDateText } from '../../core/text/date.ts';
import { findAnswer } from '../../record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import { isStatus } from '../../record/v1/checklist/statuses.ts';
import type { Header } from '../../record/v1/header/header.ts';
import type { ChecklistStore } from '../../stores/checklist.ts';
import { showProblems } from '../parts/error-summary.ts';
import { formatTime } from '../parts/format-time.ts';
import { LiveElement } from '../parts/live-element.ts';
import { download, part, show, today } from '../parts/parts.ts';
import { findChecklist } from './checklist-context.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** The form of a check list: what is typed goes to the store, and what the store holds stands in the fields. */
class ChecklistForm extends LiveElement {
  #unannounce = () => {};

  protected override arrive(signal: AbortSignal): void {
    const { store } = findChecklist(this);
    this.addEventListener('input', (event) => onInput(event, store), { signal });
    this.addEventListener('change', (event) => onChange(event, store), { signal });
    this.#offerToday(store, signal);
    this.follow(() => this.#unannounce());
    this.follow(store.$opened.subscribe(() => this.#announceOpening(store)));
    this.follow(store.$opened.listen(() => showProblems(this, [])));
    this.follow(store.$answers.subscribe((answers) => this.#showAnswers(answers)));
    this.follow(
      store.$stale.subscribe((stale) => this.#showStale(new Set(stale.map(({ id }) => id)), store.$answers.get())),
    );
  }

  #showAnswers(answers: ChecklistAnswers): void {
    for (const field of this.querySelectorAll<HTMLInputElement>('[data-header]')) {
      if (isHeaderField(field.dataset['header'], answers.header))
        setText(field, answers.header[field.dataset['header']]);
    }
    for (const item of this.#items()) {
      const answer = findAnswer(answers, item.dataset['item'] ?? '');
      for (const field of item.querySelectorAll<TextField>('[data-field]')) {
        const name = field.dataset['field'];
        setText(field, isItemField(name) ? (answer?.[name] ?? '') : '');
      }
      choose(item, answer?.status ?? 'unanswered');
    }
  }

  /** A stale item stands at 未回答 and shows the old answer, until a state is chosen again. */
  #showStale(stale: ReadonlySet<string>, answers: ChecklistAnswers): void {
    for (const item of this.#items()) {
      const id = item.dataset['item'] ?? '';
      const isStale = stale.has(id);
      part(item, '[data-stale]', HTMLElement).hidden = !isStale;
      if (!isStale) continue;
      const status = findAnswer(answers, id)?.status ?? 'unanswered';
      const label = item.querySelector<HTMLInputElement>(`input[value="${status}"]`)?.labels?.[0];
      part(item, '[data-stale-status]', HTMLElement).textContent = label?.textContent?.trim() ?? '';
      choose(item, 'unanswered');
    }
  }

  #items(): NodeListOf<HTMLElement> {
    return this.querySelectorAll<HTMLElement>('[data-item]');
  }

  #offerToday(store: ChecklistStore, signal: AbortSignal): void {
    const button = part(this, '[data-today]', HTMLButtonElement);
    button.hidden = false;
    button.addEventListener('click', () => store.fillHeader('checkedOn', today(new Date())), { signal });
  }

  /** Says what was found, until something is typed: then the person has gone on. */
  #announceOpening({ $opened, $answers }: ChecklistStore): void {
    const { opening } = $opened.get();
    this.#unannounce();
    show(this, '[data-opening]', false);
    const notice = this.querySelector<HTMLElement>(`[data-opening="${opening.kind}"]`);
    if (!notice) return;
    notice.hidden = false;
    if (opening.kind === 'restored') {
      part(notice, '[data-saved-at]', HTMLElement).textContent = formatTime(opening.savedAt);
      this.#unannounce = $answers.listen(() => {
        notice.hidden = true;
        this.#unannounce();
      });
    }
    if (opening.kind === 'damaged' || opening.kind === 'newer') {
      const keep = () => download(`${opening.kind}-draft.json`, 'application/json', opening.text);
      part(notice, '[data-keep]', HTMLButtonElement).onclick = keep;
    }
  }
}

function onInput({ target }: Event, store: ChecklistStore): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  const { header, field } = target.dataset;
  const item = target.closest<HTMLElement>('[data-item]')?.dataset['item'];
  if (isHeaderField(header, store.$answers.get().header)) store.fillHeader(header, target.value);
  else if (item && isItemField(field)) store.fillItem(item, field, target.value);
}

function onChange(event: Event, store: ChecklistStore): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement)) return;
  const item = target.closest<HTMLElement>('[data-item]')?.dataset['item'];
  if (target.type === 'radio' && item && isStatus(target.value)) store.chooseStatus(item, target.value);
  if (target.dataset['date'] === undefined) return;
  const date = toDateText(target.value);
  if (date === target.value) return;
  target.value = date;
  onInput(event, store);
}

/** Writing the same value again would move the caret to the end while somebody types. */
function setText(field: TextField, text: string): void {
  if (field.value !== text) field.value = text;
}

function choose(item: HTMLElement, status: string): void {
  const radio = item.querySelector<HTMLInputElement>(`input[type="radio"][value="${status}"]`);
  if (radio && !radio.checked) radio.checked = true;
}

function isHeaderField(name: string | undefined, header: Header): name is keyof Header {
  return name !== undefined && Object.hasOwn(header, name);
}

function isItemField(name: string | undefined): name is 'evidence' | 'note' | 'dueOn' {
  return name === 'evidence' || name === 'note' || name === 'dueOn';
}

customElements.define('checklist-form', ChecklistForm);
