/** A paragraph, a list, or a table with its head in the first row. */
export type Block = { line: string } | { items: { text: string; depth: number }[] } | { rows: string[][] };

/** The text of a provision as what it was: lines, items behind `・`, and rows of a table where tabs part the cells. */
export function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const last = blocks.at(-1);
    const [, indent, item] = /^(　*)・(.*)$/.exec(line) ?? [];
    const cells = line.split('\t');
    if (item !== undefined) {
      const entry = { text: item, depth: indent?.length ?? 0 };
      if (last && 'items' in last) last.items.push(entry);
      else blocks.push({ items: [entry] });
    } else if (cells.length === 1) blocks.push({ line });
    else if (last && 'rows' in last && last.rows[0]?.length === cells.length) last.rows.push(cells);
    else blocks.push({ rows: [cells] });
  }
  return blocks;
}
