import { ask } from '../parts/ask.ts';
import { showProblems } from '../parts/error-summary.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { findDrafts } from './draft-host.ts';

/** Keeps the answers as a file, prints and erases. */
export class DraftFiles extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { root, store, exportAnswers } = findDrafts(this);
    show(this, '[data-scripted]', true);
    const on = (selector: string, act: () => void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', act, { signal });
    on('[data-export]', exportAnswers);
    on('[data-print]', () => print());
    on('[data-erase]', () => ask(this, '[data-erase-dialog]', () => this.#erase()));
    this.follow(store.$keepsNothing.subscribe((isOn) => show(root, '[data-draft-new]', !isOn)));
  }

  #erase(): void {
    const { root, store } = findDrafts(this);
    store.erase();
    showProblems(root, []);
    show(root, '[data-opening]', false);
    const place = part(this, '[data-done]', HTMLElement);
    place.textContent = place.dataset[store.$saving.get() === 'blocked' ? 'notErased' : 'erased'] ?? '';
    place.hidden = false;
  }
}
