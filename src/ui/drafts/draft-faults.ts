import type { Settlement } from '../../stores/drafted.ts';
import { formatTime } from '../parts/format-time.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import { type DraftHost, findDrafts } from './draft-host.ts';

const settlements: readonly Settlement[] = ['mine', 'theirs', 'apart'];

/** What stands in the way of saving, what to do, and the choice where there is one. */
export class DraftFaults extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const host = findDrafts(this);
    const { root, store, exportAnswers } = host;
    const on = (selector: string, act: () => void) => {
      for (const button of this.querySelectorAll(selector)) button.addEventListener('click', act, { signal });
    };
    for (const settlement of settlements)
      on(`[data-settle="${settlement}"]`, () => {
        store.settle(settlement);
        // The button is gone; the form is where to go on.
        if (store.$saving.get() === 'saved') part(root, '[data-header]', HTMLInputElement).focus();
      });
    on('[data-export-now]', exportAnswers);
    this.follow(
      store.$saving.subscribe((saving) => {
        show(this, '[data-fault]', false);
        show(this, `[data-fault="${saving}"]`, true);
        if (saving === 'changed') this.#compare(host);
      }),
    );
  }

  /** How far each of the two is: what a person needs in order to choose. */
  #compare({ store, describe }: DraftHost): void {
    const { $answers, $opened, listDrafts } = store;
    const count = (answers: unknown) => String(describe(answers).answered);
    part(this, '[data-mine]', HTMLElement).textContent = count($answers.get());
    const theirs = listDrafts().find(({ id }) => id === $opened.get().id);
    const isReadable = theirs?.kind === 'readable';
    show(this, '[data-theirs-line]', isReadable);
    if (!isReadable) return;
    part(this, '[data-theirs]', HTMLElement).textContent = count(theirs.value);
    part(this, '[data-theirs-time]', HTMLElement).textContent = formatTime(theirs.savedAt);
  }
}
