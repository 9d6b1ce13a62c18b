import type { Answers } from '../../record/v1/decision/answers.ts';
import type { Step, Verdict } from '../../record/v1/decision/decide.ts';
import { answerText } from '../../record/v1/decision/describe.ts';
import { attempt } from '../parts/attempt.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import { findDecision } from './decision-context.ts';

/** Value of 「どれでもない」; no option has this id. */
const none = 'none';

/** Asks the questions of a decision: one at a time, or all on a sheet. */
class DecisionQuestions extends LiveElement {
  /** Whether the next change of the verdict comes from this form, and moves the focus. */
  #isAnswering = false;

  protected override arrive(signal: AbortSignal): void {
    const { store } = findDecision(this);
    const form = part(this, '[data-form]', HTMLFormElement);
    form.addEventListener('submit', (event) => this.#submit(event), { signal });
    form.addEventListener('change', (event) => this.#change(event), { signal });
    part(this, '[data-back]', HTMLButtonElement).addEventListener('click', () => this.#back(), { signal });
    void this.#offerEarlier(signal);
    const reopen = part(this, '[data-reopen]', HTMLInputElement);
    reopen.addEventListener('change', () => void this.#reopen(reopen), { signal });
    this.follow(store.$verdict.subscribe((verdict) => this.#show(verdict)));
  }

  get #isSheet(): boolean {
    return this.dataset['layout'] === 'sheet';
  }

  #fieldsets(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-question]')];
  }

  #show(verdict: Verdict): void {
    const { store } = findDecision(this);
    const { answers } = store.$given.get();
    const current = verdict.kind === 'decided' ? undefined : verdict.question.id;
    const answered = new Set(verdict.steps.map(({ question }) => question.id));
    const later = new Set(verdict.kind === 'decided' ? [] : verdict.later.map(({ id }) => id));
    let place = verdict.steps.filter(({ question }) => question.kind !== 'setting').length;
    if (this.#isSheet) place = 0;
    for (const fieldset of this.#fieldsets()) {
      const id = fieldset.dataset['question'] ?? '';
      const isOnSheet = this.#isSheet && (answered.has(id) || later.has(id));
      fieldset.hidden = id !== current && !isOnSheet;
      // Numbered as they are asked, and as the answers are listed.
      if (!fieldset.hidden) {
        place += 1;
        part(fieldset, '[data-place]', HTMLElement).textContent = String(place);
      }
      show(fieldset, '[data-problem]', false);
      const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
      // What was chosen before stays chosen while it is being changed.
      if (given) for (const input of inputsOf(fieldset)) input.checked = isGiven(input, given);
      if (verdict.kind === 'stale' && id === current) show(fieldset, '[data-problem="stale"]', true);
    }
    show(this, '[data-go]', current !== undefined || this.#isSheet);
    show(this, '[data-back]', !this.#isSheet && isAnyAnswered(verdict));
    this.#showStart(verdict);
    this.#showTrail(verdict);
    if (!this.#isAnswering) return;
    this.#isAnswering = false;
    if (current) this.#focus(current);
    // The result is shown by another element, which hears of it after this one.
    else queueMicrotask(() => document.getElementById('result-h')?.focus());
  }

  /** What was begun before, and files of it, are offered before the first answer. */
  #showStart(verdict: Verdict): void {
    const isStarted = isAnyAnswered(verdict);
    show(this, isStarted ? '[data-earlier]' : '[data-reopened]', false);
    show(this, '[data-reopen-part]', !isStarted);
  }

  #focus(questionId: string): void {
    this.querySelector<HTMLElement>(`[data-question="${questionId}"] legend`)?.focus();
  }

  /** The answers above the next question; under the result they stand where Result.astro has room for them. */
  #showTrail(verdict: Verdict): void {
    const trail = part(findDecision(this).root, '[data-trail]', HTMLElement);
    const steps = this.#isSheet && verdict.kind !== 'decided' ? [] : verdict.steps;
    let number = 0;
    const lines = steps.map((step) => {
      if (step.question.kind !== 'setting') number += 1;
      return this.#toLine(step, number);
    });
    trail.replaceChildren(...lines);
    const place = trail.closest<HTMLElement>('[data-trail-part]');
    if (!place) return;
    place.hidden = steps.length === 0;
    const slot = findDecision(this).root.querySelector('[data-trail-slot]');
    if (verdict.kind === 'decided') slot?.append(place);
    else this.insertBefore(place, part(this, '[data-form]', HTMLFormElement));
  }

  /** @param place among the questions that were asked, from 1 */
  #toLine({ question, answer }: Step, place: number): DocumentFragment {
    const template = part(this, '[data-step-template]', HTMLTemplateElement);
    const line = document.importNode(template.content, true);
    const number = part(line, '[data-number]', HTMLElement);
    const isSetting = question.kind === 'setting';
    number.textContent = isSetting ? (number.dataset['setting'] ?? '') : `${number.dataset['asked'] ?? ''}${place}`;
    part(line, '[data-text]', HTMLElement).textContent = question.text;
    part(line, '[data-answer]', HTMLElement).textContent = answerText(question, answer);
    const change = part(line, '[data-change]', HTMLButtonElement);
    part(change, '[data-which]', HTMLElement).textContent = `（${question.text}）`;
    // The company's own choices are changed in its settings, not here.
    if (isSetting) change.remove();
    else change.addEventListener('click', () => this.#retract(question.id));
    return line;
  }

  #retract(questionId: string): void {
    if (this.#isSheet) {
      this.#focus(questionId);
      return;
    }
    this.#isAnswering = true;
    findDecision(this).store.retract(questionId);
  }

  #back(): void {
    const { steps } = findDecision(this).store.$verdict.get();
    const last = steps.findLast(({ question }) => question.kind !== 'setting');
    if (last) this.#retract(last.question.id);
  }

  #submit(event: Event): void {
    event.preventDefault();
    const { store } = findDecision(this);
    const shown = this.#fieldsets().filter(({ hidden }) => !hidden);
    const missing = shown.filter((fieldset) => chosen(fieldset) === undefined);
    for (const fieldset of shown) {
      show(fieldset, '[data-problem="stale"]', false);
      show(fieldset, '[data-problem="missing"]', missing.includes(fieldset));
    }
    const [first] = missing;
    if (first) {
      inputsOf(first)[0]?.focus();
      return;
    }
    this.#isAnswering = true;
    const before = store.$given.get().answers;
    const answers: Answers = { ...before };
    for (const fieldset of shown) answers[fieldset.dataset['question'] ?? ''] = chosen(fieldset) ?? [];
    store.answerAll(answers);
    // The same answers again change nothing, and the person still wants to go on.
    if (this.#isAnswering) this.#show(store.$verdict.get());
  }

  #change({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const fieldset = target.closest<HTMLElement>('[data-question]');
    if (!fieldset) return;
    if (target.type === 'file') {
      void this.#readFile(fieldset, target);
      return;
    }
    show(fieldset, '[data-problem]', false);
    if (target.type === 'checkbox' && target.checked) {
      // 「どれでもない」 and 「わからない」 stand alone.
      const isAlone = target.closest('[data-alone]') !== null;
      for (const input of inputsOf(fieldset)) {
        if (input !== target && (isAlone || input.closest('[data-alone]'))) input.checked = false;
      }
    }
    // A result that is on the screen must not contradict the form beside it.
    const { store } = findDecision(this);
    if (this.#isSheet && store.$verdict.get().kind === 'decided')
      store.answer(fieldset.dataset['question'] ?? '', chosen(fieldset) ?? []);
  }

  /** A file that answers a question is read by code of its own, which comes with the first one. */
  async #readFile(fieldset: HTMLElement, input: HTMLInputElement): Promise<void> {
    show(fieldset, '[data-checking]', true);
    await attempt(fieldset, '[data-not-loaded]', async () =>
      (await load(import('./returned-list.ts'))).readReturned(input),
    );
    show(fieldset, '[data-checking]', false);
  }

  /** What earlier visits left is offered by code of its own, which few visits need. */
  async #offerEarlier(signal: AbortSignal): Promise<void> {
    const { store } = findDecision(this);
    if (Object.keys(store.$given.get().answers).length > 0 || !store.hasKept()) return;
    // Without a connection the page works as on a first visit; what is kept stays.
    await attempt(this, '[data-reopen-failed]', async () =>
      (await load(import('./offer-earlier.ts'))).offerEarlier(this, this.#focusNext, signal),
    );
  }

  #focusNext = () => {
    this.#isAnswering = true;
  };

  /** A signed file is opened by code of its own, which comes with the first one. */
  async #reopen(input: HTMLInputElement): Promise<void> {
    await attempt(this, '[data-reopen-failed]', async () =>
      (await load(import('./reopen-decision.ts'))).reopenDecision(this, input, this.#focusNext),
    );
  }
}

/** Whether a person has answered anything. */
function isAnyAnswered({ steps }: Verdict): boolean {
  return steps.some(({ question }) => question.kind !== 'setting');
}

/** Its options; a file field beside them has no name. */
function inputsOf(fieldset: HTMLElement): HTMLInputElement[] {
  return [...fieldset.querySelectorAll<HTMLInputElement>('input[name]')];
}

/** Whether an answer holds what the field stands for; `none` stands for none of several. */
function isGiven({ value }: HTMLInputElement, given: readonly string[]): boolean {
  return value === none ? given.length === 0 : given.includes(value);
}

/** The chosen options; undefined while nothing is chosen. */
function chosen(fieldset: HTMLElement): string[] | undefined {
  const values = inputsOf(fieldset).flatMap(({ checked, value }) => (checked ? value : []));
  return values.length === 0 ? undefined : values.filter((value) => value !== none);
}

customElements.define('decision-questions', DecisionQuestions);
