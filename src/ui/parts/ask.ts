import { part } from './parts.ts';

/** Opens a dialog; only its own 「はい」 acts, and closing it in any other way does nothing. */
export function ask(root: ParentNode, selector: string, act: () => void): void {
  const dialog = part(root, selector, HTMLDialogElement);
  dialog.returnValue = '';
  dialog.addEventListener('close', () => dialog.returnValue === 'yes' && act(), { once: true });
  dialog.showModal();
}
