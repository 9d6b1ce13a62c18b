import type { Nodes, Root } from 'mdast';
import type { InForce } from './in-force/in-force.ts';
import { attributeOf, isElement } from './pieces.ts';

/**
 * Takes `<When document="nerima">` out of a page, in place: its content stays where the document is in force, and goes
 * where it is switched off.
 * @returns the documents that are named and stay, with their lines
 */
export function keepDocuments(tree: Root, inForce: InForce): { id: string; line: number }[] {
  const named: { id: string; line: number }[] = [];
  const keep = (node: Nodes): void => {
    if (!('children' in node)) return;
    const children: Nodes[] = [];
    let wasInside = false;
    for (const child of node.children) {
      keep(child);
      const id = isElement(child) && child.name === 'When' ? attributeOf(child, 'document') : '';
      const isInside = isElement(child) && id !== '';
      if (isInside && inForce.isOff(id)) continue;
      if (isInside) named.push({ id, line: child.position?.start.line ?? 1 });
      for (const one of isInside ? child.children : [child]) {
        const last = children.at(-1);
        // Items of one list, each for its document.
        if ((isInside || wasInside) && one.type === 'list' && last?.type === 'list')
          last.children.push(...one.children);
        else children.push(one);
      }
      wasInside = isInside;
    }
    // The children of each kind of node come from nodes of the same place in the tree.
    Object.assign(node, { children });
  };
  keep(tree);
  return named;
}
