import type { SummaryBlock } from '../../record/v1/summary/summary-document.ts';
import { type MarkupElement, markup } from '../parts/markup.ts';
import { toChartList } from './chart-list.ts';
import { type SummaryTable, toTableMarkup } from './table-markup.ts';

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
      return toChartList(block.boxes);
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
