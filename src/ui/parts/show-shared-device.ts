import { show } from './parts.ts';

/** What a tool says and does otherwise on a shared device, wherever it stands on the page. */
export function showSharedDevice(root: HTMLElement, isOn: boolean): void {
  // On the step of signing: what becomes of a new key.
  show(root, '[data-key-kept]', !isOn);
  show(root, '[data-key-ends]', isOn);
  // The browser would remember names for other forms, and offer those of others here.
  for (const field of root.querySelectorAll<HTMLInputElement>('[data-header]')) {
    field.dataset['fill'] ??= field.autocomplete;
    field.setAttribute('autocomplete', isOn ? 'off' : field.dataset['fill']);
  }
}
