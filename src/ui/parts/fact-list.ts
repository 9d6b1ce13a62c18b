import type { Fact } from '../../core/returned-list/describe-returned-list.ts';

/** Names and their words as a list of descriptions. The words may be a stranger's: they go in as text. */
export function toFactList(facts: readonly Fact[]): HTMLElement {
  const list = document.createElement('dl');
  for (const [name, words] of facts) {
    const row = document.createElement('div');
    row.append(
      Object.assign(document.createElement('dt'), { textContent: name }),
      Object.assign(document.createElement('dd'), { textContent: words }),
    );
    list.append(row);
  }
  return list;
}
