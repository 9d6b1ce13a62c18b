import { load } from '../parts/load.ts';
import { loadLooks } from '../parts/load-looks.ts';
import { part } from '../parts/parts.ts';
import looks from './search.css?url';
import { SearchView } from './view.ts';

/**
 * Makes the dialog ready to be asked: what shows the results comes from the page of the search, where it stands already.
 * @throws LoadError when it does not arrive
 */
export async function openView(root: HTMLElement, signal: AbortSignal): Promise<void> {
  const place = root.querySelector('[data-results]');
  if (place) {
    const [results] = await Promise.all([load(fetchResults(root.dataset['base'] ?? '/')), loadLooks([looks])]);
    if (!results) throw new Error('The page of the search has no results to show.');
    place.replaceWith(results);
  }
  const dialog = part(root, 'dialog', HTMLDialogElement);
  followKeyboard(dialog, signal);
  // WebKit keeps Escape in a field of search, also where there is nothing left to take out of it.
  part(dialog, 'input', HTMLInputElement).addEventListener(
    'keydown',
    ({ key, isComposing, target }) => {
      const isEmpty = target instanceof HTMLInputElement && target.value === '';
      if (key === 'Escape' && isEmpty && !isComposing) dialog.close();
    },
    { signal },
  );
  await new SearchView(root, signal).ask('typed');
}

async function fetchResults(base: string): Promise<Element | null> {
  const response = await fetch(`${base}search/`);
  if (!response.ok) throw new Error(`The page of the search answered ${response.status}.`);
  const html = await response.text();
  // Without the head: the policy of this page forbids the styles of that one.
  const results = html.slice(html.indexOf('<search-results'));
  return new DOMParser().parseFromString(results, 'text/html').querySelector('search-results');
}

/** What the keyboard of a telephone covers is no room for results: the dialog ends above it, and scrolls. */
function followKeyboard(dialog: HTMLDialogElement, signal: AbortSignal): void {
  const { visualViewport } = window;
  const follow = () => dialog.style.setProperty('--seen-height', `${visualViewport?.height ?? window.innerHeight}px`);
  follow();
  visualViewport?.addEventListener('resize', follow, { signal });
}
