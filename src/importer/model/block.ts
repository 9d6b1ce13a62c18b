/** Where in the given file something stands, as its owner finds it: what of it is known. */
export interface Spot {
  page?: number;
  /** Line of a text file, or of a page; counted from 1. */
  line?: number;
  /** Paragraph of a Word file, counted from 1 with empty ones and those in tables. */
  paragraph?: number;
}

/** A stretch of a line's letters that the document colours: red words are to be filled in, blue ones to be chosen from. */
export interface Mark {
  /** UTF-16 offsets in the line's text. */
  from: number;
  to: number;
  colour: 'red' | 'blue';
}

/** One paragraph or line of the document. */
export interface Line {
  kind: 'line';
  /** Its letters as they are read, an automatic number of Word before them; never empty, no line breaks. */
  text: string;
  /** How many of the letters at its beginning automatic numbering wrote: number and what follows it. 0 is an item of a list without a letter. */
  numbered?: number;
  /** Outline level of a Word style or of Markdown's `#`, 1 outermost. */
  level?: number;
  /** Depth of a list or an indent, 0 outermost: a hint, documents are careless with it. */
  depth?: number;
  marks?: Mark[];
  /** What stood between it and the line before: an empty line, or a page's end. */
  after?: 'blank' | 'page';
  spot: Spot;
}

/** A cell with its own lines; merged ones span. */
export interface Cell {
  lines: Line[];
  /** How many columns and rows it covers. */
  columns: number;
  rows: number;
}

export interface Table {
  kind: 'table';
  /** Rows from above, of each the cells that begin in it. */
  rows: Cell[][];
  /** How many rows at the top the document repeats on each page as their heading. */
  headerRows?: number;
  after?: 'blank' | 'page';
  spot: Spot;
}

export type Block = Line | Table;

/** A document as one of the readers understood it, in reading order. */
export interface SourceDocument {
  blocks: Block[];
  /** Words of its headers and footers, which are none of its text; of a kind that has any. */
  edges?: string[];
  diagnostics: Diagnostic[];
}

/** Something the importer was not sure of, or had to leave out; the text stays as it is. */
export interface Diagnostic {
  /** What it is about, for counting and for tests: `tear`, `number-gap`, `unknown-number-format`, `header`, … */
  kind: string;
  /** Japanese, for whoever imports: what was found and what to look at. */
  message: string;
  spot: Spot;
}

/** A file that cannot be read at all; its message is Japanese and says what to do. */
export class ImportError extends Error {
  override name = 'ImportError';
}
