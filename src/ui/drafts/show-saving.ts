import type { Saving } from '../../stores/draft-box.ts';
import { part } from '../parts/parts.ts';

/** Whether it is saved, in the words of SavingState.astro: announced when the state changes, not with every key. */
export function showSaving(root: HTMLElement, saving: Saving): void {
  const place = part(root, '[data-saving]', HTMLElement);
  place.textContent = place.dataset[saving] ?? '';
  place.dataset['now'] = saving;
  part(root, '[data-fault-link]', HTMLElement).hidden = saving === 'idle' || saving === 'saved' || saving === 'off';
}
