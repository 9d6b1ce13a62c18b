import type { List, Nodes, Root } from 'mdast';
import { firstText, printedBullet } from './pieces.ts';

/** Numbers that the source itself prints, and that references name, by the class that knows how wide they are. */
const printed = { 'k-marks-circle': /^[①-⑳]/, 'k-marks-paren': /^\(\d+\)/, 'k-marks-bullet': printedBullet };

/** Gives lists whose items begin with a printed number the class `k-marks`: a bullet before ① would be a second mark. */
export function classPrintedMarks(tree: Root): void {
  for (const list of listsIn(tree)) {
    if (list.ordered) continue;
    for (const [width, mark] of Object.entries(printed)) {
      if (!list.children.every((item) => mark.test(firstText(item)))) continue;
      list.data = { ...list.data, hProperties: { className: ['k-marks', width] } };
    }
  }
}

function listsIn(node: Nodes): List[] {
  const inside = 'children' in node ? node.children.flatMap(listsIn) : [];
  return node.type === 'list' ? [node, ...inside] : inside;
}
