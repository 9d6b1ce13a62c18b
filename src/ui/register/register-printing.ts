import type { Shown } from '../../core/register/arrange.ts';
import { emptyHeader, type Header, headerKeys } from '../../record/v1/header/header.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part } from '../parts/parts.ts';
import { findRegister } from './register-context.ts';
import { RegisterList } from './register-list.ts';

/** @returns whether there is anything to print */
type Draw = (shown: readonly Shown[], into: HTMLElement) => boolean;

/** When what draws the paper is fetched, in milliseconds after the entries are there: they come first. */
const later = 1000;

/** What goes on paper: the list as it is shown, on the form's paper; the blank one where there is nothing, or by request. */
export class RegisterPrinting extends LiveElement {
  #draw: Draw | undefined;
  #wantsBlank = false;

  protected override arrive(signal: AbortSignal): void {
    const { root, store, failToLoad } = findRegister(this);
    const on = (selector: string, act: () => Promise<void> | void) =>
      part(root, selector, HTMLButtonElement).addEventListener(
        'click',
        () => void Promise.resolve(act()).catch(failToLoad),
        { signal },
      );
    on('[data-print-blank]', () => {
      this.#wantsBlank = true;
      print();
    });
    on('[data-print-list]', async () => {
      await this.#fetch();
      print();
    });
    on('[data-print]', () => print());
    window.addEventListener('beforeprint', () => this.#prepare(), { signal });
    window.addEventListener('afterprint', () => this.#clear(), { signal });
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Printing by the browser's own menu does not wait.
    const fetchSoon = (entries: readonly unknown[]) => {
      if (entries.length > 0) timer ??= setTimeout(() => void this.#fetch().catch(() => {}), later);
    };
    this.follow(store.$state.subscribe(({ entries }) => fetchSoon(entries)));
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  async #fetch(): Promise<void> {
    if (this.#draw) return;
    const { root, form } = findRegister(this);
    const [{ orderForPaper, toPaperAnswers }, { summarizeForm }, { renderSummary }] = await load(
      Promise.all([
        import('../../core/register/paper.ts'),
        import('../../record/v1/form/summarize.ts'),
        import('../sign/summary-view.ts'),
      ]),
    );
    this.#draw = (shown, into) => {
      const rows = orderForPaper(shown);
      const { table } = part(root, 'register-list', RegisterList).list;
      // Of several lists the one that is open.
      const parts = form.parts.filter((one) => one.kind !== 'table' || one.id === table.id);
      const answers = toPaperAnswers(form, this.#readHeader(), { [table.id]: rows }, 'list');
      if (rows.length > 0) renderSummary(summarizeForm({ ...form, parts }, answers, { documentNumber: '' }), into);
      return rows.length > 0;
    };
  }

  #prepare(): void {
    const { root } = findRegister(this);
    if (this.#wantsBlank) return;
    if (root.querySelector('[data-review]:not([hidden])')) root.dataset['prints'] = 'review';
    else if (
      this.#draw?.(part(root, 'register-list', RegisterList).found, part(root, '[data-printed-paper]', HTMLElement))
    )
      root.dataset['prints'] = 'list';
  }

  /** What is typed for signed papers stands at the head of this one as well. */
  #readHeader(): Header {
    const { root } = findRegister(this);
    const header = emptyHeader();
    for (const key of headerKeys)
      header[key] = root.querySelector<HTMLInputElement>(`[data-header="${key}"]`)?.value ?? '';
    return header;
  }

  #clear(): void {
    const { root } = findRegister(this);
    this.#wantsBlank = false;
    root.dataset['prints'] = 'blank';
    part(root, '[data-printed-paper]', HTMLElement).replaceChildren();
  }
}
