import type { ReviewLine } from '../../core/form/review.ts';
import type { FieldProblem } from '../../record/v1/header/validate-fields.ts';
import { attempt } from '../parts/attempt.ts';
import { showProblems, unmarkMended } from '../parts/error-summary.ts';
import { goTo } from '../parts/go-to.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show, today } from '../parts/parts.ts';
import { followReview, type ReviewHistory } from '../sign/review-history.ts';
import { findForm, makeFormRecord } from './form-context.ts';

/** From 「次へ」 to the review: problems stop there, and the paper is shown before anything is made of it. */
export class FormReview extends LiveElement {
  #isReview = false;
  #history: ReviewHistory | undefined;
  /** What has to be mended; it comes with the first 「次へ」, before which nothing is marked. */
  #validate: (() => FieldProblem[]) | undefined;

  protected override arrive(signal: AbortSignal): void {
    const { root, store } = findForm(this);
    const on = (selector: string, act: () => void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', act, { signal });
    on('[data-back]', () => this.#back());
    on('[data-print]', () => print());
    const onEdit = (event: Event) => event instanceof CustomEvent && this.#edit(String(event.detail));
    root.addEventListener('document:edit', onEdit, { signal });
    root.addEventListener('document:review', () => this.#offerRegisters(false), { signal });
    root.addEventListener('document:made', () => this.#offerRegisters(true), { signal });
    this.addEventListener('click', ({ target }) => this.#press(target), { signal });
    root.addEventListener('change', () => this.#validate && unmarkMended(root, this.#validate()), { signal });
    this.#history = followReview(
      () => this.#isReview && this.#back(),
      () => void attempt(root, '[data-review-failed]', () => this.next()),
      signal,
    );
    // Another draft, or what another page has stored, is not what is being reviewed.
    this.follow(store.$answers.listen(() => this.#isReview && this.#show(false)));
  }

  /** Checks what is typed, and shows the paper or what has to be mended. @throws LoadError when its code does not arrive */
  async next(): Promise<void> {
    const { root, store } = findForm(this);
    const [{ validateForm }, { reviewForm }, { renderSummary }, made] = await load(
      Promise.all([
        import('../../record/v1/form/validate.ts'),
        import('../../core/form/review.ts'),
        import('../sign/summary-view.ts'),
        makeFormRecord(findForm(this)),
        import('../sign/document-signing.ts'),
      ]),
    );
    this.#validate = () => validateForm(store.definition, store.$answers.get(), today(new Date()));
    const problems = this.#validate();
    const errors = showProblems(root, problems);
    if (problems.length > 0) {
      errors.focus();
      return;
    }
    renderSummary(made.record.summary, part(this, '[data-summary]', HTMLElement));
    const { lines, empty } = reviewForm(store.definition, store.$answers.get());
    part(this, '[data-lines]', HTMLElement).replaceChildren(...lines.map((line) => this.#toLine(line)));
    show(this, '[data-empty]', empty.length > 0);
    part(this, '[data-empty-list]', HTMLElement).textContent = empty.map(({ label }) => label).join('、');
    this.#show(true);
    root.dispatchEvent(new CustomEvent('document:review'));
    goTo(part(this, '#review-h', HTMLElement));
  }

  #offerRegisters(isOffered: boolean): void {
    show(this, '[data-into]', isOffered);
    show(this, '[data-into-said], [data-into-failed]', false);
  }

  /** Puts the paper's rows into the register of a button. */
  #press(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-into-register]') : null;
    if (!button) return;
    button.disabled = true;
    const put = async () => (await load(import('./put-paper.ts'))).putIntoRegister(this, button);
    void attempt(this, '[data-into-failed]', put).finally(() => {
      button.disabled = false;
    });
  }

  #toLine({ fieldId, label, value }: ReviewLine): Node {
    const template = part(this, '[data-line-template]', HTMLTemplateElement);
    const line = part(document.importNode(template.content, true), 'div', HTMLElement);
    for (const place of line.querySelectorAll('[data-line-label]')) place.textContent = label;
    part(line, '[data-line-value]', HTMLElement).textContent = value;
    part(line, 'button', HTMLButtonElement).addEventListener('click', () => this.#edit(fieldId));
    return line;
  }

  #back(): void {
    this.#show(false);
    goTo(part(findForm(this).root, '[data-next]', HTMLButtonElement));
  }

  /** Leaves the review for one field. */
  #edit(fieldId: string): void {
    this.#show(false);
    const field = document.getElementById(fieldId);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }

  #show(isReview: boolean): void {
    const { root } = findForm(this);
    this.#isReview = isReview;
    if (isReview) this.#history?.enter();
    else this.#history?.leave();
    show(root, '[data-step="fill"], [data-notices], [data-intro]', !isReview);
    show(this, '[data-review]', isReview);
  }
}

customElements.define('form-review', FormReview);
