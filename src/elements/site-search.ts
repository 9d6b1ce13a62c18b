import type { SearchView } from './search/view.ts';

/** The search button: opens the dialog with Ctrl+K, `/` or a question of the home page, and loads the search then. */
class SiteSearch extends HTMLElement {
  #controller = new AbortController();
  #view: Promise<SearchView> | undefined;

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const dialog = this.querySelector('dialog');
    const opener = this.querySelector<HTMLElement>('[data-open]');
    const input = this.querySelector('input');
    if (!dialog || !opener || !input) return;
    const open = () => {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      this.#load(signal).catch(() => this.#sayFailed());
    };
    opener.hidden = false;
    opener.addEventListener('click', open, { signal });
    this.querySelector('[data-close]')?.addEventListener('click', () => dialog.close(), { signal });
    // A click on the backdrop is a click on the dialog itself.
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close(), { signal });
    const onHit = (event: Event) => event.target instanceof Element && event.target.closest('a') && dialog.close();
    this.querySelector('[data-hits]')?.addEventListener('click', onHit, { signal });
    const onKey = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey, { signal });
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }

  #load(signal: AbortSignal): Promise<SearchView> {
    this.#view ??= import('./search/view.ts').then(({ SearchView }) => new SearchView(this, signal));
    // A failed load is tried again when the dialog is opened again.
    this.#view.catch(() => {
      this.#view = undefined;
    });
    return this.#view;
  }

  #sayFailed(): void {
    const status = this.querySelector<HTMLElement>('[data-status]');
    if (status) status.textContent = status.dataset['failed'] ?? '';
  }
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k') return event.ctrlKey || event.metaKey;
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  return event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

customElements.define('site-search', SiteSearch);
