import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';

/** Shows the buttons that bring answers from a file; what reads files comes when one of them is pressed, or a file is there. */
export function offerImport(root: HTMLElement, signal: AbortSignal): void {
  const place = part(root, 'checklist-import', HTMLElement);
  show(place, '[data-scripted], [data-import-file]', true);
  const begin = ({ type, target }: Event) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if ((type === 'click' && !button) || customElements.get('checklist-import')) return;
    const problem = part(place, '[data-import-problem]', HTMLElement);
    load(import('./checklist-import.ts')).then(
      // By now it listens itself.
      () => (button ? button.click() : target?.dispatchEvent(new Event(type))),
      () => {
        problem.textContent = place.dataset['notLoaded'] ?? '';
        problem.hidden = false;
      },
    );
  };
  place.addEventListener('click', begin, { signal });
  place.addEventListener('change', begin, { signal });
}
