import { toBlocks } from '../../core/text/blocks.ts';

/** Plain text of a provision as paragraphs and tables. */
export function textBlocks(text: string): HTMLElement[] {
  return toBlocks(text).map((block) => ('line' in block ? withText('p', block.line) : tableOf(block.rows)));
}

function tableOf([head = [], ...rows]: readonly string[][]): HTMLTableElement {
  const table = document.createElement('table');
  const heads = head.map((cell) => Object.assign(withText('th', cell), { scope: 'col' }));
  table
    .createTHead()
    .insertRow()
    .append(...heads);
  const body = table.createTBody();
  for (const row of rows) body.insertRow().append(...row.map((cell) => withText('td', cell)));
  return table;
}

function withText<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
