import { countWith, isPersonKey, personNames, withKeeps } from '../../core/people/person.ts';
import { ask } from '../parts/ask.ts';
import { part } from '../parts/parts.ts';
import type { PeopleContext } from './people-context.ts';

/** Follows the boxes that say what the list keeps beside the usual. */
export function listenToKeeps(context: PeopleContext, signal: AbortSignal): void {
  for (const box of boxesOf(context.root)) box.addEventListener('change', () => void keep(context, box), { signal });
}

/** Shows what is kept by now. */
export function showKeeps(root: ParentNode, keeps: readonly string[]): void {
  for (const box of boxesOf(root)) box.checked = keeps.includes(box.value);
}

/** Keeping nothing more of a kind takes it from everybody: asked first where there is any. */
async function keep({ root, store, say }: PeopleContext, box: HTMLInputElement): Promise<void> {
  const { value: key, checked: isKept } = box;
  if (!isPersonKey(key)) return;
  const { list } = store.$state.get();
  const change = async () => {
    await store.change((now) => {
      const others = now.keeps.filter((one) => one !== key);
      return withKeeps(now, isKept ? [...others, key] : others);
    });
    say(['kept']);
  };
  const count = countWith(list, key);
  if (isKept || count === 0) return change();
  part(root, '[data-keeps-name]', HTMLElement).textContent = personNames[key];
  part(root, '[data-keeps-count]', HTMLElement).textContent = String(count);
  const dialog = part(root, '[data-keeps-dialog]', HTMLDialogElement);
  const restore = () => dialog.returnValue !== 'yes' && showKeeps(root, store.$state.get().list.keeps);
  dialog.addEventListener('close', restore, { once: true });
  ask(root, '[data-keeps-dialog]', () => void change());
}

function boxesOf(root: ParentNode): NodeListOf<HTMLInputElement> {
  return root.querySelectorAll<HTMLInputElement>('[data-keeps]');
}
