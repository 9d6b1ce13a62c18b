import { arrange } from '../../core/register/arrange.ts';
import { textOf } from '../../core/register/entry.ts';
import { LiveElement } from '../parts/live-element.ts';
import { part } from '../parts/parts.ts';
import { findRegister } from './register-context.ts';

/** The page of a register. */
class RegisterTool extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const { store } = findRegister(this);
    const look = () => void store.look();
    window.addEventListener('focus', look, { signal });
    document.addEventListener('visibilitychange', look, { signal });
    look();
    this.follow(store.$state.subscribe(() => this.#render()));
  }

  #render(): void {
    const { store, tables, rules } = findRegister(this);
    const { entries } = store.$state.get();
    const rows = tables.flatMap((table) => {
      const own = rules.tables[table.id];
      const of = entries.filter((entry) => entry.table === table.id);
      return own
        ? arrange(of, own).map(({ state, on }) => `${on} ${table.columns.map(({ id }) => textOf(state, id)).join(' ')}`)
        : [];
    });
    part(this, '[data-rows]', HTMLElement).replaceChildren(
      ...rows.map((textContent) => Object.assign(document.createElement('li'), { textContent })),
    );
  }
}

customElements.define('register-tool', RegisterTool);
