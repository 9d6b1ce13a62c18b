import type { Nodes, Root, RootContent } from 'mdast';
import { splitAtTerms } from '../core/regulation/glossary.ts';
import { attributeOf, type Element, isElement, toAttribute } from './pieces.ts';

/** A term as far as marking needs it. */
export interface MarkedTerm {
  id: string;
  term: string;
  /** Anchor of the provision that defines it; there the word needs no mark. */
  provision: string;
}

/** Where a word is no mark's place: it leads elsewhere already, speaks about the source, or is open. */
const left = ['Ref', 'EditorNote', 'Open', 'a'];

/**
 * Marks in each provision the first place of every defined term with `<Term>`, in place, and puts the list of those
 * that were found, `<Terms>`, at the end of the page.
 */
export function markTerms(tree: Root, terms: readonly MarkedTerm[]): void {
  const found = new Set<string>();
  for (const provision of provisionsIn(tree)) {
    const anchor = attributeOf(provision, 'anchor');
    const words = new Map(terms.filter((term) => term.provision !== anchor).map(({ id, term }) => [term, id]));
    const used = new Set<string>();
    mark(provision, words, used);
    for (const id of used) found.add(id);
  }
  const ids = terms.map(({ id }) => id).filter((id) => found.has(id));
  const attributes = [toAttribute('ids', ids.join(' '))];
  if (ids.length > 0) tree.children.push({ type: 'mdxJsxFlowElement', name: 'Terms', attributes, children: [] });
}

function provisionsIn(node: Nodes): Element[] {
  if (isElement(node) && node.name === 'Provision') return [node];
  return 'children' in node ? node.children.flatMap(provisionsIn) : [];
}

function mark(node: Nodes, words: ReadonlyMap<string, string>, used: Set<string>): void {
  if (!('children' in node)) return;
  const children = node.children.flatMap((child): RootContent[] => {
    if (child.type === 'text') return toMarked(child.value, words, used);
    const isLeft =
      child.type === 'link' || child.type === 'heading' || (isElement(child) && left.includes(child.name ?? ''));
    if (!isLeft) mark(child, words, used);
    return [child];
  });
  // A text may stand where it stood, and so may a mark in its place.
  Object.assign(node, { children });
}

function toMarked(value: string, words: ReadonlyMap<string, string>, used: Set<string>): RootContent[] {
  return splitAtTerms(value, words, used).map(({ text, term }) => {
    const plain = { type: 'text' as const, value: text };
    if (term === undefined) return plain;
    return { type: 'mdxJsxTextElement', name: 'Term', attributes: [toAttribute('id', term)], children: [plain] };
  });
}
