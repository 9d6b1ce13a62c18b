import type { Nodes } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { ListPiece, Piece } from '../core/tailoring/wording.ts';
import { layOutGrid } from './lay-out-grid.ts';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export function isElement(node: Nodes): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** A text attribute of a component; empty where it is left out. */
export function attributeOf(node: Element, name: string): string {
  const value = node.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name)?.value;
  return typeof value === 'string' ? value : '';
}

/** Whether a node is a cell of a table written in elements. */
export function isCell(node: Nodes): boolean {
  return isElement(node) && (node.name === 'th' || node.name === 'td');
}

export function toAttribute(name: string, value: string | null): MdxJsxAttribute {
  return { type: 'mdxJsxAttribute', name, value };
}

/** The `<Option>` children of a `<Choice>`; none where the words of content/choices.yaml stand. */
export function optionsOf(choice: Element): Element[] {
  const inside = (node: Nodes): Element[] => {
    if (isElement(node)) return node.name === 'Option' ? [node] : [];
    // Options on lines of their own may stand in a paragraph.
    return 'children' in node ? node.children.flatMap(inside) : [];
  };
  return choice.children.flatMap(inside);
}

/** Text of a `<Choice>` that stands in none of its options: a mistake. */
export function textBesideOptions(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  return node.children
    .map((child) => (isElement(child) && child.name === 'Option' ? '' : textBesideOptions(child)))
    .join('');
}

/** Whether the options are paragraphs or lists, not parts of a sentence. */
export function isBlock(options: readonly Element[]): boolean {
  const blocks = ['paragraph', 'list', 'table'];
  return options.some(({ children }) => children.some(({ type }) => blocks.includes(type)));
}

/**
 * The text of a node without markup: one line per paragraph, item or row; editor's notes left out.
 * What the company's own words fill stays apart until they are known.
 */
export function toPiecesOf(node: Nodes): Piece[] {
  return piecesOf(node, undefined);
}

/**
 * As `toPiecesOf`, with `・` before the items of lists, one ideographic space deeper for each list around theirs, and with
 * each row of a table on a line of its own, its cells in their columns: what draws it anew knows no merged cells.
 */
export function toMarkedPiecesOf(node: Nodes): Piece[] {
  return piecesOf(node, 0);
}

/** @param depth lists around the node; undefined where their items are not marked */
function piecesOf(node: Nodes, depth: number | undefined): Piece[] {
  if (isElement(node)) {
    const id = attributeOf(node, 'id');
    switch (node.name) {
      case 'EditorNote':
        return [];
      case 'Role':
        return [{ role: id }];
      case 'Blank':
        return [{ blank: id }];
      case 'Choice':
        return [choicePiece(node, id, depth)];
      case 'List':
      case 'Sample':
        return [listPiece(node, depth)];
      case 'br':
        return ['\n'];
      case 'table':
      case 'tr':
        if (node.name === 'table' && depth !== undefined) return gridPieces(node, depth);
        return join([
          ...inside(node, isGrid).flatMap((part, i) => [...beforePart(node, i), ...piecesOf(part, depth)]),
          ...(node.name === 'tr' ? ['\n'] : []),
        ]);
    }
  }
  if (node.type === 'text' || node.type === 'inlineCode') return [node.value];
  if (node.type === 'break') return ['\n'];
  if (!('children' in node)) return [];
  const isItem = node.type === 'listItem';
  const inner = node.children.map((child) => piecesOf(child, depth !== undefined && isItem ? depth + 1 : depth));
  if (node.type === 'tableRow') return rowPieces(depth === undefined ? inner : inner.map(onOneLine));
  const endsLine = node.type === 'paragraph' || isItem || node.type === 'heading';
  const mark = isItem && depth !== undefined ? [`${'　'.repeat(depth)}${startsMarked(node) ? '' : '・'}`] : [];
  return join([...mark, ...inner.flat(), ...(endsLine ? ['\n'] : [])]);
}

function rowPieces(cells: readonly Piece[][]): Piece[] {
  return join([...cells.flatMap((cell, i) => (i === 0 ? cell : ['\t', ...cell])), '\n']);
}

/** A table written in elements, without its merged cells. */
function gridPieces(table: Element, depth: number): Piece[] {
  const rows = inside(table, isGrid).map((row) =>
    (isCell(row) ? [row] : inside(row, isGrid)).map((cell) => ({
      content: onOneLine(piecesOf(cell, depth)),
      columns: spanOf(cell, 'colspan'),
      rows: spanOf(cell, 'rowspan'),
    })),
  );
  return join(layOutGrid(rows, []).flatMap(rowPieces));
}

function onOneLine(cell: readonly Piece[]): Piece[] {
  return join(cell).map((piece, i, all) => {
    if (typeof piece !== 'string') return piece;
    return (i === all.length - 1 ? piece.trimEnd() : piece).replaceAll('\n', ' ');
  });
}

/** How far a cell reaches: `colspan={2}` and `colspan="2"` are the same. */
function spanOf(cell: Nodes, name: string): number {
  if (!isElement(cell)) return 1;
  const value = cell.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name)?.value;
  const count = Number(typeof value === 'string' ? value : value?.value);
  return Number.isInteger(count) && count >= 1 && count <= 1000 ? count : 1;
}

/** The rows of a table or the cells of a row; the parser may put those of one line into a paragraph. */
function inside(node: Nodes, is: (node: Nodes) => boolean): Nodes[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child): Nodes[] => (is(child) ? [child] : inside(child, is)));
}

function isGrid(node: Nodes): boolean {
  return isCell(node) || (isElement(node) && node.name === 'tr');
}

function beforePart(node: Element, index: number): Piece[] {
  return node.name === 'tr' && index > 0 ? ['\t'] : [];
}

function choicePiece(node: Element, choice: string, depth: number | undefined): Piece {
  const options = optionsOf(node);
  if (options.length === 0) return { choice };
  const words = options.map(
    (option) => [attributeOf(option, 'id'), join(option.children.flatMap((child) => piecesOf(child, depth)))] as const,
  );
  return { choice, options: Object.fromEntries(words), ...(isBlock(options) && { block: true as const }) };
}

function listPiece(node: Element, depth: number | undefined): Piece {
  const sample = join(node.children.flatMap((child) => piecesOf(child, depth)));
  if (node.name === 'Sample') return { list: attributeOf(node, 'of'), sample };
  const [group, at] = [attributeOf(node, 'group'), attributeOf(node, 'at')];
  return {
    list: attributeOf(node, 'id'),
    sample,
    as: shapeOf(node),
    ...(group && { group }),
    ...(at && { at }),
    ...(depth !== undefined && { marked: true as const }),
  };
}

/** The rows of a company stand where the sample has a table or a paragraph as a table, where it has items as items. */
export function shapeOf({ children }: Element): NonNullable<ListPiece['as']> {
  const isBlock = ({ type }: Nodes) => ['paragraph', 'list', 'table', 'mdxJsxFlowElement'].includes(type);
  if (!children.some(isBlock)) return 'words';
  return children.some(({ type }) => type === 'list') ? 'items' : 'table';
}

/** The cells over the columns of the first table in a node, of one written in Markdown; undefined where it has none. */
export function findHead(node: Nodes): Piece[][] | undefined {
  if (!('children' in node)) return undefined;
  if (node.type === 'table') return node.children[0]?.children.map(toPiecesOf);
  for (const child of node.children) {
    const head = findHead(child);
    if (head) return head;
  }
  return undefined;
}

/** A mark that the source itself prints before an item: another one before it would be a second. */
export const printedBullet = /^[・･•●○■□◆◇▪▫▶➤➢✓✔※＊＋－–—‐]/u;

function startsMarked(node: Nodes): boolean {
  return printedBullet.test(firstText(node));
}

/** The text that a node begins with. */
export function firstText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  const [first] = 'children' in node ? node.children : [];
  return first ? firstText(first) : '';
}

/** Neighbouring texts as one. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}
