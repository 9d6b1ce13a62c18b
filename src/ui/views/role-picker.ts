import { LiveElement } from '../parts/live-element.ts';
import { part } from '../parts/parts.ts';
import { chosenInAddress, putInAddress } from './role-address.ts';

/**
 * Tick boxes over a page of roles: with none ticked every role shows, else those that are. What is ticked stands in
 * the address, so that a bookmark keeps it and nothing is stored.
 */
class RolePicker extends LiveElement {
  protected override arrive(signal: AbortSignal): void {
    const form = part(this, 'form', HTMLFormElement);
    const boxes = [...this.querySelectorAll<HTMLInputElement>('input[name="role"]')];
    const sections = [...this.ownerDocument.querySelectorAll<HTMLElement>('[data-role]')];
    const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const show = () => {
      const roles = chosen();
      for (const section of sections) {
        section.hidden = roles.length > 0 && !roles.includes(section.dataset['role'] ?? '');
      }
    };
    const read = () => {
      const roles = chosenInAddress(location.hash);
      for (const box of boxes) box.checked = roles.includes(box.value);
      show();
    };
    const change = () => {
      putInAddress(chosen());
      show();
    };
    form.hidden = boxes.length < 2;
    form.addEventListener('change', change, { signal });
    window.addEventListener('hashchange', read, { signal });
    part(this, '[data-print]', HTMLButtonElement).addEventListener('click', () => print(), { signal });
    read();
  }
}

customElements.define('role-picker', RolePicker);
