import type { SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import { type MarkupElement, markup } from '../parts/markup.ts';
import { toBlockMarkup } from './block-markup.ts';
import { toPaperMarkup } from './paper-markup.ts';

/**
 * What of a page shows a summary: the title as h3 and its parts below, styled by summary.css, or the sheets of a paper, styled by
 * paper.css; both keep line breaks.
 * @param numberLabel stands before the document number; without it the number is not shown
 */
export function toSummaryMarkup(document: SummaryDocument, numberLabel: string | undefined): MarkupElement[] {
  if (document.look === 'paper') return toPaperMarkup(document, numberLabel);
  const { issuer, title, number, blocks } = document;
  return [
    ...(issuer ? [markup('p', { class: 'k-doc__issuer' }, issuer)] : []),
    markup('h3', { class: 'k-doc__title' }, title),
    ...(numberLabel ? [markup('p', { class: 'k-doc__number' }, `${numberLabel} ${number}`)] : []),
    ...blocks.map(toBlockMarkup),
  ];
}
