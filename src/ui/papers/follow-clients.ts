import { formatFragment, parseFragment } from '../../core/crosswalk/choice.ts';
import { createCompareChoice } from '../../stores/compare-choice.ts';

/**
 * For whom one works, by the tick boxes `name=document` of a page: remembered together with the comparison's choice for as
 * long as the tab is open, and carried to the pages that `a[data-carry]` lead to.
 * @param show called with the chosen documents, at once and with every change; none stands for all
 * @returns what ends it
 */
export function followClients(
  root: HTMLElement,
  signal: AbortSignal,
  show: (chosen: readonly string[]) => void,
): () => void {
  const boxes = [...root.querySelectorAll<HTMLInputElement>('input[name=document]')];
  const known = boxes.map(({ value }) => value);
  const choice = createCompareChoice({
    known,
    storage: () => sessionStorage,
    key: `kitei:${root.dataset['base']}:compare`,
  });
  for (const box of boxes) {
    box.addEventListener('change', () => choice.choose(box.value, box.checked), { signal });
  }
  const onHash = () => {
    if (parseFragment(location.hash, known).chosen) choice.open(location.hash);
  };
  window.addEventListener('hashchange', onHash, { signal });
  choice.open(location.hash);
  return choice.$chosen.subscribe((chosen) => {
    for (const box of boxes) box.checked = chosen.includes(box.value);
    carry(chosen);
    for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-carry]')) {
      link.hash = formatFragment({ anchor: '', chosen });
    }
    show(chosen);
  });
}

/** Into the address of this page: behind the #, so that no server log holds it, and loading it again shows the same. */
function carry(chosen: readonly string[]): void {
  const own = formatFragment({ anchor: parseFragment(location.hash, []).anchor, chosen });
  if (location.hash !== own) history.replaceState(history.state, '', own || location.pathname + location.search);
}

/** Whether a document is shown: where none is chosen, all are. */
export function isShown(chosen: readonly string[], id: string | undefined): boolean {
  return chosen.length === 0 || chosen.includes(id ?? '');
}
