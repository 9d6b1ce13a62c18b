import type { Nodes, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { splitAtTerms } from '../core/regulation/glossary.ts';
import { attributeOf, type Element, isElement } from './pieces.ts';

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
  if (ids.length > 0) tree.children.push(element('mdxJsxFlowElement', 'Terms', 'ids', ids.join(' ')));
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
    if (term === undefined) return { type: 'text', value: text };
    const mark = element('mdxJsxTextElement', 'Term', 'id', term);
    return { ...mark, children: [{ type: 'text', value: text }] };
  });
}

function element(type: 'mdxJsxFlowElement', name: string, attribute: string, value: string): MdxJsxFlowElement;
function element(type: 'mdxJsxTextElement', name: string, attribute: string, value: string): MdxJsxTextElement;
function element(type: Element['type'], name: string, attribute: string, value: string): Element {
  return { type, name, attributes: [{ type: 'mdxJsxAttribute', name: attribute, value }], children: [] };
}
