import { loadLooks } from '../parts/load-looks.ts';
import { markup, toDom } from '../parts/markup.ts';
import { part } from '../parts/parts.ts';
import { takeMarks } from '../search/marks-handover.ts';
import { type FoundWord, markWords, unmark } from './mark-words.ts';
import looks from './marks.css?url';
import { barWords, describePlace } from './words.ts';

/** Ends what is shown now. */
let removeShown = () => {};

/**
 * Marks what the search left for this page, now and whenever a result leads to another of its places, and offers to walk
 * from mark to mark. Where the looks do not arrive, the page is as it was.
 * @param base path of the site
 */
export function watchMarks(base: string): void {
  const show = () => void showMarks(base).catch(() => undefined);
  addEventListener('hashchange', show);
  // A result may be the very place at which the page stands: nothing changes then.
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')?.href === location.href) setTimeout(show);
  });
  show();
}

/** @throws LoadError when the looks do not arrive */
async function showMarks(base: string): Promise<void> {
  const left = takeMarks(base);
  const content = document.querySelector('.sl-markdown-content');
  if (!left || !content) return;
  await loadLooks([looks]);
  removeShown();
  const found = markWords(content, left.words);
  if (found.length > 0) showBar(found, left.words, content);
}

function showBar(found: readonly FoundWord[], words: readonly string[], content: Element): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const bar = makeBar();
  const status = part(bar, '[role="status"]', HTMLElement);
  const listening = new AbortController();
  const { signal } = listening;
  let at = firstAt(found, target);
  const show = () => {
    for (const mark of found.flat()) mark.removeAttribute('aria-current');
    for (const mark of found[at] ?? []) mark.setAttribute('aria-current', 'true');
    status.textContent = describePlace(words, at, found.length);
  };
  const step = (by: number) => {
    at = (at + by + found.length) % found.length;
    show();
    const [mark] = found[at] ?? [];
    for (let folded = mark?.closest('details:not([open])'); folded; folded = folded.closest('details:not([open])')) {
      folded.setAttribute('open', '');
    }
    mark?.scrollIntoView({ block: 'center' });
  };
  const remove = () => {
    const hasFocus = bar.contains(document.activeElement);
    const place = found[at]?.[0]?.closest<HTMLElement>('.k-prov, p, li, h2, h3, h4') ?? target;
    listening.abort();
    unmark(found);
    bar.remove();
    removeShown = () => {};
    // The focus goes on where the reader is.
    if (!hasFocus || !place) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  const on = (name: string, act: () => void) =>
    part(bar, `[data-do="${name}"]`, HTMLButtonElement).addEventListener('click', act, { signal });
  on('previous', () => step(-1));
  on('next', () => step(1));
  on('remove', remove);
  document.addEventListener(
    'keydown',
    (event) => {
      // What lies over the page is closed first.
      const isUnder = document.querySelector('dialog[open], :popover-open') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && !isUnder) remove();
    },
    { signal },
  );
  removeShown = remove;
  show();
  // Next in the order of Tab after what one has come for.
  (target && content.contains(target) ? target : content).append(bar);
}

/** The first in the place that one has come for, or after it. */
function firstAt(found: readonly FoundWord[], target: Element | null): number {
  if (!target) return 0;
  const at = found.findIndex(([mark]) => {
    const where = mark ? target.compareDocumentPosition(mark) : 0;
    return (where & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING)) !== 0;
  });
  return Math.max(at, 0);
}

function makeBar(): HTMLElement {
  const button = (name: 'previous' | 'next' | 'remove', more: Record<string, string> = {}) =>
    markup('button', { type: 'button', class: 'k-word', 'data-size': 'm', 'data-do': name, ...more }, barWords[name]);
  return toDom(
    markup(
      'div',
      { class: 'k-founds not-content', role: 'region', 'aria-label': barWords.name },
      markup('p', { role: 'status' }),
      button('previous'),
      button('next'),
      button('remove', { title: barWords.removeHint }),
    ),
  );
}
