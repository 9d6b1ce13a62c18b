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
  /** 会社名 of who hands it in; left out where none is written. */
  company?: string;
  /** 文書番号: the start of the hash of the answers, e.g. `3F2A-9C01-77B4`. */
  number: string;
  /** What was answered: kind of tool, its id and the version of its definition. */
  definition: { kind: SummaryKind; id: string; version: number };
  /**
   * `paper`: set as an official paper. It begins with its `letter` or heading and no title of ours; tables and fields have
   * lines all round and room to write where nothing stands; number and version stand at the foot.
   */
  look?: 'paper';
  blocks: SummaryBlock[];
}

export type SummaryKind = 'checklist' | 'decision' | 'form';

export type SummaryBlock =
  | { kind: 'heading'; text: string }
  /** `notice` must not be overlooked; `conclusion` is what the whole document comes to. */
  /** Of papers: `center` is 記, `end` is 以上 at the right, `note` a 注 under a table. */
  | { kind: 'paragraph'; text: string; tone?: 'notice' | 'conclusion' | 'center' | 'end' | 'note' }
  | { kind: 'list'; items: string[] }
  /** Label and value pairs: the header of a form, the counts. */
  | { kind: 'fields'; caption: string; rows: { label: string; value: string }[] }
  | { kind: 'table'; caption: string; columns: SummaryColumn[]; rows: SummaryRow[] }
  /** 体制図: boxes from the top down, each with how deep it stands under those before it; drawn by layout/chart.ts. */
  | { kind: 'chart'; caption: string; boxes: ChartBox[] }
  /** An empty box for 記名・押印 on paper, with what is to be written in it; `caption` says whose it is, e.g. `承認（労働局）`. */
  | { kind: 'seal'; labels: string[]; caption?: string }
  /**
   * The head of a paper: `mark` at the left (（別添1）), the date at the right, the addressee at the left, who hands it in at
   * the right, the heading in the middle. An empty text is left away but for `date`.
   */
  | {
      kind: 'letter';
      mark: string;
      date: string;
      to: string;
      from: { label: string; value: string }[];
      heading: string;
    }
  /** What follows begins a new sheet. */
  | { kind: 'page' };

export interface ChartBox {
  /** 0 for what stands at the top; at most one more than that of the box before. */
  depth: number;
  title: string;
  /** What stands under the title; a blank paper has empty ones, to be written in. */
  lines: string[];
}

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
