/**
 * Around a handbook page: a press on a provision's link sign opens a small panel with its citation and address,
 * ready to copy. Without JavaScript the sign is a plain link to the provision.
 */
class CopyCitation extends HTMLElement {
  #controller = new AbortController();

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const panel = this.querySelector<HTMLElement>('[popover]');
    const text = panel?.querySelector('textarea');
    const done = panel?.querySelector('[role="status"]');
    if (!panel?.showPopover || !text || !done) return;

    const open = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-cites]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // The link still works: the address bar and :target follow, the panel only adds to it.
      const label = link.querySelector('[data-label]')?.textContent ?? '';
      text.value = `${this.dataset['document']} ${label}\n${link.href}`;
      done.textContent = '';
      panel.showPopover();
      text.focus();
      text.select();
    };
    const copy = async () => {
      done.textContent = (await copyText(text)) ? (panel.dataset['copied'] ?? '') : (panel.dataset['selected'] ?? '');
    };
    this.ownerDocument.addEventListener('click', open, { signal });
    const told = this.querySelector<HTMLElement>('[data-not-here]');
    const look = () => {
      // Where it does not arrive, the page stands at its top.
      if (told && location.hash.length > 1 && !document.querySelector(':target'))
        import('./mend-anchor.ts').then(({ mendAnchor }) => mendAnchor(told)).catch(() => 0);
    };
    look();
    addEventListener('hashchange', look, { signal });
    panel.querySelector('[data-copy]')?.addEventListener('click', copy, { signal });
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }
}

/** Copies; where the clipboard is closed (plain http), the text is left selected for Ctrl+C. */
async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
}

customElements.define('copy-citation', CopyCitation);
