import type {
  SummaryBlock,
  SummaryColumn,
  SummaryDocument,
  SummaryRow,
} from '../../record/v1/summary/summary-document.ts';
import { toVisibleText } from '../parts/visible-text.ts';

/**
 * Puts a summary on the screen in place of what `into` holds: the title as h3, its parts below, styled by
 * src/ui/sign/summary.css, which keeps line breaks. A summary may come from a stranger's file, so every text goes in
 * as text. The words before the document number come from `data-number-label` of `into`; without them the number
 * is not shown.
 */
export function renderSummary(document: SummaryDocument, into: HTMLElement): void {
  const label = into.dataset['numberLabel'];
  into.classList.add('k-doc');
  into.replaceChildren(
    ...(document.issuer ? [element('p', { className: 'k-doc__issuer' }, document.issuer)] : []),
    element('h3', { className: 'k-doc__title' }, document.title),
    ...(label ? [element('p', { className: 'k-doc__number' }, `${label} ${document.number}`)] : []),
    ...document.blocks.map(renderBlock),
  );
}

/** One block of a summary. */
export function renderBlock(block: SummaryBlock): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return element('h4', { className: 'k-doc__h' }, block.text);
    case 'paragraph':
      return element('p', block.tone ? { className: `k-doc__${block.tone}` } : {}, block.text);
    case 'list':
      return element('ul', {}, ...block.items.map((item) => element('li', {}, item)));
    case 'fields':
      return renderFields(block.caption, block.rows);
    case 'table':
      return renderSummaryTable(block);
    case 'seal':
      // Ink needs paper: the style sheet shows the box in print only.
      return element('div', { className: 'k-doc__seal' }, ...block.labels.map((label) => element('p', {}, label)));
    case 'letter':
      return element('h4', { className: 'k-doc__h' }, block.heading);
    case 'page':
      return element('hr', {});
  }
}

function renderFields(caption: string, rows: { label: string; value: string }[]): HTMLElement {
  const pairs = rows.map(({ label, value }) => element('div', {}, element('dt', {}, label), element('dd', {}, value)));
  return element(
    'figure',
    { className: 'k-doc__fields' },
    ...(caption ? [element('figcaption', {}, caption)] : []),
    element('dl', {}, ...pairs),
  );
}

/**
 * One table of a summary: columns as wide as their shares, rows marked `data-weight`. The roles say again what the
 * elements mean, because narrow screens show cells as blocks; `data-l` is the column's label for that.
 */
export function renderSummaryTable(table: {
  caption: string;
  columns: SummaryColumn[];
  rows: SummaryRow[];
}): HTMLElement {
  const columns = table.columns.map(({ share }) => {
    const column = element('col', {});
    column.style.width = `${share * 100}%`;
    return column;
  });
  const heads = table.columns.map(({ label }) => element('th', { scope: 'col', role: 'columnheader' }, label));
  const rows = table.rows.map(({ cells, weight }) => {
    const row = element('tr', { role: 'row' }, ...cells.map((text, index) => renderCell(text, table.columns[index])));
    row.dataset['weight'] = weight;
    return row;
  });
  const body = element(
    'table',
    { className: 'k-table', role: 'table' },
    ...(table.caption ? [element('caption', {}, table.caption)] : []),
    element('colgroup', {}, ...columns),
    element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads)),
    element('tbody', { role: 'rowgroup' }, ...rows),
  );
  return element('div', { className: 'k-tablewrap k-doc__table' }, body);
}

/** `2027年1月31日`, which is read in one glance and so not broken between lines. */
const dates = /(\d{4}年\d{1,2}月\d{1,2}日)/;

function renderCell(text: string, column: SummaryColumn | undefined): HTMLElement {
  const pieces = text
    .split(dates)
    .map((piece, index) => (index % 2 === 1 ? element('span', { className: 'k-whole' }, piece) : piece));
  const cell = column?.header
    ? element('th', { scope: 'row', role: 'rowheader' }, ...pieces)
    : element('td', { role: 'cell' }, ...pieces);
  if (column) cell.dataset['l'] = column.label;
  return cell;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: (string | HTMLElement)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.map((child) => (typeof child === 'string' ? toVisibleText(child) : child)));
  return made;
}
