import type { Validation } from '../../record/v1/checklist/validate.ts';
import { showProblems, unmarkMended } from '../parts/error-summary.ts';
import { goTo } from '../parts/go-to.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show, today } from '../parts/parts.ts';
import { followReview, type ReviewHistory } from '../sign/review-history.ts';
import { findChecklist, makeChecklistRecord } from './checklist-context.ts';

/** From 「次へ」 to the review: problems stop there, and the summary is shown before anything is made of it. */
class ChecklistReview extends LiveElement {
  #isReview = false;
  #history: ReviewHistory | undefined;
  /** What has to be mended; it comes with the first 「次へ」, before which nothing is marked. */
  #validate: (() => Validation) | undefined;

  protected override arrive(signal: AbortSignal): void {
    const { root, store } = findChecklist(this);
    const on = (scope: ParentNode, selector: string, act: () => void) =>
      part(scope, selector, HTMLButtonElement).addEventListener('click', act, { signal });
    on(root, '[data-next]', () => void this.#next().catch((error) => this.#fail(error)));
    on(this, '[data-back]', () => this.#back());
    on(this, '[data-print]', () => print());
    const onEdit = (event: Event) => event instanceof CustomEvent && this.#edit(String(event.detail));
    root.addEventListener('document:edit', onEdit, { signal });
    root.addEventListener('change', () => this.#validate && unmarkMended(root, this.#validate().problems), { signal });
    this.#history = followReview(
      () => this.#isReview && this.#back(),
      () => void this.#next().catch((error) => this.#fail(error)),
      signal,
    );
    // Another draft, or what another page has stored, is not what is being reviewed.
    this.follow(store.$answers.listen(() => this.#isReview && this.#show(false)));
  }

  async #next(): Promise<void> {
    const { root, store } = findChecklist(this);
    const { validateAnswers } = await load(import('../../record/v1/checklist/validate.ts'));
    this.#validate = () => validateAnswers(store.definition, store.$answers.get(), today(new Date()));
    const checked = this.#validate();
    const errors = showProblems(root, checked.problems);
    if (checked.problems.length > 0) {
      errors.focus();
      return;
    }
    show(root, '[data-review-failed]', false);
    const [made, { showChecked }] = await load(
      Promise.all([
        makeChecklistRecord(findChecklist(this)),
        import('./show-checked.ts'),
        import('../sign/document-signing.ts'),
      ]),
    );
    showChecked(this, store.definition, made.record.summary, checked, (itemId) => this.#change(itemId));
    this.#show(true);
    root.dispatchEvent(new CustomEvent('document:review'));
    goTo(part(this, '#review-h', HTMLElement));
  }

  /** Leaves the review for the answer to one item. */
  #change(itemId: string): void {
    this.#show(false);
    const place = document.getElementById(`item-${itemId}`);
    place?.scrollIntoView();
    place?.querySelector<HTMLElement>('input:checked, input, textarea')?.focus();
  }

  #fail(error: unknown): void {
    console.error(error);
    show(findChecklist(this).root, '[data-review-failed]', true);
  }

  #back(): void {
    this.#show(false);
    goTo(part(findChecklist(this).root, '[data-next]', HTMLButtonElement));
  }

  /** Leaves the review for one field. */
  #edit(fieldId: string): void {
    this.#show(false);
    document.getElementById(fieldId)?.focus();
  }

  #show(isReview: boolean): void {
    const { root } = findChecklist(this);
    this.#isReview = isReview;
    if (isReview) this.#history?.enter();
    else this.#history?.leave();
    show(root, '[data-step="fill"], [data-notices]', !isReview);
    show(this, '[data-review]', isReview);
  }
}

customElements.define('checklist-review', ChecklistReview);
