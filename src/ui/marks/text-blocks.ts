/** The text of a paragraph, a cell or the like, over however many elements inside it. */
export interface TextBlock {
  text: string;
  /** In order; each begins where the one before ends. */
  nodes: { node: Text; start: number }[];
}

const blocks =
  'p, li, dt, dd, td, th, caption, summary, figcaption, blockquote, pre, div, section, article, aside, h1, h2, h3, h4, h5, h6';
/** What is no text of the page, is not seen or only when it is asked for, or leads to what has its words on a page of its own. */
const left =
  'script, style, template, textarea, select, dialog, nav, svg, [popover], [hidden], .k-vh, [data-cites], .k-facts a';

/** The texts under an element, block by block, in reading order; white space alone is none. */
export function collectBlocks(root: Element): TextBlock[] {
  const found: TextBlock[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(left) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let around: Element | null | undefined;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text)) continue;
    const block = node.parentElement?.closest(blocks);
    const last = found.at(-1);
    if (last && block === around) {
      last.nodes.push({ node, start: last.text.length });
      last.text += node.data;
    } else found.push({ text: node.data, nodes: [{ node, start: 0 }] });
    around = block;
  }
  return found.filter(({ text }) => text.trim() !== '');
}
