import type { SummaryBlock, SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import { type MarkupElement, markup } from '../parts/markup.ts';
import { toChartMarkup } from './chart-markup.ts';
import { toPaperMarkup } from './paper-markup.ts';
import { type SummaryTable, toTableMarkup } from './table-markup.ts';

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

/** One block of a summary that is no paper. */
export function toBlockMarkup(block: SummaryBlock): MarkupElement {
  switch (block.kind) {
    case 'heading':
      return markup('h4', { class: 'k-doc__h' }, block.text);
    case 'paragraph':
      return markup('p', block.tone ? { class: `k-doc__${block.tone}` } : {}, block.text);
    case 'list':
      return markup('ul', {}, ...block.items.map((item) => markup('li', {}, item)));
    case 'fields':
      return toFieldsMarkup(block.caption, block.rows);
    case 'table':
      return toWrappedTable(block);
    case 'chart':
      return toChartMarkup(block);
    case 'seal':
      // Ink needs paper: the style sheet shows the box in print only.
      return markup('div', { class: 'k-doc__seal' }, ...block.labels.map((label) => markup('p', {}, label)));
    case 'letter':
      return markup('h4', { class: 'k-doc__h' }, block.heading);
    case 'page':
      return markup('hr');
  }
}

/** A table of a summary that is no paper, which may be wider than the page. */
export function toWrappedTable(table: SummaryTable): MarkupElement {
  return markup('div', { class: 'k-tablewrap k-doc__table' }, toTableMarkup(table, { table: 'k-table' }));
}

function toFieldsMarkup(caption: string, rows: readonly { label: string; value: string }[]): MarkupElement {
  const pairs = rows.map(({ label, value }) => markup('div', {}, markup('dt', {}, label), markup('dd', {}, value)));
  return markup(
    'figure',
    { class: 'k-doc__fields' },
    ...(caption ? [markup('figcaption', {}, caption)] : []),
    markup('dl', {}, ...pairs),
  );
}
