import { offerPapers, openCombinations } from '../../core/decision/papers.ts';
import { attempt } from '../parts/attempt.ts';
import { load } from '../parts/load.ts';
import { part, show } from '../parts/parts.ts';
import { findDecision } from './decision-context.ts';

/** Elements whose list opens forms. */
const listening = new WeakSet<HTMLElement>();

/**
 * Lists the forms to write now, a line each, with what the table of rules says of them; what another answer might call for
 * is marked.
 * @param element the result of Result.astro
 */
export function showPapers(element: HTMLElement): void {
  const { papers, root, store } = findDecision(element);
  const { definition } = store;
  const { kind, steps } = store.$verdict.get();
  // Answered anew while this code was on its way.
  if (kind !== 'decided') return;
  const place = part(element, '[data-papers]', HTMLElement);
  const template = part(element, '[data-paper-template]', HTMLTemplateElement);
  const lines = offerPapers(papers, definition, openCombinations(definition, steps)).map(({ paper, isCertain }) => {
    const made = document.importNode(template.content, true);
    const { childNodes } = part(root, `[data-rule-table] [data-paper="${paper.form}"]`, HTMLElement);
    part(made, '[data-paper-text]', HTMLElement).prepend(...[...childNodes].map((node) => node.cloneNode(true)));
    show(made, '[data-perhaps-made]', !isCertain);
    return made;
  });
  place.hidden = lines.length === 0;
  show(place, '[data-paper-failed], [data-paper-cut]', false);
  part(place, 'ul', HTMLElement).replaceChildren(...lines);
  if (listening.has(place)) return;
  listening.add(place);
  place.addEventListener('click', (event) => openPaper(element, event));
}

/** The form opens with what is known; its link alone leads to an empty one, in another tab too. */
function openPaper(element: HTMLElement, event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-make-paper]') : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(element, '[data-paper-cut]', false);
  void attempt(element, '[data-paper-failed]', async () =>
    (await load(import('./open-paper.ts'))).openPaper(element, link),
  );
}
