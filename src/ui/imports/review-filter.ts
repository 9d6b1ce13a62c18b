import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';

/**
 * Around the review of an import: shows what wants a look, or what concerns one person, and opens and closes the folds.
 * Without JavaScript the mark for what wants a look works by styles alone.
 */
class ReviewFilter extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    show(this, '[data-scripted]', true);
    part(this, 'form', HTMLFormElement).addEventListener('change', () => this.#show(), { signal });
    const set = (isOpen: boolean) => () => {
      for (const fold of this.#folds()) fold.open = isOpen;
    };
    part(this, '[data-open]', HTMLButtonElement).addEventListener('click', set(true), { signal });
    part(this, '[data-close]', HTMLButtonElement).addEventListener('click', set(false), { signal });
    // Browsers that cannot open a fold by styles alone print what is open.
    const opened = new Set<HTMLDetailsElement>();
    const openAll = () => {
      for (const fold of this.#folds()) {
        if (!fold.open) opened.add(fold);
        fold.open = true;
      }
    };
    const closeAgain = () => {
      for (const fold of opened) fold.open = false;
      opened.clear();
    };
    window.addEventListener('beforeprint', openAll, { signal });
    window.addEventListener('afterprint', closeAgain, { signal });
    window.addEventListener('hashchange', () => this.#openTarget(), { signal });
    this.#show();
    this.#openTarget();
  }

  #folds(): HTMLDetailsElement[] {
    return [...this.querySelectorAll<HTMLDetailsElement>('details[data-fold]')];
  }

  #show(): void {
    const isOnly = part(this, '[data-only]', HTMLInputElement).checked;
    const who = part(this, '[data-who]', HTMLSelectElement).value;
    let shown = 0;
    for (const fold of this.#folds()) {
      const rows = [...fold.querySelectorAll<HTMLElement>('tr[data-check]')];
      for (const row of rows) row.hidden = who !== '' && !(row.dataset['by'] ?? '').split(' ').includes(who);
      const theirs = rows.filter(({ hidden }) => !hidden);
      const guessed = theirs.filter(({ dataset }) => dataset['check'] === 'true');
      for (const count of fold.querySelectorAll('[data-count]')) count.textContent = String(guessed.length);
      const seen = (isOnly ? guessed : theirs).length;
      fold.hidden = seen === 0;
      shown += seen;
    }
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = group.querySelector('details[data-fold]:not([hidden])') === null;
    }
    const status = part(this, '[data-status]', HTMLElement);
    status.textContent = isOnly || who !== '' ? `${shown}${status.dataset['shown'] ?? ''}` : '';
  }

  /** A link to a place shows it, whatever is folded or left out. */
  #openTarget(): void {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const fold = target?.closest('details');
    if (!target || !fold || !this.contains(fold)) return;
    if (target.hidden || fold.hidden) part(this, 'form', HTMLFormElement).reset();
    this.#show();
    fold.open = true;
    target.scrollIntoView();
  }
}

customElements.define('review-filter', ReviewFilter);
