import type { BlockContent, List, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import {
  chosenOption,
  fillPieces,
  fillText,
  findOwnList,
  isSampleShown,
  isShown,
  listOpenPaths,
  type Wording,
} from '../core/tailoring/wording.ts';
import { toListNodes } from './list-tree.ts';
import { attributeOf, type Element, isBlock, isCell, isElement, optionsOf, toAttribute } from './pieces.ts';

/**
 * Puts the company's words into a page's tree, in place: roles, blanks and choices become text, and what a choice
 * takes away goes. What is open stays visible inside `<Open of="choices.byod">`, with the path in organization.yaml.
 */
export function tailorTree(tree: Root, wording: Wording): void {
  replaceChildren(tree, { wording, isInLink: false });
}

interface Place {
  wording: Wording;
  /** Inside a reference what is open is plain text: a link cannot stand in a link. */
  isInLink: boolean;
}

function replaceChildren(node: Nodes, outer: Place): void {
  if (!('children' in node)) return;
  const isInLink = outer.isInLink || node.type === 'link' || (isElement(node) && node.name === 'Ref');
  const place = { ...outer, isInLink };
  const isFlow =
    node.type === 'root' || (node.type === 'mdxJsxFlowElement' && !isCell(node)) || node.type === 'listItem';
  const children = node.children.flatMap((child) => toTailored(child, place));
  const joined = joinTexts(children);
  // Words of a choice that stood on a line of its own need a paragraph around them.
  const fitting = isFlow && node.children.some(isFillIn) ? wrapPhrases(joined) : joined;
  // The children of each kind of node come from nodes of the same place in the tree.
  Object.assign(node, { children: fitting });
}

function isFillIn(node: Nodes): boolean {
  return isElement(node) && ['Role', 'Blank', 'Choice', 'List', 'Sample'].includes(node.name ?? '');
}

function toTailored(node: RootContent, place: Place): RootContent[] {
  const { wording, isInLink } = place;
  if (!isElement(node)) {
    replaceChildren(node, place);
    return [node];
  }
  const id = attributeOf(node, 'id');
  switch (node.name) {
    case 'Role':
    case 'Blank': {
      const pieces = [node.name === 'Role' ? { role: id } : { blank: id }];
      const [path] = listOpenPaths(pieces, wording);
      const words = text(fillPieces(pieces, wording));
      return [path && !isInLink ? open(path, [words]) : words];
    }
    case 'Choice':
      return toChosen(node, id, place);
    case 'List':
    case 'Sample':
      return toRows(node, place);
    case 'When':
      if (!isShown(wording, [{ choice: attributeOf(node, 'choice'), is: attributeOf(node, 'is') }])) return [];
      replaceChildren(node, place);
      return node.children;
  }
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') {
      attribute.value = fillText(attribute.value, wording);
    }
  }
  replaceChildren(node, place);
  return [node];
}

/** The company's rows in place of the sample's, and nothing in place of what speaks of these. */
function toRows(node: Element, place: Place): RootContent[] {
  if (node.name === 'Sample') {
    if (!isSampleShown(place.wording, [attributeOf(node, 'of')])) return [];
    replaceChildren(node, place);
    return node.children;
  }
  replaceChildren(node, place);
  const list = findOwnList(place.wording, attributeOf(node, 'id'));
  return list ? toListNodes(node, list, node.children, place.wording) : node.children;
}

function toChosen(choice: Element, id: string, place: Place): RootContent[] {
  const { wording, isInLink } = place;
  const options = optionsOf(choice);
  const words = wording.choices[id] ?? {};
  const path = `choices.${id}`;
  const contentOf = (option: string): RootContent[] => {
    const given = options.find((candidate) => attributeOf(candidate, 'id') === option);
    if (!given) return [text(words[option] ?? '')];
    replaceChildren(given, place);
    return given.children;
  };
  const chosen = chosenOption(wording, id);
  if (chosen !== undefined) return contentOf(chosen);
  const all = Object.keys(words).map(contentOf);
  if (isBlock(options)) return [openBlock(path, all)];
  const inline = all.flatMap((content, index) => (index === 0 ? content : [text('/'), ...content]));
  return isInLink ? inline : [open(path, joinTexts(inline))];
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function open(path: string, children: RootContent[]): PhrasingContent {
  return {
    type: 'mdxJsxTextElement',
    name: 'Open',
    attributes: [toAttribute('of', path)],
    children: children.filter(isPhrase),
  };
}

function openBlock(path: string, options: RootContent[][]): MdxJsxFlowElement {
  const list: List = {
    type: 'list',
    spread: true,
    children: options.map((content) => ({
      type: 'listItem',
      spread: true,
      children: wrapPhrases(content).filter(isBlockNode),
    })),
  };
  const attributes = [toAttribute('of', path), toAttribute('block', null)];
  return { type: 'mdxJsxFlowElement', name: 'Open', attributes, children: [list] };
}

const phrases = ['text', 'strong', 'emphasis', 'delete', 'inlineCode', 'break', 'link', 'mdxJsxTextElement'];

function isPhrase(node: RootContent): node is PhrasingContent {
  return phrases.includes(node.type);
}

function isBlockNode(node: RootContent): node is BlockContent {
  return !isPhrase(node);
}

function wrapPhrases(nodes: readonly RootContent[]): RootContent[] {
  const wrapped: RootContent[] = [];
  let open: Paragraph | undefined;
  for (const node of nodes) {
    if (!isPhrase(node)) {
      wrapped.push(node);
      open = undefined;
    } else if (open) {
      open.children.push(node);
    } else if (node.type !== 'text' || node.value.trim() !== '') {
      open = { type: 'paragraph', children: [node] };
      wrapped.push(open);
    }
  }
  return wrapped;
}

/** Neighbouring texts as one, so that a term can be found across a role's name. */
function joinTexts(nodes: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    else joined.push(node);
  }
  return joined;
}
