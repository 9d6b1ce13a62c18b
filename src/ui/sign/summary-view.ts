import type { SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import { toDom } from '../parts/markup.ts';
import { keepFoot } from './paper-foot.ts';
import { toSummaryMarkup } from './summary-markup.ts';

/**
 * Puts a summary on the screen in place of what `into` holds; see toSummaryMarkup(). A summary may come from a stranger's
 * file, so every text goes in as text. The words before the document number come from `data-number-label` of `into`;
 * without them the number is not shown.
 */
export function renderSummary(document: SummaryDocument, into: HTMLElement): void {
  into.classList.toggle('k-doc', document.look !== 'paper');
  into.classList.toggle('k-folio', document.look === 'paper');
  keepFoot(document, into);
  into.replaceChildren(...toSummaryMarkup(document, into.dataset['numberLabel']).map(toDom));
}
