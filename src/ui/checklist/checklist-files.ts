import { ask } from '../parts/ask.ts';
import { showProblems } from '../parts/error-summary.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { findChecklist } from './checklist-context.ts';
import { exportAnswers } from './export-answers.ts';

/** Keeps the answers as a file, prints and erases. */
class ChecklistFiles extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { root, store } = findChecklist(this);
    show(this, '[data-scripted]', true);
    const on = (selector: string, act: () => void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', act, { signal });
    on('[data-export]', () => exportAnswers(store));
    on('[data-print]', () => print());
    on('[data-erase]', () => ask(this, '[data-erase-dialog]', () => this.#erase()));
    this.follow(store.$keepsNothing.subscribe((isOn) => show(root, '[data-draft-new]', !isOn)));
  }

  #erase(): void {
    const { root, store } = findChecklist(this);
    store.erase();
    showProblems(root, []);
    show(root, '[data-opening]', false);
    const place = part(this, '[data-done]', HTMLElement);
    place.textContent = place.dataset[store.$saving.get() === 'blocked' ? 'notErased' : 'erased'] ?? '';
    place.hidden = false;
  }
}

customElements.define('checklist-files', ChecklistFiles);
