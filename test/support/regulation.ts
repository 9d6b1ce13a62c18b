import type { Cell, Line, Mark, Table } from '../../src/importer/model/block.ts';
import {
  headingKinds,
  type NodeKind,
  type RegulationNode,
  type RegulationTree,
} from '../../src/importer/model/tree.ts';

/** A line of a document. */
export function line(text: string, more: Partial<Line> = {}): Line {
  return { kind: 'line', text, spot: { line: 1 }, ...more };
}

export function marked(text: string, ...marks: Mark[]): Line {
  return line(text, { marks });
}

/** A table of rows of cells; a cell is its text, lines apart by `\n`, or is given whole. */
export function table(...rows: (string | Cell)[][]): Table {
  const toCell = (cell: string | Cell): Cell =>
    typeof cell === 'string'
      ? {
          lines: cell
            .split('\n')
            .filter(Boolean)
            .map((text) => line(text)),
          columns: 1,
          rows: 1,
        }
      : cell;
  return { kind: 'table', rows: rows.map((row) => row.map(toCell)), spot: {} };
}

export interface NodeWords {
  number?: string;
  caption?: string;
  /** Its text; several paragraphs, or lines with marks, as a list. */
  body?: string | readonly (string | Line)[];
  table?: Table;
  children?: RegulationNode[];
  label?: string;
}

/** A node of a regulation, as the second pass of the importer makes it. */
export function node(kind: NodeKind, anchor: string, words: NodeWords = {}): RegulationNode {
  const { number = '', caption, body = [], table: cells, children = [], label = number || anchor } = words;
  const lines = [body].flat().map((one) => (typeof one === 'string' ? line(one) : one));
  return {
    kind,
    number,
    ...(caption !== undefined && { caption: { text: caption, place: 'above' as const, spot: {} } }),
    body: lines,
    ...(cells && { table: cells }),
    children,
    anchor,
    label,
    spot: { line: 1 },
  };
}

export function tree(children: RegulationNode[], title: string[] = []): RegulationTree {
  return { title: title.map((text) => line(text)), children, diagnostics: [] };
}

/** Letters of a tree in the order of its nodes, white space left out; of each node, caption and number come first. */
export function lettersOfTree({ title, children }: RegulationTree): string {
  const cells = (one: Table | undefined) =>
    one?.rows.flat().flatMap((cell) => cell.lines.map(({ text }) => text)) ?? [];
  const words = (one: RegulationNode): string[] => {
    const isTitle = headingKinds.has(one.kind) && !one.caption;
    const own = [one.number, one.caption?.text ?? '', ...one.body.map(({ text }) => text)];
    return [...(isTitle ? own : own), ...cells(one.table), ...one.children.flatMap(words)];
  };
  return [...title.map(({ text }) => text), ...children.flatMap(words)].join('').replace(/\s/gu, '');
}
