import { toDateText } from '../../core/text/date.ts';
import {
  describeOldAnswer,
  findAnswer,
  isAnswered,
  isGiven,
  itemsOf,
  whyStale,
} from '../../record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers, ItemAnswer } from '../../record/v1/checklist/answers.ts';
import type { CheckItem } from '../../record/v1/checklist/definition.ts';
import { toSentDays } from '../../record/v1/checklist/evidence.ts';
import { isExpired } from '../../record/v1/checklist/expiry.ts';
import { fieldNames, type ItemField, isStatus } from '../../record/v1/checklist/statuses.ts';
import type { Header } from '../../record/v1/header/header.ts';
import type { ChecklistStore } from '../../stores/checklist.ts';
import { announceOpenings } from '../drafts/announce-opening.ts';
import { defineDrafts } from '../drafts/define-drafts.ts';
import { showProblems } from '../parts/error-summary.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show, today } from '../parts/parts.ts';
import { tidyDay } from '../parts/tidy-day.ts';
import { offerImport } from './begin-import.ts';
import { findChecklist } from './checklist-context.ts';
import { readGiven, setText, showGiven, type TextField } from './given-fields.ts';

/** The form of a check list: what is typed goes to the store, and what the store holds stands in the fields. */
class ChecklistForm extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store } = findChecklist(this);
    this.addEventListener('input', (event) => onInput(event, store), { signal });
    this.addEventListener('change', (event) => onChange(event, store), { signal });
    this.addEventListener('click', (event) => onClick(event, store), { signal });
    part(this, '[data-expiry-do]', HTMLElement).addEventListener(
      'click',
      async () => (await load(import('./save-expiry.ts'))).saveExpiry(findChecklist(this)),
      { signal },
    );
    this.#offerToday(store, signal);
    offerImport(this, signal);
    this.#followInvitations(store, signal);
    announceOpenings({ root: this, store }, signal);
    this.follow(store.$opened.listen(() => showProblems(this, [])));
    this.follow(store.$answers.subscribe((answers) => this.#showAnswers(answers)));
    this.follow(store.$stale.subscribe((stale) => this.#showStale(stale, store.$answers.get())));
  }

  #showAnswers(answers: ChecklistAnswers): void {
    for (const field of this.querySelectorAll<HTMLInputElement>('[data-header]')) {
      if (isHeaderField(field.dataset['header'], answers.header))
        setText(field, answers.header[field.dataset['header']]);
    }
    show(
      this,
      '[data-expiry]',
      Object.values(answers.items).some(({ evidenceUntil }) => Boolean(evidenceUntil)),
    );
    for (const item of this.#items()) {
      const answer = findAnswer(answers, item.dataset['item'] ?? '');
      for (const field of item.querySelectorAll<TextField>('[data-field]')) {
        const name = field.dataset['field'];
        if (isItemField(name)) setText(field, textOf(answer, name));
      }
      showDays(item, answer, answers.header.checkedOn);
      choose(item, answer && !isGiven(answer) ? answer.status : 'unanswered');
      showGiven(item, answer && isGiven(answer) ? answer.given : []);
    }
    for (const item of itemsOf(findChecklist(this).store.definition)) {
      if (item.answer)
        document.getElementById(`item-${item.id}`)?.toggleAttribute('data-answered', isAnswered(answers, item));
    }
  }

  /** A stale item stands at 未回答 and shows the old answer, until it is answered again. */
  #showStale(stale: readonly CheckItem[], answers: ChecklistAnswers): void {
    const byId = new Map(stale.map((item) => [item.id, item]));
    for (const place of this.#items()) {
      const item = byId.get(place.dataset['item'] ?? '');
      const answer = item && findAnswer(answers, item.id);
      part(place, '[data-stale]', HTMLElement).hidden = !answer;
      if (!answer) continue;
      part(place, '[data-stale-answer]', HTMLElement).textContent = describeOldAnswer(answer);
      show(place, '[data-stale-why]', false);
      show(place, `[data-stale-why="${whyStale(answer, item)}"]`, true);
      // Only what the item takes today can be kept as it is.
      show(place, '[data-keep-answer]', isGiven(answer));
      choose(place, 'unanswered');
      showGiven(place, []);
    }
  }

  /** What knows about invitations comes where there is one: in the address, or in the answers. */
  #followInvitations(store: ChecklistStore, signal: AbortSignal): void {
    let shown: unknown;
    const look = () => {
      // Read now: the draft's own address takes its place.
      const { hash } = location;
      const { request } = store.$answers.get();
      if (request === shown && !/^#ask\W/.test(hash)) return;
      shown = request;
      import('./follow-invitation.ts').then(
        ({ attendInvitation }) => attendInvitation(this, store, hash),
        () => show(this, '[data-invited-lost]', true),
      );
    };
    window.addEventListener('hashchange', look, { signal });
    this.follow(store.$answers.subscribe(look));
  }

  #items(): NodeListOf<HTMLElement> {
    return this.querySelectorAll<HTMLElement>('[data-item]');
  }

  #offerToday(store: ChecklistStore, signal: AbortSignal): void {
    const button = part(this, '[data-today]', HTMLButtonElement);
    button.hidden = false;
    button.addEventListener('click', () => store.fillHeader('checkedOn', today(new Date())), { signal });
  }
}

function onInput({ target }: Event, store: ChecklistStore): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  const { header, field } = target.dataset;
  const place = target.closest<HTMLElement>('[data-item]');
  const item = place?.dataset['item'];
  if (isHeaderField(header, store.$answers.get().header)) store.fillHeader(header, target.value);
  else if (item && isItemField(field)) store.fillItem(item, field, target.value);
  else if (place && item && target.dataset['given'] !== undefined) store.give(item, readGiven(place));
}

/** An old answer that stands: given again to the item as it reads today. */
function onClick({ target }: Event, store: ChecklistStore): void {
  const button = target instanceof Element ? target.closest('[data-keep-answer]') : null;
  const place = button?.closest<HTMLElement>('[data-item]');
  const answer = findAnswer(store.$answers.get(), place?.dataset['item'] ?? '');
  if (!place || !answer || !isGiven(answer)) return;
  store.give(place.dataset['item'] ?? '', answer.given);
  part(place, '[data-given]', HTMLElement).focus();
}

function onChange(event: Event, store: ChecklistStore): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement)) return;
  const item = target.closest<HTMLElement>('[data-item]')?.dataset['item'];
  if (target.dataset['given'] === undefined && target.type === 'radio' && item && isStatus(target.value))
    store.chooseStatus(item, target.value);
  if (target.dataset['date'] === undefined) return;
  tidyDay(target, () => onInput(event, store));
}

function choose(item: HTMLElement, status: string): void {
  const radio = item.querySelector<HTMLInputElement>(`[data-v] input[value="${status}"]`);
  if (radio && !radio.checked) radio.checked = true;
}

function isHeaderField(name: string | undefined, header: Header): name is keyof Header {
  return name !== undefined && Object.hasOwn(header, name);
}

function isItemField(name: string | undefined): name is ItemField {
  return name !== undefined && name !== 'given' && Object.hasOwn(fieldNames, name);
}

function textOf(answer: ItemAnswer | undefined, field: ItemField): string {
  if (!answer) return '';
  if (field === 'dueOn') return isGiven(answer) ? '' : answer.dueOn;
  return answer[field] ?? '';
}

/** The days of a record open where there are some, so that none is overlooked; one that is past is said to be. */
function showDays(item: HTMLElement, answer: ItemAnswer | undefined, checkedOn: string): void {
  const days = item.querySelector('details.k-days');
  if (!(days instanceof HTMLDetailsElement)) return;
  if (answer?.evidenceOn || answer?.evidenceUntil) days.open = true;
  const day = toDateText(checkedOn.trim()) || today(new Date());
  show(days, '[data-late]', answer !== undefined && isExpired(toSentDays(answer), day));
}

customElements.define('checklist-form', ChecklistForm);
defineDrafts();
