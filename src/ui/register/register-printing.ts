import { orderForPaper, toPaperAnswers } from '../../core/register/paper.ts';
import type { FormAnswers } from '../../record/v1/form/answers.ts';
import type { FormDefinition } from '../../record/v1/form/definition.ts';
import { emptyHeader, type Header, headerKeys } from '../../record/v1/header/header.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part } from '../parts/parts.ts';
import { findRegister } from './register-context.ts';
import { RegisterList } from './register-list.ts';

type Draw = (form: FormDefinition, answers: FormAnswers, into: HTMLElement) => void;

/** When what draws the paper is fetched, in milliseconds after the entries are there: they come first. */
const later = 3000;

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
    const [{ summarizeForm }, { renderSummary }] = await load(
      Promise.all([import('../../record/v1/form/summarize.ts'), import('../sign/summary-view.ts')]),
    );
    this.#draw = (form, answers, into) => renderSummary(summarizeForm(form, answers, { documentNumber: '' }), into);
  }

  #prepare(): void {
    const { root, form } = findRegister(this);
    if (this.#wantsBlank) return;
    const { found, list } = part(root, 'register-list', RegisterList);
    const rows = orderForPaper(found);
    if (root.querySelector('[data-review]:not([hidden])')) root.dataset['prints'] = 'review';
    else if (this.#draw && rows.length > 0) {
      root.dataset['prints'] = 'list';
      const answers = toPaperAnswers(form, this.#readHeader(), { [list.table.id]: rows }, 'list');
      // Of several lists the one that is open.
      const parts = form.parts.filter((one) => one.kind !== 'table' || one.id === list.table.id);
      this.#draw({ ...form, parts }, answers, part(root, '[data-printed-paper]', HTMLElement));
    }
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
