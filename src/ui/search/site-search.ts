import { isSearchShortcut } from './shortcut.ts';

/** The search button: opens the dialog with Ctrl+K, `/` or a question of the home page, and loads the search then. */
class SiteSearch extends HTMLElement {
  #controller = new AbortController();
  #view: Promise<unknown> | undefined;

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const dialog = this.querySelector('dialog');
    const opener = this.querySelector<HTMLElement>('[data-open]');
    const input = this.querySelector('input');
    if (!dialog || !opener || !input) return;
    const open = () => {
      if (!dialog.open) dialog.showModal();
      // Also where it is open, and the person is among the results.
      input.focus();
      input.select();
      this.#load(signal).catch(() => this.#sayFailed());
    };
    opener.removeAttribute('data-waits');
    opener.addEventListener('click', open, { signal });
    this.querySelector('[data-close]')?.addEventListener('click', () => dialog.close(), { signal });
    // A click on the backdrop is a click on the dialog itself; a link may lead to a place of this very page.
    const onClick = ({ target }: Event) => {
      if (target === dialog || (target instanceof Element && target.closest('a'))) dialog.close();
    };
    dialog.addEventListener('click', onClick, { signal });
    const onKey = (event: KeyboardEvent) => {
      if (!isSearchShortcut(event)) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey, { signal });
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }

  #load(signal: AbortSignal): Promise<unknown> {
    this.#view ??= import('./dialog.ts').then(({ openView }) => openView(this, signal));
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

customElements.define('site-search', SiteSearch);
