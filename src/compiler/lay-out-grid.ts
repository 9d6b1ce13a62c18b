/** A cell of a table as it is written: it may reach over further columns and rows. */
export interface SpanningCell<Content> {
  content: Content;
  columns: number;
  rows: number;
}

/**
 * The rows of a table with each cell in its column: where one reaches over further places, these are empty. Past the
 * last row nothing is reached.
 */
export function layOutGrid<Content>(rows: readonly SpanningCell<Content>[][], empty: Content): Content[][] {
  const grid: Content[][] = rows.map(() => []);
  for (const [at, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[at]?.[column] !== undefined) column++;
      for (const row of grid.slice(at, at + cell.rows)) {
        for (let next = column; next < column + cell.columns; next++) row[next] ??= empty;
      }
      const row = grid[at];
      if (row) row[column] = cell.content;
    }
  }
  return grid.map((row) => Array.from(row, (content) => content ?? empty));
}
