/** How long the pointer rests before a definition opens, and how long it may be away before it closes, in ms. */
const opensAfter = 250;
const closesAfter = 300;

/**
 * Around the definitions of a page's terms: a mark opens its definition under a resting pointer and on keyboard focus.
 * Without JavaScript a press on the mark does, by the popover attribute. Esc closes, as everywhere.
 */
class TermHints extends HTMLElement {
  #controller = new AbortController();

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    signal.addEventListener('abort', () => clearTimeout(timer));
    const after = (delay: number, run: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(run, delay);
    };
    /** Who opened the definition that stands open closes it: a pointer passing by leaves to the keyboard what is its own. */
    let openedBy: 'pointer' | 'focus' | undefined;
    const open = (mark: HTMLElement, by: 'pointer' | 'focus') => {
      const hint = this.#hintOf(mark);
      if (!hint || hint.matches(':popover-open')) return;
      // The mark is handed over, so that the definition stands beside it and focus returns to it.
      hint.showPopover({ source: mark });
      openedBy = by;
    };
    const close = (by: 'pointer' | 'focus') => {
      if (openedBy !== by) return;
      for (const hint of this.querySelectorAll<HTMLElement>(':popover-open')) hint.hidePopover();
    };
    const page = this.ownerDocument;
    page.addEventListener(
      'pointerover',
      ({ target, pointerType }) => {
        if (pointerType !== 'mouse' || !(target instanceof Element)) return;
        const mark = markAt(target);
        if (mark) after(opensAfter, () => open(mark, 'pointer'));
        // The pointer may go over into the definition and stay there.
        else if (this.contains(target.closest('[popover]'))) clearTimeout(timer);
        else after(closesAfter, () => close('pointer'));
      },
      { signal },
    );
    page.addEventListener(
      'focusin',
      ({ target }) => {
        if (!(target instanceof Element)) return;
        const mark = target.matches(':focus-visible') && markAt(target);
        if (mark) open(mark, 'focus');
        else if (!this.contains(target.closest('[popover]'))) close('focus');
      },
      { signal },
    );
  }

  #hintOf(mark: HTMLElement): HTMLElement | null {
    const id = mark.getAttribute('popovertarget');
    return id === null ? null : this.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }
}

function markAt(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>('[popovertarget^="t-"]');
}

// A browser without popovers shows the list at the end of the page, and needs no script for it.
if ('showPopover' in HTMLElement.prototype) customElements.define('term-hints', TermHints);
