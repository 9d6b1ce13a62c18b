import { countStored, eraseDrafts } from '../stores/draft-list.ts';
import { createKeyStore } from '../stores/key-store.ts';
import { ask } from './support/ask.ts';
import { findChecklist } from './support/checklist-context.ts';
import { part, show } from './support/parts.ts';

/** The switch for shared devices, and the warning before what is only on the page is left. */
class ChecklistKeeping extends HTMLElement {
  #controller = new AbortController();

  connectedCallback(): void {
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    const { store } = findChecklist(this);
    show(this, '[data-scripted]', true);
    const box = part(this, '[data-keep-nothing]', HTMLInputElement);
    box.addEventListener('change', () => store.keepNothing(box.checked), { signal });
    const erase = () => ask(this, '[data-erase-kept-dialog]', () => void this.#eraseKept());
    part(this, '[data-erase-kept]', HTMLButtonElement).addEventListener('click', erase, { signal });
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Browsers of some years ago ask only for this.
      event.returnValue = true;
    };
    const unbind = [
      store.$keepsNothing.subscribe((isOn) => {
        box.checked = isOn;
        this.#show(isOn);
      }),
      // Listening only while there is something to lose: a page that always listens is kept out of the back/forward cache.
      store.$isAtRisk.subscribe((isAtRisk) => {
        if (isAtRisk) window.addEventListener('beforeunload', warn, { signal });
        else window.removeEventListener('beforeunload', warn);
      }),
    ];
    signal.addEventListener('abort', () => {
      for (const end of unbind) end();
    });
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }

  #show(isOn: boolean): void {
    const { root } = findChecklist(this);
    show(this, '[data-keeping-nothing]', isOn);
    // On the step of signing: what becomes of a new key.
    show(root, '[data-key-kept]', !isOn);
    show(root, '[data-key-ends]', isOn);
    show(this, '[data-kept-erased], [data-kept-not-erased]', false);
    // The browser would remember names for other forms, and offer those of others here.
    for (const field of root.querySelectorAll<HTMLInputElement>('[data-header]')) {
      field.dataset['fill'] ??= field.autocomplete;
      field.setAttribute('autocomplete', isOn ? 'off' : field.dataset['fill']);
    }
    if (isOn) void this.#offerErasure();
    else show(this, '[data-kept]', false);
  }

  /** What was kept before may be somebody else's; it is counted, never shown. */
  async #offerErasure(): Promise<void> {
    const drafts = countStored(() => localStorage, this.#prefix());
    const keys = await this.#keys().count();
    part(this, '[data-kept-drafts]', HTMLElement).textContent = String(drafts);
    part(this, '[data-kept-keys]', HTMLElement).textContent = String(keys);
    show(this, '[data-kept]', drafts + keys > 0 && findChecklist(this).store.$keepsNothing.get());
  }

  async #eraseKept(): Promise<void> {
    const areDraftsGone = eraseDrafts(() => localStorage, this.#prefix());
    const areKeysGone = await this.#keys().eraseAll();
    const isGone = areDraftsGone && areKeysGone;
    show(this, '[data-kept]', !isGone);
    show(this, '[data-kept-erased]', isGone);
    show(this, '[data-kept-not-erased]', !isGone);
    part(this, isGone ? '[data-kept-erased]' : '[data-kept-not-erased]', HTMLElement).focus();
  }

  /** Of all lists: who leaves a shared device leaves with everything. */
  #prefix(): string {
    return `kitei:${findChecklist(this).base}:checklist:`;
  }

  #keys() {
    return createKeyStore(() => indexedDB, `kitei:${findChecklist(this).base}`);
  }
}

customElements.define('checklist-keeping', ChecklistKeeping);
