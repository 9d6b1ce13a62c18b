import { arrange, type Shown, show as showEntry } from '../../core/register/arrange.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show, today } from '../parts/parts.ts';
import { toWords } from '../parts/to-words.ts';
import { findRegister } from './register-context.ts';
import { type RegisterList as List, renderEntry } from './render-entry.ts';

type Filter = typeof import('./list-filter.ts');

/** So many entries are drawn at a time. */
const chunk = 100;

/** The entries of one table, as many as are asked for, and the ways to them. */
export class RegisterList extends LiveElement {
  #limit = chunk;
  #arranged: { of: readonly unknown[]; table: string; today: string; shown: Shown[] } | undefined;
  #counted: unknown;
  #openCounted: unknown;
  /** What narrows the list: fetched once there is something to narrow. */
  #filter: Filter | undefined;
  #fetching: Promise<Filter> | undefined;
  #found: readonly Shown[] = [];
  #onDraw: ((row: HTMLElement, shown: Shown) => void) | undefined;

  protected override arrive(signal: AbortSignal): void {
    const context = findRegister(this);
    const again = () => {
      this.#limit = chunk;
      this.#render();
    };
    this.addEventListener('click', (event) => event.target instanceof Element && this.#press(event.target, event), {
      signal,
    });
    const find = part(this, '[data-find]', HTMLFormElement);
    find.addEventListener('input', again, { signal });
    find.addEventListener('submit', (event) => event.preventDefault(), { signal });
    this.querySelector('[data-table-choice]')?.addEventListener('change', again, { signal });
    this.follow(context.store.$state.subscribe(() => this.#render()));
    this.follow(context.drafts.$texts.subscribe((texts) => show(this, '[data-draft]', Object.keys(texts).length > 0)));
  }

  /** The list that is open. */
  get list(): List {
    const { tables, rules, now } = findRegister(this);
    const wanted = this.querySelector<HTMLSelectElement>('[data-table-choice]')?.value;
    const table = tables.find(({ id }) => id === wanted) ?? tables[0];
    const own = table && rules.tables[table.id];
    if (!table || !own) throw new Error('The register has no list.');
    return { table, rules: own, keeps: rules.keeps, today: today(now()) };
  }

  /** Does something to each row that is drawn, from now on; undefined ends it. */
  onDraw(act: ((row: HTMLElement, shown: Shown) => void) | undefined): void {
    this.#onDraw = act;
    this.#render();
  }

  /** What is found of it by now, drawn or not. */
  get found(): readonly Shown[] {
    return this.#found;
  }

  /** All of it, in its order. */
  get all(): readonly Shown[] {
    const { entries } = findRegister(this).store.$state.get();
    const { table, rules, today } = this.list;
    const known = this.#arranged;
    if (known?.of === entries && known.table === table.id && known.today === today) return known.shown;
    const own = entries.filter((entry) => entry.table === table.id);
    this.#arranged = { of: entries, table: table.id, today, shown: arrange(own, rules, today) };
    return this.#arranged.shown;
  }

  /** Shows the entries of one kind, whenever they are from. @throws LoadError when what narrows the list does not arrive */
  async see(which: string): Promise<void> {
    const { clearChoices } = await this.#fetchFilter();
    clearChoices(this);
    part(this, '[data-which]', HTMLSelectElement).value = which;
    this.#limit = chunk;
    this.#render();
    part(this, '[data-heading]', HTMLElement).focus();
  }

  #press(target: Element, event: MouseEvent): void {
    const context = findRegister(this);
    const on = (selector: string, act: (button: HTMLElement) => unknown) => {
      const button = target.closest<HTMLElement>(selector);
      if (button) void Promise.resolve(act(button)).catch(context.failToLoad);
    };
    on('[data-more]', () => this.#drawMore());
    on('[data-add]', async ({ dataset }) => {
      const { addEntry } = await load(import('./entry-dialog.ts'));
      await addEntry(context, dataset['add'] ?? '');
    });
    on('[data-draft-go]', async () => (await load(import('./entry-dialog.ts'))).resumeEntry(context));
    on('[data-draft-drop]', async () => (await load(import('./entry-dialog.ts'))).discardDraft(context));
    on('[data-calendar]', async () => (await load(import('./save-calendar.ts'))).saveCalendar(context));
    on('[data-do]', (button) => this.#act(button));
    on('[data-lead]', async (link) => {
      const shown = this.#shownAt(link);
      // Into another tab: as the link stands.
      if (!shown || !(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { followLead } = await load(import('./follow-lead.ts'));
      followLead(context, this.list.rules.leads?.[Number(link.dataset['lead'])], [shown.entry], link.href);
    });
  }

  #shownAt(element: HTMLElement): Shown | undefined {
    const id = element.closest<HTMLElement>('[data-entry]')?.dataset['entry'];
    return this.all.find(({ entry }) => entry.id === id);
  }

  async #act(button: HTMLElement): Promise<void> {
    const context = findRegister(this);
    const shown = this.#shownAt(button);
    const what = button.dataset['do'];
    if (!shown || what === undefined) return;
    if (what === 'edit' || what === 'close' || what === 'copy')
      await (await load(import('./entry-dialog.ts'))).editEntry(context, what, shown.entry);
    else await (await load(import('./entry-actions.ts'))).actOnEntry(context, what, this.list, shown);
  }

  #render(): void {
    const { store } = findRegister(this);
    const { all, list } = this;
    if (all.length > 0) void this.#fetchFilter().catch(findRegister(this).failToLoad);
    this.#countOpen();
    this.#countChoices();
    const [found, isPicked] = this.#filter?.pickShown(this, list, all) ?? [all, false];
    this.#found = found;
    const { entries } = store.$state.get();
    part(this, '[data-count]', HTMLElement).textContent = entries
      .filter(({ table }) => table === list.table.id)
      .length.toLocaleString('en');
    show(this, '[data-empty]', all.length === 0);
    show(this, '[data-print-list], [data-calendar]', all.length > 0 || isPicked);
    show(this, '[data-find]', this.#filter !== undefined && (all.length > 0 || isPicked));
    show(this, '[data-found]', isPicked);
    for (const place of this.querySelectorAll<HTMLElement>('[data-several-of]'))
      place.hidden = all.length === 0 || place.dataset['severalOf'] !== list.table.id;
    part(this, '[data-found-count]', HTMLElement).textContent = this.#found.length.toLocaleString('en');
    const open = this.#found.filter(({ isOpen }) => isOpen).length;
    part(this, '[data-open-count]', HTMLElement).textContent = open.toLocaleString('en');
    show(this, '[data-open-part]', open > 0);
    const focused = document.activeElement?.closest<HTMLElement>('[data-do]');
    const was = { entry: focused?.closest<HTMLElement>('[data-entry]')?.dataset['entry'], act: focused?.dataset['do'] };
    part(this, '[data-rows]', HTMLElement).replaceChildren(...this.#draw(0, this.#limit));
    // Drawn anew: the focus goes where it was.
    if (was.entry !== undefined)
      this.querySelector<HTMLElement>(`[data-entry="${was.entry}"] [data-do="${was.act}"]`)?.focus();
    this.#tellMore();
  }

  /** Nothing is narrowed before it is there. */
  #fetchFilter(): Promise<Filter> {
    this.#fetching ??= load(import('./list-filter.ts')).then((filter) => {
      this.#filter = filter;
      this.#countChoices();
      show(this, '[data-find]', this.all.length > 0);
      return filter;
    });
    // One that did not arrive may be asked for again.
    this.#fetching.catch(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  /** Before anything is chosen: a word that is no longer there cannot be asked for. */
  #countChoices(): void {
    const { all, list } = this;
    if (!this.#filter || this.#counted === this.#arranged) return;
    this.#filter.countChoices(this, list, all);
    this.#counted = this.#arranged;
  }

  #draw(from: number, to: number): HTMLElement[] {
    const { list } = this;
    return this.#found.slice(from, to).map((shown) => {
      const row = renderEntry(this, list, shown);
      this.#onDraw?.(row, shown);
      return row;
    });
  }

  #drawMore(): void {
    const rows = this.#draw(this.#limit, this.#limit + chunk);
    this.#limit += chunk;
    part(this, '[data-rows]', HTMLElement).append(...rows);
    this.#tellMore();
    rows[0]?.querySelector<HTMLElement>('[data-do]:not([hidden])')?.focus();
  }

  #tellMore(): void {
    const more = part(this, '[data-more]', HTMLButtonElement);
    const rest = this.#found.length - this.#limit;
    more.hidden = rest <= 0;
    const texts = { n: String(Math.min(chunk, rest)), r: rest.toLocaleString('en') };
    more.textContent = toWords(more, ['words'], texts);
  }
  /** Says at each list how many of its entries are open: what is open in one that is not looked at would be forgotten. */
  #countOpen(): void {
    const { store, rules } = findRegister(this);
    const { entries } = store.$state.get();
    if (this.#openCounted === entries) return;
    this.#openCounted = entries;
    for (const option of this.querySelectorAll<HTMLOptionElement>('[data-table-choice] option')) {
      const own = rules.tables[option.value];
      const open = entries.filter(
        (entry) => own && entry.table === option.value && showEntry(entry, own).isOpen,
      ).length;
      option.textContent = toWords(option, open > 0 ? ['title', 'open'] : ['title'], { n: open.toLocaleString('en') });
    }
  }
}
