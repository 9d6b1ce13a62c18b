import { LiveElement } from '../parts/live-element.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';

/** The way from two states of a roster to the paper about the difference; its code comes when somebody asks for it. */
class RosterChanges extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const open = async () => {
      show(this, '[data-rc-failed]', false);
      try {
        const { openChanges } = await load(import('./make-changes.ts'));
        openChanges(this);
      } catch (error) {
        console.error(error);
        show(this, '[data-rc-failed]', true);
      }
    };
    part(this, '[data-compare]', HTMLButtonElement).addEventListener('click', () => void open(), { signal });
  }
}

customElements.define('roster-changes', RosterChanges);
