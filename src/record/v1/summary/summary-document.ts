/**
 * What every tool ends in: the screen, the paper and the PDF all render this, and nothing else.
 * A summary is plain data (JSON), complete in itself, and says the same in ten years.
 */
export interface SummaryDocument {
  format: 'kitei-summary/1';
  /** Name of the site that asked, e.g. 見本商事 規程集; left out where it has none. */
  issuer?: string;
  /** Title as printed, e.g. 委託先情報セキュリティ対策状況確認リスト. */
  title: string;
  /** 文書番号: the start of the hash of the answers, e.g. `3F2A-9C01-77B4`. */
  number: string;
  /** What was answered: kind of tool, its id and the version of its definition. */
  definition: { kind: SummaryKind; id: string; version: number };
  blocks: SummaryBlock[];
}

export type SummaryKind = 'checklist' | 'decision' | 'form';

export type SummaryBlock =
  | { kind: 'heading'; text: string }
  /** `notice` must not be overlooked; `conclusion` is what the whole document comes to. */
  | { kind: 'paragraph'; text: string; tone?: 'notice' | 'conclusion' }
  | { kind: 'list'; items: string[] }
  /** Label and value pairs: the header of a form, the counts. */
  | { kind: 'fields'; caption: string; rows: { label: string; value: string }[] }
  | { kind: 'table'; caption: string; columns: SummaryColumn[]; rows: SummaryRow[] }
  /** An empty box for 記名・押印 on paper, with what is to be written in it. */
  | { kind: 'seal'; labels: string[] };

export interface SummaryColumn {
  label: string;
  /** Share of the table's width; the shares of a table add up to 1. */
  share: number;
  /** The cells of this column head their row. */
  header?: true;
}

export interface SummaryRow {
  /** One text per column; `\n` begins a new line; an empty text is an empty cell. */
  cells: string[];
  /** What a reader must see first: `attention` = ×, `open` = not answered, `plain` = the rest. */
  weight: 'attention' | 'open' | 'plain';
}
