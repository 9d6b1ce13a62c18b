import { isAnswered, itemsOf } from '../../record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import { countAnswers } from '../../record/v1/checklist/count.ts';
import type { ChecklistStore } from '../../stores/checklist.ts';
import { showSaving } from '../drafts/show-saving.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part } from '../parts/parts.ts';
import { findChecklist } from './checklist-context.ts';

/** How many items are answered, in all and by section, where to go next, and whether it is saved. */
class ChecklistProgress extends LiveElement {
  protected override arrive(): void {
    const { store } = findChecklist(this);
    part(this, 'aside', HTMLElement).hidden = false;
    this.follow(store.$answers.subscribe((answers) => this.#showCounts(store, answers)));
    this.follow(store.$saving.subscribe((saving) => showSaving(this, saving)));
  }

  #showCounts({ definition }: ChecklistStore, answers: ChecklistAnswers): void {
    const counts = countAnswers(definition, answers);
    const answered = counts.asked - counts.unanswered;
    part(this, '[data-answered-all]', HTMLElement).textContent = String(answered);
    part(this, 'progress', HTMLProgressElement).value = answered;
    for (const cell of this.querySelectorAll<HTMLElement>('[data-count]')) {
      const name = cell.dataset['count'];
      if (name === 'circles' || name === 'crosses' || name === 'notApplicable' || name === 'unanswered') {
        cell.textContent = String(counts[name]);
      }
    }
    for (const section of definition.sections) {
      const place = part(this, `[data-section="${section.id}"]`, HTMLElement);
      const { asked, unanswered } = countAnswers(section, answers);
      part(place, '[data-answered]', HTMLElement).textContent = String(asked - unanswered);
      place.toggleAttribute('data-full', unanswered === 0);
    }
    this.#showNext(itemsOf(definition).find((item) => !isAnswered(answers, item)));
  }

  #showNext(open: { id: string; number: number | string } | undefined): void {
    const link = part(this, '[data-next-item]', HTMLAnchorElement);
    link.href = open ? `#item-${open.id}` : '#next';
    const { itemLabel = '', endLabel = '' } = link.dataset;
    link.textContent = open ? `${itemLabel}${open.number}` : endLabel;
  }
}

customElements.define('checklist-progress', ChecklistProgress);
