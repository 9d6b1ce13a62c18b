import type { Spot } from '../model/block.ts';
import type { RegulationNode, RegulationTree } from '../model/tree.ts';

interface Cited {
  spot: Spot;
  label: string;
}

/** The places of a tree by their spots: a long document has thousands of remarks, each to be placed. */
const listed = new WeakMap<RegulationTree, readonly Cited[]>();

/**
 * How one cites the place at a spot of the document, or the last one before it: Word shows no numbers of paragraphs.
 * `undefined` where it is before the first, or about the document.
 */
export function labelNear(tree: RegulationTree, spot: Spot): string | undefined {
  if (spot.page === undefined && spot.line === undefined && spot.paragraph === undefined) return undefined;
  const cited = listed.get(tree) ?? listCited(tree.children);
  listed.set(tree, cited);
  let from = 0;
  let to = cited.length;
  while (from < to) {
    const at = (from + to) >> 1;
    const one = cited[at];
    if (one && compareSpots(one.spot, spot) <= 0) from = at + 1;
    else to = at;
  }
  return cited[from - 1]?.label;
}

/** Where something stands in the document, e.g. `第3条第2項（3頁 12行目）`. */
export function describeSpot(spot: Spot, tree: RegulationTree): string {
  const { page, line, paragraph } = spot;
  const parts = [
    page === undefined ? '' : `${page}頁`,
    paragraph === undefined ? '' : `${paragraph}段落目`,
    line === undefined ? '' : `${line}行目`,
  ];
  const place = parts.filter(Boolean).join(' ');
  const label = labelNear(tree, spot);
  return label === undefined ? place || '文書全体' : `${label}（${place}）`;
}

function listCited(nodes: readonly RegulationNode[]): Cited[] {
  const cited: Cited[] = [];
  const visit = (some: readonly RegulationNode[]) => {
    for (const { label, caption, spot, children } of some) {
      if (label !== '') cited.push({ spot: caption?.place === 'above' ? caption.spot : spot, label });
      visit(children);
    }
  };
  visit(nodes);
  // A stable order: of places on one line the inner one comes last, and is the nearest.
  return cited.sort((a, b) => compareSpots(a.spot, b.spot));
}

/** Order of two places of a document; what is about all of it comes first. */
export function compareSpots(a: Spot, b: Spot): number {
  return (a.page ?? 0) - (b.page ?? 0) || (a.paragraph ?? 0) - (b.paragraph ?? 0) || (a.line ?? 0) - (b.line ?? 0);
}
