import { itemsOf } from '../../record/v1/checklist/answer-set.ts';
import type { CheckItem, ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import type { Validation } from '../../record/v1/checklist/validate.ts';
import type { SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import { part, show } from '../parts/parts.ts';
import { renderSummary } from '../sign/summary-view.ts';

/**
 * Fills the review of a list: what is left open or wants another look is said above the summary, and each of its rows leads
 * back to its item.
 * @param change is given the id of the item that somebody wants to change
 */
export function showChecked(
  review: HTMLElement,
  definition: ChecklistDefinition,
  summary: SummaryDocument,
  { unanswered, bare, past }: Validation,
  change: (itemId: string) => void,
): void {
  renderSummary(summary, part(review, '[data-summary]', HTMLElement));
  offerChanges(review, definition, change);
  show(review, '[data-open-problem]', false);
  count(review, 'open', unanswered);
  count(review, 'bare', bare);
  count(review, 'past', past);
  // What was accepted before may have been another number.
  part(review, '[data-open-accepted]', HTMLInputElement).checked = false;
}

/** How many items there are of a kind, and which; nothing where there are none. */
function count(review: HTMLElement, kind: string, items: readonly CheckItem[]): void {
  show(review, `[data-${kind}-items]`, items.length > 0);
  part(review, `[data-${kind}-count]`, HTMLElement).textContent = String(items.length);
  part(review, `[data-${kind}-numbers]`, HTMLElement).textContent = items.map(({ number }) => number).join('、');
}

/** The rows of the summary stand in the order of the list. */
function offerChanges(review: HTMLElement, definition: ChecklistDefinition, change: (itemId: string) => void): void {
  const rows = review.querySelectorAll('[data-summary] tbody tr');
  const template = part(review, '[data-change-template]', HTMLTemplateElement);
  for (const [index, item] of itemsOf(definition).entries()) {
    const copy = template.content.cloneNode(true);
    if (!(copy instanceof DocumentFragment)) continue;
    const button = part(copy, 'button', HTMLButtonElement);
    part(button, '[data-change-number]', HTMLElement).textContent = String(item.number);
    button.addEventListener('click', () => change(item.id));
    rows[index]?.children[2]?.append(copy);
  }
}
