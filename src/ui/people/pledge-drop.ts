import { load } from '../parts/load.ts';
import { part } from '../parts/parts.ts';
import { readDrop } from '../receive/intake.ts';
import type { PeopleContext } from './people-context.ts';

/** Takes signed pledges that are chosen or dropped; the code that checks them comes with the first. */
export function takePledges(context: PeopleContext, input: HTMLInputElement, signal: AbortSignal): void {
  const drop = part(context.root, '[data-drop]', HTMLElement);
  drop.hidden = false;
  const take = (files: File[]) => {
    if (files.length === 0) return;
    void load(import('./pledge-files.ts'))
      .then(({ markPledges }) => markPledges(context, files))
      .catch(context.failToLoad);
  };
  const choose = () => {
    const files = [...(input.files ?? [])];
    // Emptied, so that the same file can be chosen again.
    input.value = '';
    take(files);
  };
  input.addEventListener('change', choose, { signal });
  const over = (event: DragEvent) => {
    // Everywhere on the page, or the browser would leave it for a file that missed the box.
    event.preventDefault();
    drop.toggleAttribute('data-over', event.target instanceof Node && drop.contains(event.target));
  };
  document.addEventListener('dragover', over, { signal });
  document.addEventListener('dragleave', () => drop.removeAttribute('data-over'), { signal });
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    drop.removeAttribute('data-over');
    if (event.dataTransfer)
      take(readDrop(event.dataTransfer).flatMap(({ isFolder, content }) => (isFolder ? [] : [content])));
  };
  document.addEventListener('drop', dropped, { signal });
}
