import type { CompanyList } from '../../core/tailoring/company-list.ts';
import { fromListValue, listPath } from '../../core/tailoring/list-value.ts';
import { attempt } from '../parts/attempt.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part } from '../parts/parts.ts';
import { filled, listFields } from './form-fields.ts';
import type { ListEditor } from './list-editor.ts';
import { findTailoring } from './tailoring-context.ts';

/** The lists of the company: how many rows each has, and an editor for the one that somebody opens, loaded by then. */
class OwnLists extends LiveElement {
  readonly #editors = new Map<string, ListEditor>();

  protected override arrive(signal: AbortSignal): void {
    const { form } = findTailoring(this);
    const count = () => this.#count();
    const renew = () => {
      for (const editor of this.#editors.values()) editor.renew();
      count();
    };
    form.addEventListener('change', count, { signal });
    form.addEventListener(filled, renew, { signal });
    const go = () => {
      // An address that names a list is of somebody who is to write it.
      const place = this.querySelector<HTMLElement>(`[data-own-list][id="${CSS.escape(location.hash.slice(1))}"]`);
      if (place && !this.#editors.has(place.dataset['ownList'] ?? '')) this.#open(place);
    };
    window.addEventListener('hashchange', go, { signal });
    go();
    for (const place of this.querySelectorAll<HTMLElement>('[data-own-list]'))
      part(place, '[data-edit]', HTMLButtonElement).addEventListener('click', () => this.#open(place), { signal });
    count();
  }

  #open(place: HTMLElement): void {
    const id = place.dataset['ownList'] ?? '';
    const button = part(place, '[data-edit]', HTMLButtonElement);
    const into = part(place, '[data-editor]', HTMLElement);
    if (this.#editors.has(id)) {
      into.hidden = !into.hidden;
      button.setAttribute('aria-expanded', String(!into.hidden));
      return;
    }
    const open = async () => {
      const { ListEditor } = await load(import('./list-editor.ts'));
      const list = this.#defined()[id];
      if (!list || this.#editors.has(id)) return;
      this.#editors.set(id, new ListEditor({ root: this, into, id, list, field: this.#field(id) }));
      button.setAttribute('aria-expanded', 'true');
    };
    void attempt(this, '[data-lists-failed]', open);
  }

  #field(id: string): HTMLInputElement {
    const field = listFields(findTailoring(this).form).get(listPath(id));
    if (!(field instanceof HTMLInputElement)) throw new Error(`The form has no field for the list "${id}".`);
    return field;
  }

  /** What the build has written into the page. */
  #defined(): Record<string, CompanyList> {
    return JSON.parse(this.querySelector('script[data-defined]')?.textContent ?? '{}');
  }

  #count(): void {
    for (const place of this.querySelectorAll<HTMLElement>('[data-own-list]')) {
      const rows = fromListValue(this.#field(place.dataset['ownList'] ?? '').value);
      part(place, '[data-own]', HTMLElement).hidden = rows === undefined;
      part(place, '[data-count]', HTMLElement).textContent = String(rows?.length ?? 0);
    }
  }
}

customElements.define('own-lists', OwnLists);
