import { copyTemplate } from '../parts/templates.ts';
import { toVisibleText } from '../parts/visible-text.ts';

/** Draws names and their words into a list of descriptions. The words may be a stranger's. @param root holds the template */
export function renderFacts(root: ParentNode, list: HTMLElement, facts: readonly (readonly [string, string])[]): void {
  list.replaceChildren(
    ...facts.map(([name, words]) => copyTemplate(root, 'desk-fact', { name, words: toVisibleText(words) })),
  );
}
