import type { SummaryBlock, SummaryDocument } from '../../record/v1/summary/summary-document.ts';
import type { ComposedDocument, ComposedPart } from './compose.ts';
import type { DocumentDefinition } from './definition.ts';

/** A composed document as a paper that screen and print show; nobody signs it, and it has no number. */
export function toDocumentPaper(
  { id, version }: Pick<DocumentDefinition, 'id' | 'version'>,
  { title, notices, parts }: ComposedDocument,
): SummaryDocument {
  return {
    format: 'kitei-summary/1',
    title,
    number: '',
    definition: { kind: 'form', id, version },
    look: 'paper',
    blocks: [
      { kind: 'heading', text: title },
      ...notices.map((text): SummaryBlock => ({ kind: 'paragraph', text, tone: 'notice' })),
      ...parts.map(toBlock),
    ],
  };
}

function toBlock(part: ComposedPart): SummaryBlock {
  if (part.kind === 'heading') return { kind: 'heading', text: part.text };
  if (part.kind === 'table') {
    const columns = part.columns.map((label, index) => ({ label, share: index === 0 ? 0.12 : 0.88 }));
    return {
      kind: 'table',
      caption: part.title,
      columns,
      rows: part.rows.map((cells) => ({ cells, weight: 'plain' })),
    };
  }
  if (part.end) return { kind: 'paragraph', text: part.text, tone: 'end' };
  const { mark, level, text } = part;
  // A full-width blank behind the mark, so that the paper hangs the text beside it.
  return { kind: 'paragraph', text: '　'.repeat(level === 2 ? 1 : 0) + (mark === '' ? text : `${mark}　${text}`) };
}
