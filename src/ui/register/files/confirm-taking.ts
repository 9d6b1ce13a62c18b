import { part } from '../../parts/parts.ts';
import { fillSlots } from '../../parts/templates.ts';
import type { RegisterContext } from '../register-context.ts';
import { toCount, toItem } from './file-words.ts';

/** What taking something would do. */
export interface Taking {
  added: number;
  changed: number;
  conflicts: number;
  same: number;
}

/** Shows what a file would do to the register, and asks. @param lines what is to be said of each file */
export function confirmTaking({ root }: RegisterContext, lines: readonly string[], taking: Taking): Promise<boolean> {
  const dialog = part(root, '[data-files-merge]', HTMLDialogElement);
  fillSlots(dialog, {
    added: toCount(taking.added),
    changed: toCount(taking.changed),
    conflicts: toCount(taking.conflicts),
    same: toCount(taking.same),
  });
  part(dialog, '[data-files-merge-lines]', HTMLElement).replaceChildren(...lines.map(toItem));
  dialog.returnValue = '';
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
    dialog.showModal();
  });
}
