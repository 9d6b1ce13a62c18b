import type { Nodes, Root } from 'mdast';

/**
 * Takes away, in place, the links that GFM makes of addresses whose signs an author has escaped: they are words, and such
 * a link would take in what stands behind them, for Japanese has no space there. It is known by having no place in the file.
 */
export function unlinkWords(tree: Root): void {
  unlinkChildren(tree);
}

function unlinkChildren(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) unlinkChildren(child);
  const children = node.children.flatMap((child): Nodes[] =>
    child.type === 'link' && child.position === undefined ? child.children : [child],
  );
  // What stands in a link may stand where the link stood.
  Object.assign(node, { children });
}
