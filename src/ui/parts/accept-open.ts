import { part, show } from './parts.ts';

/** Whether the review may go on: 未回答 may be handed over, once the person has said so. If not, the box is marked. */
export function isOpenAccepted(root: HTMLElement): boolean {
  const box = part(root, '[data-open-accepted]', HTMLInputElement);
  const isAccepted = part(root, '[data-open-items]', HTMLElement).hasAttribute('hidden') || box.checked;
  show(root, '[data-open-problem]', !isAccepted);
  box.removeAttribute('aria-invalid');
  if (!isAccepted) {
    box.setAttribute('aria-invalid', 'true');
    box.focus();
  }
  return isAccepted;
}
