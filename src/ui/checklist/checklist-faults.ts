import { countAnswers } from '../../record/v1/checklist/count.ts';
import type { ChecklistStore, Settlement } from '../../stores/checklist.ts';
import { formatTime } from '../parts/format-time.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { findChecklist } from './checklist-context.ts';
import { exportAnswers } from './export-answers.ts';

const settlements: readonly Settlement[] = ['mine', 'theirs', 'apart'];

/** What stands in the way of saving, what to do, and the choice where there is one. */
class ChecklistFaults extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { root, store } = findChecklist(this);
    const on = (selector: string, act: () => void) => {
      for (const button of this.querySelectorAll(selector)) button.addEventListener('click', act, { signal });
    };
    for (const settlement of settlements)
      on(`[data-settle="${settlement}"]`, () => {
        store.settle(settlement);
        // The button is gone; the form is where to go on.
        if (store.$saving.get() === 'saved') part(root, '[data-header]', HTMLInputElement).focus();
      });
    on('[data-export-now]', () => exportAnswers(store));
    this.follow(
      store.$saving.subscribe((saving) => {
        show(this, '[data-fault]', false);
        show(this, `[data-fault="${saving}"]`, true);
        if (saving === 'changed') this.#compare(store);
      }),
    );
  }

  /** How far each of the two is: what a person needs in order to choose. */
  #compare({ definition, $answers, $opened, listDrafts }: ChecklistStore): void {
    const count = (answers: Parameters<typeof countAnswers>[1]) => {
      const { asked, unanswered } = countAnswers(definition, answers);
      return String(asked - unanswered);
    };
    part(this, '[data-mine]', HTMLElement).textContent = count($answers.get());
    const theirs = listDrafts().find(({ id }) => id === $opened.get().id);
    const isReadable = theirs?.kind === 'readable';
    show(this, '[data-theirs-line]', isReadable);
    if (!isReadable) return;
    part(this, '[data-theirs]', HTMLElement).textContent = count(theirs.value);
    part(this, '[data-theirs-time]', HTMLElement).textContent = formatTime(theirs.savedAt);
  }
}

customElements.define('checklist-faults', ChecklistFaults);
