import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import { findForm } from './form-context.ts';
import type { Begun, Papers, PapersPlace } from './papers.ts';

const fillForm = /^#fill=(.*)$/s;

/** What a paper begins with: a file, another paper, or what its address fills in. The code for that comes when it is asked for. */
class FormImport extends LiveElement implements PapersPlace {
  /** What the chosen file is for: a paper to go on with, or a request to answer. */
  #use: 'read' | 'answer' = 'read';
  /** Where the person was when something was asked for. */
  #askedAt: Element | null = null;

  protected override arrive(signal: AbortSignal): void {
    const { sources, store } = findForm(this);
    const { replies } = store.definition;
    const file = part(this, '[data-import-file]', HTMLInputElement);
    show(this, '[data-with-scripts], [data-import-file]', true);
    const on = (selector: string, act: () => void) =>
      part(this, selector, HTMLButtonElement).addEventListener('click', act, { signal });
    const choose = (use: 'read' | 'answer') => () => {
      this.#use = use;
      file.click();
    };
    on('[data-import]', choose('read'));
    if (replies) on('[data-ask-request]', choose('answer'));
    if (sources.length > 0) on('[data-copy]', () => void this.#with((papers) => papers.offer()));
    if (this.words('nextYear') !== '')
      on('[data-next-year-begin]', () => void this.#with((papers) => papers.nextYear()));
    file.addEventListener('change', () => void this.#read(file), { signal });
    this.follow(store.$opened.listen(() => this.#forget()));
    // The list of drafts has put the open one into the address by then: the event knows what stood there.
    const set = this.querySelector<HTMLElement>('[data-begin-set]');
    if (set) on('[data-begin-set]', () => this.#begin(set.dataset['beginSet'] ?? '', 'setRows'));
    window.addEventListener('hashchange', ({ newURL }) => this.#fill(new URL(newURL).hash), { signal });
    this.#fill(location.hash);
  }

  /** `#fill=…`: taken out of the address at once, so that loading the page again does not begin one more. */
  #fill(hash: string): void {
    if (!fillForm.test(hash)) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#begin(hash, 'filled');
  }

  /** @param words said when it has begun */
  #begin(hash: string, words: string): void {
    const encoded = fillForm.exec(hash)?.[1] ?? '';
    const begun = this.#beginEmpty();
    void this.#with((papers) => papers.fill(encoded, words, begun));
  }

  /** The paper begins at once: what is typed before it is filled in belongs to it. Undefined where it has to be asked first. */
  #beginEmpty(): Begun | undefined {
    const { store } = findForm(this);
    if (store.$isAtRisk.get()) return undefined;
    const before = store.isTyped() ? store.$opened.get().id : '';
    store.startDraft();
    return { before, answers: store.$answers.get() };
  }

  /** Another paper: what was said, and the request that was shown, belong to the one before. */
  #forget(): void {
    this.say('');
    const shown = this.querySelector<HTMLElement>('[data-request]');
    if (shown) shown.hidden = true;
  }

  async #read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    this.say('');
    this.complain('');
    show(this, '[data-reading]', true);
    await this.#with((papers) => papers[this.#use](file));
    show(this, '[data-reading]', false);
    // The same file chosen again must be a change again.
    input.value = '';
  }

  async #with(act: (papers: Papers) => Promise<void> | void): Promise<void> {
    this.#askedAt = document.activeElement;
    try {
      const { Papers } = await load(import('./papers.ts'));
      await act(new Papers(this));
    } catch (error) {
      console.error(error);
      this.complain(this.words('notLoaded'));
    }
  }

  words(name: string): string {
    return this.dataset[name] ?? '';
  }

  say(message: string): void {
    const place = part(this, '[data-done]', HTMLElement);
    place.hidden = message === '';
    place.textContent = message;
  }

  /** Says what was done, and leads there whoever has not gone on to something else meanwhile. */
  announce(message: string): void {
    this.say(message);
    const { activeElement } = document;
    if (activeElement === this.#askedAt || activeElement === document.body)
      part(this, '[data-done]', HTMLElement).focus();
  }

  complain(message: string): void {
    const place = part(this, '[data-import-problem]', HTMLElement);
    place.hidden = message === '';
    place.textContent = message;
  }
}

customElements.define('form-import', FormImport);
