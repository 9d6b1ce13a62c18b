import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';

/** The way between a table of people and the list on the device; its code comes when somebody asks for it. */
class PeopleChoice extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const table = this.closest('form-table');
    const press = ({ target }: Event) => {
      if (!(target instanceof Element)) return;
      const rowId = target.closest('[data-do="list"]')?.closest<HTMLElement>('[data-row]')?.dataset['row'];
      if (target.closest('[data-choose]'))
        void this.#with(async () => (await load(import('./form-people.ts'))).choosePeople(this));
      if (rowId !== undefined)
        void this.#with(async () => (await load(import('./form-people.ts'))).addToList(this, rowId));
      if (target.closest('[data-signers]'))
        void this.#with(async () => (await load(import('./pledge-signers.ts'))).showSigners(this));
    };
    table?.addEventListener('click', press, { signal });
  }

  async #with(act: () => Promise<void>): Promise<void> {
    show(this, '[data-people-failed]', false);
    try {
      await act();
    } catch (error) {
      console.error(error);
      show(this, '[data-people-failed]', true);
      part(this, '[data-people-failed]', HTMLElement).focus();
    }
  }
}

customElements.define('people-choice', PeopleChoice);
