import type { DraftEntry } from '../../stores/draft-list.ts';
import { ask } from '../parts/ask.ts';
import { readAddress, writeAddress } from '../parts/draft-address.ts';
import { formatTime } from '../parts/format-time.ts';
import { LiveElement } from '../parts/live-element.ts';
import { download, part } from '../parts/parts.ts';
import { findDrafts } from './draft-host.ts';

/** The drafts of a tool: which one is open, in the address too, and the way to another one. */
export class DraftList extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { root, store } = findDrafts(this);
    for (const button of root.querySelectorAll('[data-draft-new]'))
      button.addEventListener('click', () => this.#leave(() => this.#start()), { signal });
    const eraseAll = () => ask(this, '[data-erase-all-dialog]', () => this.#say(store.eraseDrafts()));
    part(this, '[data-draft-erase-all]', HTMLButtonElement).addEventListener('click', eraseAll, { signal });
    window.addEventListener('hashchange', () => this.#follow(), { signal });
    // Until then the browser still looks for the place that the fragment names.
    if (document.readyState === 'complete') writeAddress(store);
    else window.addEventListener('load', () => writeAddress(store), { once: true, signal });

    const look = () => store.look();
    window.addEventListener('storage', look, { signal });
    // A page brought back from the cache has heard nothing meanwhile; and browsers clear storage without an event.
    window.addEventListener('pageshow', look, { signal });
    document.addEventListener('visibilitychange', look, { signal });
    this.follow(store.$opened.listen(() => this.#render()));
    this.follow(store.$keepsNothing.subscribe(() => this.#render()));
    this.follow(store.$answers.listen((answers) => this.#fillOpen(answers)));
    this.follow(store.$saving.listen(() => document.readyState === 'complete' && writeAddress(store)));
  }

  /** Goes where the address leads; a fragment that only names a place on the page changes nothing. */
  #follow(): void {
    const { store } = findDrafts(this);
    const { draftId, keepsNothing } = readAddress(location.hash);
    if (keepsNothing) store.keepNothing(true);
    const isOther = draftId !== undefined && draftId !== store.$opened.get().id && !store.$keepsNothing.get();
    if (isOther) this.#leave(() => this.#open(draftId));
    else writeAddress(store);
  }

  /** Leaves the open draft, never with anything that is nowhere else. */
  #leave(act: () => void): void {
    const { store, exportAnswers } = findDrafts(this);
    if (!store.$isAtRisk.get()) {
      act();
      return;
    }
    writeAddress(store);
    ask(this, '[data-leave-dialog]', () => {
      exportAnswers();
      act();
    });
  }

  #open(draftId: string): void {
    const { store } = findDrafts(this);
    store.openDraft(draftId);
    writeAddress(store);
    part(this, '[data-picker-heading]', HTMLElement).focus();
  }

  #start(): void {
    const { root, store } = findDrafts(this);
    store.startDraft();
    writeAddress(store, true);
    part(root, '[data-header]', HTMLInputElement).focus();
  }

  /** The open draft first, then the others, the latest first. Drawn anew only when a person acts: rows must not move by themselves. */
  #render(): void {
    const { store } = findDrafts(this);
    const entries = store.$keepsNothing.get() ? [] : store.listDrafts();
    part(this, '[data-picker]', HTMLElement).hidden = entries.length === 0;
    const open = this.#copyRow('open');
    part(this, '[data-rows]', HTMLElement).replaceChildren(
      open,
      ...entries.filter(({ id }) => id !== store.$opened.get().id).map((entry) => this.#toRow(entry)),
    );
    this.#fillOpen(store.$answers.get());
  }

  #toRow(entry: DraftEntry<unknown>): Node {
    const { store } = findDrafts(this);
    const row = this.#copyRow(entry.kind);
    const erase = () => {
      part(this, '[data-erase-name]', HTMLElement).textContent = part(row, '[data-name]', HTMLElement).textContent;
      ask(this, '[data-erase-draft-dialog]', () => {
        const isGone = store.eraseDraft(entry);
        this.#render();
        this.#say(isGone);
      });
    };
    part(row, '[data-draft-erase]', HTMLButtonElement).addEventListener('click', erase);
    if (entry.kind === 'readable') {
      this.#fill(row, entry.value, entry.startedAt);
      part(row, '[data-saved-at]', HTMLElement).textContent = formatTime(entry.savedAt);
      part(row, '[data-draft-open]', HTMLAnchorElement).href = `#draft=${entry.id}`;
    } else {
      const keep = () => download(`${entry.kind}-draft.json`, 'application/json', entry.text);
      part(row, '[data-draft-keep]', HTMLButtonElement).addEventListener('click', keep);
    }
    return row;
  }

  #fillOpen(answers: unknown): void {
    this.#fill(part(this, '[data-rows] > [aria-current]', HTMLElement), answers, undefined);
  }

  #fill(row: HTMLElement, answers: unknown, startedAt: string | undefined): void {
    const { name: receiver, facts } = findDrafts(this).describe(answers);
    const name = part(row, '[data-name]', HTMLElement);
    const { nobody = '', begun = '' } = name.dataset;
    const begin = startedAt === undefined ? '' : begun.replace('%s', formatTime(startedAt));
    name.textContent = receiver || nobody + begin;
    for (const place of row.querySelectorAll<HTMLElement>('[data-fact]')) {
      const fact = facts[place.dataset['fact'] ?? ''] ?? '';
      place.textContent = fact || (place.dataset['nobody'] ?? '');
    }
  }

  #copyRow(kind: DraftEntry<unknown>['kind'] | 'open'): HTMLElement {
    const template = part(this, `template[data-row="${kind}"]`, HTMLTemplateElement);
    return part(document.importNode(template.content, true), 'li', HTMLElement);
  }

  #say(isGone: boolean): void {
    const place = part(this, '[data-drafts-done]', HTMLElement);
    place.textContent = place.dataset[isGone ? 'erased' : 'notErased'] ?? '';
    place.hidden = false;
    place.focus();
  }
}
