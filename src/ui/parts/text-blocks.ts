import { toBlocks } from '../../core/text/blocks.ts';

/** Plain text of a provision as paragraphs, lists and tables. */
export function textBlocks(text: string): HTMLElement[] {
  return toBlocks(text).map((block) => {
    if ('line' in block) return withText('p', block.line);
    return 'items' in block ? listOf(block.items) : tableOf(block.rows);
  });
}

function listOf(items: readonly { text: string; depth: number }[]): HTMLUListElement {
  const list = document.createElement('ul');
  for (const { text, depth } of items) {
    const item = withText('li', text);
    if (depth > 0) item.dataset['depth'] = String(depth);
    list.append(item);
  }
  return list;
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
