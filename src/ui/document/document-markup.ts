import type { ComposedDocument, ComposedPart } from '../../core/document/compose.ts';
import { type MarkupElement, markup } from '../parts/markup.ts';
import { toTableMarkup } from '../sign/table-markup.ts';

/** A composed document as a sheet of paper, in the looks of paper.css: on the page at build time, and while it is filled in. */
export function toDocumentMarkup({ title, notices, parts }: ComposedDocument): MarkupElement {
  return markup(
    'div',
    { class: 'k-folio__sheet' },
    markup('h3', { class: 'k-folio__title' }, title),
    ...notices.map((text) => markup('p', { class: 'k-folio__notice' }, text)),
    ...parts.map(toPart),
  );
}

function toPart(part: ComposedPart): MarkupElement {
  if (part.kind === 'heading') return markup('h4', { class: 'k-folio__h' }, part.text);
  if (part.kind === 'table') {
    const columns = part.columns.map((label, index) => ({ label, share: index === 0 ? 0.12 : 0.88 }));
    const rows = part.rows.map((cells) => ({ cells, weight: 'plain' as const }));
    const table = toTableMarkup({ caption: part.title, columns, rows }, { table: 'k-folio__table' });
    return markup('div', { class: 'k-tablewrap k-folio__wrap' }, table);
  }
  const { mark, text, level, end } = part;
  if (end) return markup('p', { class: 'k-folio__end' }, text);
  if (mark === '') return markup('p', { class: 'k-folio__text', 'data-level': `${level}` }, text);
  const looks = { class: 'k-folio__hang', 'data-level': `${level}` };
  return markup('p', looks, markup('span', {}, `${mark}　`), markup('span', {}, text));
}
