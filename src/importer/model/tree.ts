import type { Diagnostic, Line, Spot, Table } from './block.ts';

/**
 * What a node is. Headings (`part` to `division`, `article`, `heading`, `annex`, `supplementary`, `history`) hold others;
 * `heading` is a numbered or unnumbered one of the 1 / 1.1 / 1.1.1 kind. `subitem` is whatever stands below an item
 * (ア, (ア), a, i, …), `bullet` has a mark without a number, `note` is 注1 or ※. A `table` keeps its rows; each is cited as
 * `tableRows()` says.
 */
export type NodeKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'division'
  | 'article'
  | 'heading'
  | 'annex'
  | 'supplementary'
  | 'history'
  | 'paragraph'
  | 'item'
  | 'subitem'
  | 'bullet'
  | 'note'
  | 'text'
  | 'table';

/** Where a caption stood: on a line of its own above the number, or on the number's line. */
export interface Caption {
  /** As printed, brackets included, e.g. `（目的）`. */
  text: string;
  place: 'above' | 'beside';
  spot: Spot;
}

/**
 * A place of a regulation with its own words. The letters of a tree in the order of its nodes (caption above, number,
 * caption beside, space, body, table, children) are those of the document.
 */
export interface RegulationNode {
  kind: NodeKind;
  /** As printed, e.g. `第3条の2`, `第２項`, `(1)`, `①`, `・`; empty where nothing is printed. */
  number: string;
  /** The number read: 第3条の2 is [3, 2], ア is [1]. Counted where nothing is printed and the place has a rank. */
  value?: number[];
  caption?: Caption;
  /** Its own text: the lines after number and caption, each a paragraph. Of a heading without a caption in brackets, its title. */
  body: Line[];
  table?: Table;
  children: RegulationNode[];
  /** Id inside the handbook, unique in the tree: `a16-i2`, `a3.2-1`, `ch2-h`, `5-2-h`; headings end in `-h`. */
  anchor: string;
  /** How one cites it, e.g. `第16条第2号`, `5.2`, `別表1 3行目`. */
  label: string;
  spot: Spot;
}

/** A document's title, what stands before its first heading, and its places. */
export interface RegulationTree {
  /** The first lines that name the document; empty where it begins at once. */
  title: Line[];
  children: RegulationNode[];
  diagnostics: Diagnostic[];
}

/** Kinds that hold others and carry no rule of their own. */
export const headingKinds: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'part',
  'chapter',
  'section',
  'subsection',
  'division',
  'article',
  'heading',
  'annex',
  'supplementary',
  'history',
]);
