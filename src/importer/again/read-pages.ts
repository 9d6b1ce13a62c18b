import type { Nodes, Root, RootContent } from 'mdast';
import { parseDocument } from 'yaml';
import { parseMdx } from '../../compiler/parse-mdx.ts';
import { attributeOf, type Element, isElement, toPiecesOf } from '../../compiler/pieces.ts';
import { readAttributes } from '../../compiler/read-attributes.ts';
import { fillPieces, type Wording } from '../../core/tailoring/wording.ts';
import { lettersIn } from '../write/letters.ts';

/** A section or provision as it stands in a page, with what people have put into it. */
export interface KeptElement {
  /** The tag that opens it, to the letter. */
  tag: string;
  attributes: Record<string, unknown>;
}

export interface KeptProvision extends KeptElement {
  /** What stands between its tags, to the letter. */
  inner: string;
  /** The letters a reader sees of it, editor's notes left out. */
  letters: string;
  /** Its editor's notes, to the letter. */
  notes: string[];
}

/** What the pages of a handbook hold before an import. */
export interface KeptPages {
  /** By name of the file without its ending. */
  pages: Map<
    string,
    { description: string; opening: string[]; openingLetters: string; firstAnchor: string | undefined }
  >;
  sections: Map<string, KeptElement>;
  provisions: Map<string, KeptProvision>;
  /** What stands between them and is none of them, by its place: `<a1` inside at the beginning of a1, `>a1` behind it. */
  strays: Map<string, string[]>;
  /** Blanks and choices that the pages name. */
  fillIns: Set<string>;
  /** Pages that cannot be read: nothing in them can be kept. */
  broken: string[];
}

/** @param pages name → text; @param wording words of roles, blanks and choices */
export function readPages(pages: ReadonlyMap<string, string>, wording: Wording): KeptPages {
  const kept: KeptPages = {
    pages: new Map(),
    sections: new Map(),
    provisions: new Map(),
    strays: new Map(),
    fillIns: new Set(),
    broken: [],
  };
  for (const [name, text] of pages) {
    const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
    const body = match ? match[0].replace(/[^\n]/g, '') + text.slice(match[0].length) : text;
    let tree: Root;
    try {
      tree = parseMdx(body);
    } catch {
      // What is wrong with it, `npm run check` says; here it only means that nothing can be kept.
      kept.broken.push(name);
      continue;
    }
    const front: unknown = match ? parseDocument(match[1] ?? '').toJS() : undefined;
    const given = typeof front === 'object' && front !== null && 'description' in front ? front.description : undefined;
    const first = tree.children.find(isPlace);
    const before = tree.children.slice(0, first ? tree.children.indexOf(first) : undefined);
    kept.pages.set(name, {
      description: typeof given === 'string' ? given : '',
      opening: before.map((node) => sliceOf(node, body)),
      openingLetters: lettersIn(before.map((node) => plainOf(node, wording)).join('')),
      firstAnchor: first && attributeOf(first, 'anchor'),
    });
    const rest = first ? tree.children.slice(tree.children.indexOf(first)) : [];
    visitAll(rest, '', { kept, body, wording });
    noteFillIns(tree, kept.fillIns);
  }
  return kept;
}

interface Context {
  kept: KeptPages;
  body: string;
  wording: Wording;
}

function visitAll(nodes: readonly RootContent[], start: string, context: Context): void {
  let place = start;
  for (const node of nodes) {
    if (isPlace(node)) {
      visit(node, context);
      place = `>${attributeOf(node, 'anchor')}`;
    } else {
      context.kept.strays.set(place, [...(context.kept.strays.get(place) ?? []), sliceOf(node, context.body)]);
    }
  }
}

function visit(node: Element, context: Context): void {
  const { kept, body } = context;
  const anchor = attributeOf(node, 'anchor');
  const [first] = node.children;
  const last = node.children.at(-1);
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const tag = body.slice(start, tagEnd(body, start));
  const attributes = readAttributes(node, { file: '', path: '' }, { add: () => undefined });
  if (node.name === 'Section') {
    kept.sections.set(anchor, { tag, attributes });
    visitAll(node.children, `<${anchor}`, context);
    return;
  }
  const close = body.lastIndexOf('</', end);
  const notes = node.children.filter((child) => isElement(child) && child.name === 'EditorNote');
  kept.provisions.set(anchor, {
    tag,
    attributes,
    inner: first && last ? body.slice(start + tag.length, close) : '\n\n',
    letters: lettersIn(node.children.map((child) => plainOf(child, context.wording)).join('')),
    notes: notes.map((note) => sliceOf(note, body)),
  });
}

/** Where a tag ends: a `>` outside of its quotes and braces. */
function tagEnd(body: string, start: number): number {
  let quote = '';
  for (let at = start; at < body.length; at += 1) {
    const sign = body.charAt(at);
    if (quote) {
      if (sign === '\\' && quote !== '"') at += 1;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'" || sign === '`') quote = sign;
    else if (sign === '>') return at + 1;
  }
  return body.length;
}

function isPlace(node: RootContent): node is Element & RootContent {
  return isElement(node) && (node.name === 'Section' || node.name === 'Provision');
}

function sliceOf(node: Nodes, body: string): string {
  return body.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function plainOf(node: Nodes, wording: Wording): string {
  return fillPieces(toPiecesOf(node), wording);
}

/**
 * What people have put in at places that are not written any more, by anchor: editor's notes of provisions, and what stood
 * beside them.
 * @param written anchors of the sections and provisions of the pages
 */
export function listLost({ provisions, strays }: KeptPages, written: ReadonlySet<string>): string[] {
  const lost = [
    ...[...provisions].flatMap(([anchor, { notes }]) => (notes.length > 0 ? [anchor] : [])),
    ...[...strays.keys()].map((place) => place.slice(1)),
  ];
  return [...new Set(lost)].filter((anchor) => anchor !== '' && !written.has(anchor));
}

function noteFillIns(node: Nodes, fillIns: Set<string>): void {
  if (isElement(node) && (node.name === 'Blank' || node.name === 'Choice')) fillIns.add(attributeOf(node, 'id'));
  if ('children' in node) for (const child of node.children) noteFillIns(child, fillIns);
}
