/** Rows that are drawn in one task: the page answers in between. */
const slice = 60;

/**
 * Draws rows in the place of those that stand there, the first at once and the others a slice a task. The focus stays on the same
 * button of the same row.
 * @param signal aborted when something else is to be drawn
 */
export function drawInSlices<Row extends { id: string }>(
  body: HTMLElement,
  rows: readonly Row[],
  render: (row: Row) => HTMLElement,
  signal: AbortSignal,
): void {
  const focused = body.contains(document.activeElement) ? document.activeElement : null;
  const id = focused?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const refocus = (drawn: readonly HTMLElement[]) =>
    id !== undefined &&
    drawn
      .find((row) => row.dataset['row'] === id)
      ?.querySelector('button')
      ?.focus();
  const draw = (from: number) => {
    if (signal.aborted) return;
    const drawn = rows.slice(from, from + slice).map(render);
    if (from === 0) body.replaceChildren(...drawn);
    else body.append(...drawn);
    refocus(drawn);
    if (from + slice < rows.length) setTimeout(() => draw(from + slice));
  };
  draw(0);
}
