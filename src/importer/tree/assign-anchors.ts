import { headingKinds, type RegulationNode } from '../model/tree.ts';
import { partsOf } from './anchor-parts.ts';
import { labelOf } from './labels.ts';
import { isStructure } from './marks.ts';
import type { Count, Place } from './place.ts';

const top = { path: '', label: '' };

/**
 * Gives every node its anchor and its label, by structure: 第16条第2号 is `a16-i2`, the heading 5.2 `5.2-h`. An anchor that would
 * stand twice gets `x2`, `x3` … behind it.
 */
export function assignAnchors(nodes: RegulationNode[]): void {
  const taken = new Map<string, number>();
  const restarts = placesThatRestart(nodes);
  const visit = (siblings: RegulationNode[], place: Place) => {
    const counts = countsOf(siblings);
    for (const node of siblings) {
      const count = counts.get(node) ?? { index: 1, of: 1 };
      const parts = partsOf(node, place, count);
      const label = labelOf(node, place, count);
      const suffix = free(parts.own, headingKinds.has(node.kind), taken);
      node.anchor = `${parts.own}${suffix}${headingKinds.has(node.kind) ? '-h' : ''}`;
      node.label = label.own;
      const own = { path: `${parts.below}${suffix}`, label: label.below };
      const counting = ['annex', 'supplementary'].includes(node.kind) || restarts.has(node);
      visit(node.children, {
        parent: node,
        ...own,
        outer: parts.multi ? place.outer : place,
        document: counting ? own : place.document,
      });
    }
  };
  visit(nodes, { ...top, outer: top, document: top });
}

function countsOf(siblings: RegulationNode[]): Map<RegulationNode, Count> {
  const totals = new Map<string, number>();
  const indexes = new Map<RegulationNode, Count>();
  const keyOf = ({ kind, number }: RegulationNode) => (headingKinds.has(kind) ? `${kind}${number === ''}` : kind);
  for (const node of siblings) {
    const index = (totals.get(keyOf(node)) ?? 0) + 1;
    totals.set(keyOf(node), index);
    indexes.set(node, { index, of: 0 });
  }
  for (const [node, count] of indexes) count.of = totals.get(keyOf(node)) ?? 0;
  return indexes;
}

/** What has to stand behind an anchor so that it is free. */
function free(wanted: string, heads: boolean, taken: Map<string, number>): string {
  const end = heads ? '-h' : '';
  let times = (taken.get(wanted + end) ?? 0) + 1;
  if (times > 1) while (taken.has(`${wanted}x${times}${end}`)) times += 1;
  taken.set(wanted + end, times);
  if (times === 1) return '';
  taken.set(`${wanted}x${times}${end}`, 1);
  return `x${times}`;
}

/** Chapters and headings in which 第1条 stands again, or 第〇条: their articles are told apart by them. */
function placesThatRestart(nodes: RegulationNode[]): Set<RegulationNode> {
  const restarting = new Set<RegulationNode>();
  const look = (siblings: RegulationNode[], place: RegulationNode | undefined, state: { seen: boolean }) => {
    for (const node of siblings) {
      if (node.kind === 'article') {
        const first = node.value?.join('.') === '1';
        if (place && (!node.value || (first && state.seen))) restarting.add(place);
        if (first) state.seen = true;
      } else if (node.kind === 'annex' || node.kind === 'supplementary')
        look(node.children, undefined, { seen: false });
      else if (node.kind === 'heading' || isStructure(node.kind)) {
        // 章 hold 節, and their articles count on: the outermost counts. Of headings, the innermost.
        look(node.children, node.kind === 'heading' || !place ? node : place, state);
      }
    }
  };
  look(nodes, undefined, { seen: false });
  return restarting;
}
