import type { Spot } from '../model/block.ts';
import type { RegulationNode, RegulationTree } from '../model/tree.ts';

/**
 * How one cites the place at a spot of the document, or the last one before it: Word shows no numbers of paragraphs.
 * `undefined` where it is before the first, or about the document.
 */
export function labelNear(tree: RegulationTree, spot: Spot): string | undefined {
  if (spot.page === undefined && spot.line === undefined && spot.paragraph === undefined) return undefined;
  let label: string | undefined;
  const visit = (nodes: readonly RegulationNode[]) => {
    for (const node of nodes) {
      if (compareSpots(node.caption?.place === 'above' ? node.caption.spot : node.spot, spot) > 0) return;
      if (node.label !== '') ({ label } = node);
      visit(node.children);
    }
  };
  visit(tree.children);
  return label;
}

/** Order of two places of a document; what is about all of it comes first. */
export function compareSpots(a: Spot, b: Spot): number {
  return (a.page ?? 0) - (b.page ?? 0) || (a.paragraph ?? 0) - (b.paragraph ?? 0) || (a.line ?? 0) - (b.line ?? 0);
}
