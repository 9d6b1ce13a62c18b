import { part } from '../parts/parts.ts';
import { readDrop } from './intake.ts';

/** Takes files that are chosen in a field, or dropped on the box around it (parts/Drop.astro), which is shown by this. */
export function listenToFiles(
  root: HTMLElement,
  input: HTMLInputElement,
  take: (files: File[]) => void,
  signal: AbortSignal,
): void {
  const drop = part(root, '[data-drop]', HTMLElement);
  drop.hidden = false;
  const takeSome = (files: File[]) => files.length > 0 && take(files);
  const choose = () => {
    const files = [...(input.files ?? [])];
    // Emptied, so that the same file can be chosen again.
    input.value = '';
    takeSome(files);
  };
  input.addEventListener('change', choose, { signal });
  const takeDropped = (transfer: DataTransfer) =>
    takeSome(readDrop(transfer).flatMap(({ isFolder, content }) => (isFolder ? [] : [content])));
  listenToDrops(drop, takeDropped, signal);
}

/**
 * Takes what is dropped on the page, and marks the box while something is held over it.
 * @param take has to read the files at once: they are gone once anything is awaited
 */
export function listenToDrops(drop: HTMLElement, take: (transfer: DataTransfer) => void, signal: AbortSignal): void {
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
    if (event.dataTransfer) take(event.dataTransfer);
  };
  document.addEventListener('drop', dropped, { signal });
}
