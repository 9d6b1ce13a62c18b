import { LiveElement } from '../parts/live-element.ts';
import { part, show } from '../parts/parts.ts';
import type { drawPaper } from './draw-paper.ts';
import { findForm } from './form-context.ts';

/**
 * What goes on paper: the blank one while nothing is typed, else the paper as it stands. Printing does not wait, so what
 * draws the paper comes once something is typed.
 */
class FormPrinting extends LiveElement {
  #draw: typeof drawPaper | undefined;
  #isArriving = false;
  #wantsBlank = false;

  protected override arrive(signal: AbortSignal): void {
    const { root, store } = findForm(this);
    show(root, '[data-with-scripts], [data-print-blank], [data-today]', true);
    const printBlank = () => {
      this.#wantsBlank = true;
      print();
    };
    part(root, '[data-print-blank]', HTMLButtonElement).addEventListener('click', printBlank, { signal });
    window.addEventListener('beforeprint', () => this.#prepare(), { signal });
    window.addEventListener('afterprint', () => this.#clear(), { signal });
    this.follow(
      store.$answers.subscribe(() => {
        const isBlank = !store.isTyped();
        root.dataset['prints'] = isBlank ? 'blank' : 'paper';
        if (!isBlank) void this.#fetch();
      }),
    );
  }

  async #fetch(): Promise<void> {
    if (this.#draw || this.#isArriving) return;
    this.#isArriving = true;
    try {
      this.#draw = (await import('./draw-paper.ts')).drawPaper;
    } catch {
      // It is asked for again with the next letter; until then the review is where to print.
    } finally {
      this.#isArriving = false;
    }
  }

  #prepare(): void {
    const { root, store } = findForm(this);
    if (this.#wantsBlank) root.dataset['prints'] = 'blank';
    else if (root.querySelector('[data-review]:not([hidden])')) root.dataset['prints'] = 'review';
    else if (store.isTyped()) this.#draw?.(store, part(root, '[data-printed-paper]', HTMLElement));
  }

  #clear(): void {
    const { root, store } = findForm(this);
    this.#wantsBlank = false;
    root.dataset['prints'] = store.isTyped() ? 'paper' : 'blank';
    part(root, '[data-printed-paper]', HTMLElement).replaceChildren();
  }
}

customElements.define('form-printing', FormPrinting);
