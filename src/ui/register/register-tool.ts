import { computed } from 'nanostores';
import { isPast, show as showEntry } from '../../core/register/arrange.ts';
import { ask } from '../parts/ask.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show, today } from '../parts/parts.ts';
import { tidyDay } from '../parts/tidy-day.ts';
import { warnBeforeLeaving } from '../parts/warn-before-leaving.ts';
import type { PeriodPaper } from './period-paper.ts';
import { findRegister } from './register-context.ts';
import { RegisterKeeping } from './register-keeping.ts';
import { RegisterList } from './register-list.ts';
import { RegisterPrinting } from './register-printing.ts';
import '../parts/watch-characters.ts';

/** What another page hands over. */
const given = /^#(fill|draft)=(.*)$/s;

/** When the ways of files out and in are fetched, in milliseconds: the entries come first. */
const later = 1000;

/** The page of a register; what writes entries and makes papers comes when somebody asks for it. */
class RegisterTool extends LiveElement {
  #paper: PeriodPaper | undefined;

  protected override arrive(signal: AbortSignal): void {
    const { store, drafts, head, sharedDevice, failToLoad } = findRegister(this);
    show(this, '[data-scripted], [data-print-blank], [data-today]', true);
    this.addEventListener('click', (event) => event.target instanceof Element && this.#press(event.target, event), {
      signal,
    });
    this.addEventListener('input', ({ target }) => this.#keepHead(target), { signal });
    this.addEventListener('change', ({ target }) => this.#tidy(target), { signal });
    const texts = head.$texts.get();
    for (const field of this.querySelectorAll<HTMLInputElement>('[data-header]'))
      field.value = texts[field.dataset['header'] ?? ''] ?? field.value;
    // Another page may have changed it.
    const look = () => void store.look();
    window.addEventListener('focus', look, { signal });
    document.addEventListener('visibilitychange', look, { signal });
    look();
    window.addEventListener('hashchange', ({ newURL }) => this.#takeGiven(new URL(newURL).hash), { signal });
    this.#takeGiven(location.hash);
    const timer = setTimeout(() => void load(import('./define-files.ts')).catch(failToLoad), later);
    signal.addEventListener('abort', () => clearTimeout(timer));
    this.follow(store.$state.subscribe(() => this.#showPast()));
    const $isAtRisk = computed([store.$saving, store.$state, drafts.$texts], (saving, state, typed) => {
      const isOnPage = saving === 'off' || saving === 'failed' || saving === 'held';
      const isTyped = sharedDevice.isOn() && Object.keys(typed).length > 0;
      return isTyped || (isOnPage && state.entries.length > 0 && state.changedAt > state.backupAt);
    });
    warnBeforeLeaving($isAtRisk, signal);
  }

  /** What another page hands over: taken out of the address at once, so that loading the page again does not take it anew. */
  #takeGiven(hash: string): void {
    const [, kind, text] = given.exec(hash) ?? [];
    if (text === undefined) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    const context = findRegister(this);
    void load(import('./take-given.ts'))
      .then(({ takeGiven }) => takeGiven(context, kind === 'fill' ? 'fill' : 'draft', text))
      .catch(context.failToLoad);
  }

  #press(target: Element, event: Event): void {
    const { failToLoad } = findRegister(this);
    const on = (selector: string, act: (found: HTMLElement) => unknown) => {
      const found = target.closest<HTMLElement>(selector);
      if (found) void Promise.resolve(act(found)).catch(failToLoad);
    };
    on('[data-next]', async () => (await this.#openPaper()).next());
    on('[data-back]', () => this.#paper?.back());
    on('[data-today]', () => this.#fillToday());
    on('[data-several]', async (button) =>
      (await load(import('./several-entries.ts'))).pressSeveral(findRegister(this), button),
    );
    on('[data-see-past]', () => part(this, 'register-list', RegisterList).see('past'));
    on('[data-drop-past]', () => ask(this, '[data-drop-past-dialog]', () => void this.#dropPast()));
    on('[data-error-list] a', (link) => this.#mend(link, event));
  }

  async #openPaper(): Promise<PeriodPaper> {
    const { PeriodPaper } = await load(import('./period-paper.ts'));
    this.#paper ??= new PeriodPaper(findRegister(this));
    return this.#paper;
  }

  /** A cell that has to be mended stands in an entry. */
  async #mend(link: HTMLElement, event: Event): Promise<void> {
    const context = findRegister(this);
    const href = link.getAttribute('href') ?? '';
    const entry = context.store.$state.get().entries.find(({ id, table }) => href.startsWith(`#cell-${table}-${id}-`));
    if (!entry) return;
    event.preventDefault();
    await (await load(import('./entry-dialog.ts'))).editEntry(context, 'edit', entry);
  }

  #keepHead(target: EventTarget | null): void {
    if (!(target instanceof HTMLElement)) return;
    const name = target instanceof HTMLInputElement ? target.dataset['header'] : undefined;
    // Its date is of the day on which it is made.
    if (target instanceof HTMLInputElement && name !== undefined && name !== 'checkedOn')
      findRegister(this).head.put(name, target.value);
    if (target instanceof HTMLSelectElement && target.matches('[data-paper-period]'))
      show(this, '[data-paper-days]', target.value === 'own');
  }

  #tidy(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.matches('[data-date], [data-paper-days] input'))
      tidyDay(target, () => undefined);
  }

  #fillToday(): void {
    part(this, '[data-header="checkedOn"]', HTMLInputElement).value = today(findRegister(this).now());
  }

  /** What is past its keeping: told, and taken away only by somebody who has a backup. */
  #showPast(): void {
    if (!this.querySelector('[data-past]')) return;
    const { backupAt, changedAt } = findRegister(this).store.$state.get();
    const count = this.#listPast().length;
    show(this, '[data-past]', count > 0);
    show(this, '[data-past-none]', count === 0);
    part(this, '[data-past-count]', HTMLElement).textContent = count.toLocaleString('en');
    const isBackedUp = backupAt !== '' && backupAt >= changedAt;
    show(this, '[data-drop-past]', isBackedUp);
    show(this, '[data-backup-first]', !isBackedUp);
  }

  #listPast(): string[] {
    const { store, rules, now } = findRegister(this);
    const day = today(now());
    if (!rules.keeps.for) return [];
    return store.$state.get().entries.flatMap((entry) => {
      const own = rules.tables[entry.table];
      return own && isPast(showEntry(entry, own), rules.keeps, day) ? [entry.id] : [];
    });
  }

  async #dropPast(): Promise<void> {
    const { store, tell } = findRegister(this);
    const past = this.#listPast();
    const isGone = await store.drop(past);
    tell([isGone ? 'dropped' : 'notDropped'], { n: past.length.toLocaleString('en') });
  }
}

// The root first: the others look for its context.
customElements.define('register-tool', RegisterTool);
customElements.define('register-keeping', RegisterKeeping);
customElements.define('register-list', RegisterList);
customElements.define('register-printing', RegisterPrinting);
