import { attempt } from '../parts/attempt.ts';
import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { filled } from './form-fields.ts';
import type { ListDesk } from './list-desk.ts';
import { findTailoring } from './tailoring-context.ts';

/** The lists of the company. What counts and edits them comes when somebody opens one, or has written rows before. */
class OwnLists extends LiveElement {
  #desk: Promise<ListDesk> | undefined;

  protected override arrive(signal: AbortSignal): void {
    const { form } = findTailoring(this);
    const renew = () => {
      const fields = [...this.querySelectorAll<HTMLInputElement>('input[name]')];
      if (this.#desk || fields.some(({ value, defaultValue }) => value !== defaultValue))
        this.#with((desk) => desk.renew());
    };
    form.addEventListener('change', renew, { signal });
    form.addEventListener(filled, renew, { signal });
    const press = ({ target }: Event) => {
      const place = target instanceof Element && target.closest('[data-edit]')?.closest<HTMLElement>('[data-own-list]');
      if (place) this.#with((desk) => desk.toggle(place));
    };
    this.addEventListener('click', press, { signal });
    // An address that names a list is of somebody who is to write it.
    const go = () => {
      const place = document.getElementById(location.hash.slice(1));
      if (place?.dataset['ownList'] && this.contains(place)) this.#with((desk) => desk.open(place));
    };
    window.addEventListener('hashchange', go, { signal });
    go();
    renew();
  }

  #with(act: (desk: ListDesk) => void): void {
    void attempt(this, '[data-lists-failed]', async () => {
      this.#desk ??= load(import('./list-desk.ts')).then(({ openDesk }) => openDesk(this));
      // A failed attempt is made again at the next one.
      this.#desk.catch(() => {
        this.#desk = undefined;
      });
      act(await this.#desk);
    });
  }
}

customElements.define('own-lists', OwnLists);
