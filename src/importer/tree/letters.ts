import type { Block, Line, SourceDocument, Table } from '../model/block.ts';
import type { RegulationNode, RegulationTree } from '../model/tree.ts';

const withoutSpace = (text: string) => text.replace(/\s+/gu, '');

const ofLines = (lines: Line[]) => lines.map(({ text }) => text).join('');

const ofTable = (table: Table) => table.rows.map((row) => row.map(({ lines }) => ofLines(lines)).join('')).join('');

const ofBlock = (block: Block) => (block.kind === 'line' ? block.text : ofTable(block));

/** Every letter of the document in reading order, blanks aside. */
export function lettersOfDocument(document: SourceDocument): string {
  return withoutSpace(document.blocks.map(ofBlock).join(''));
}

/** The letters of one node alone, in the order they are printed in; those of its children left out. */
export function ownLetters(node: RegulationNode): string {
  const { caption } = node;
  const above = caption?.place === 'above' ? caption.text : '';
  const beside = caption?.place === 'beside' ? caption.text : '';
  return withoutSpace(above + node.number + beside + ofLines(node.body) + (node.table ? ofTable(node.table) : ''));
}

/** Every letter of the tree in the order of its nodes, blanks aside: those of the document it was built from. */
export function lettersOf(tree: RegulationTree): string {
  const parts = [withoutSpace(ofLines(tree.title))];
  const visit = (node: RegulationNode) => {
    parts.push(ownLetters(node));
    node.children.forEach(visit);
  };
  tree.children.forEach(visit);
  return parts.join('');
}
