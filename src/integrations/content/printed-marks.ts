import type { List, Nodes, Root } from 'mdast';

/** ①, (1): a number that the source itself prints, and that references name. */
const printed = /^(?:[①-⑳]|\(\d+\))/;

/** Gives lists whose items begin with a printed number the class `k-marks`: a bullet before ① would be a second mark. */
export function classPrintedMarks(tree: Root): void {
  for (const list of listsIn(tree)) {
    if (list.ordered || !list.children.every((item) => printed.test(firstText(item)))) continue;
    list.data = { ...list.data, hProperties: { className: ['k-marks'] } };
  }
}

function listsIn(node: Nodes): List[] {
  const inside = 'children' in node ? node.children.flatMap(listsIn) : [];
  return node.type === 'list' ? [node, ...inside] : inside;
}

function firstText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const [first] = 'children' in node ? node.children : [];
  return first ? firstText(first) : '';
}
