import type { SummaryBlock, SummaryDocument } from '../record/v1/summary/summary-document.ts';

/** Text as it is set: line ends as `\n`, a tab as one full-width space, since no tab stops exist in a cell. */
export function toPrintable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\t', '\u3000');
}

/** A summary with all of its texts printable. */
export function toPrintableSummary(summary: SummaryDocument): SummaryDocument {
  const { issuer, company } = summary;
  const named = {
    ...(issuer !== undefined && { issuer: toPrintable(issuer) }),
    ...(company !== undefined && { company: toPrintable(company) }),
  };
  return { ...summary, ...named, title: toPrintable(summary.title), blocks: summary.blocks.map(toPrintableBlock) };
}

function toPrintableBlock(block: SummaryBlock): SummaryBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: toPrintable(block.text) };
    case 'list':
      return { ...block, items: block.items.map(toPrintable) };
    case 'fields':
      return {
        ...block,
        caption: toPrintable(block.caption),
        rows: block.rows.map(({ label, value }) => ({ label: toPrintable(label), value: toPrintable(value) })),
      };
    case 'table':
      return {
        ...block,
        caption: toPrintable(block.caption),
        columns: block.columns.map((column) => ({ ...column, label: toPrintable(column.label) })),
        rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(toPrintable) })),
      };
    case 'chart':
      return {
        ...block,
        caption: toPrintable(block.caption),
        boxes: block.boxes.map(({ depth, title, lines }) => ({
          depth,
          title: toPrintable(title),
          lines: lines.map(toPrintable),
        })),
      };
    case 'seal':
      return {
        ...block,
        labels: block.labels.map(toPrintable),
        ...(block.caption !== undefined && { caption: toPrintable(block.caption) }),
      };
    case 'letter':
      return {
        ...block,
        mark: toPrintable(block.mark),
        date: toPrintable(block.date),
        to: toPrintable(block.to),
        from: block.from.map(({ label, value }) => ({ label: toPrintable(label), value: toPrintable(value) })),
        heading: toPrintable(block.heading),
      };
    case 'page':
      return block;
  }
}
