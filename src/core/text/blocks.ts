/** A paragraph, or a table with its head in the first row. */
export type Block = { line: string } | { rows: string[][] };

/** The plain text of a provision as what it was: lines, and rows of a table where cells are parted by tabs. */
export function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    const cells = line.split('\t');
    if (cells.length === 1) blocks.push({ line });
    else if (last && 'rows' in last && last.rows[0]?.length === cells.length) last.rows.push(cells);
    else blocks.push({ rows: [cells] });
  }
  return blocks;
}
