import type { Kind } from './answer-kind.ts';

/** Something to look at, as whoever imports reads it: where it stands on which sheet, and what to do. */
export interface ListDiagnostic {
  /** What it is about, for counting and for tests: `note`, `sub-question`, `number-twice`, … */
  kind: string;
  /** Japanese. */
  message: string;
  sheet: string;
  /** e.g. `C7` */
  cell?: string;
}

/** Whether the sheet says how a question is answered, the question's own words do, or nothing does. */
export type FoundBy = 'sheet' | 'words' | 'nothing';

/** One question of a sheet. */
export interface DraftItem {
  number: number | string;
  text: string;
  answer: Kind;
  /** What the answer was found by. */
  by: FoundBy;
  /** The sheet's own marks, where they were taken for the five states. */
  marks?: string[];
  /** Why the answer may be another one; of no matter where a person has put it right. */
  doubt?: { kind: string; message: string; cell: string };
  guidance?: string;
  evidence?: string;
  /** Where the question stands, e.g. `C7`. */
  cell: string;
}

export interface DraftSection {
  title: string;
  items: DraftItem[];
}

/** A list as it stands in a file, before it has ids. */
export interface ListDraft {
  sheet: string;
  /** What stands above the table as its title, if anything. */
  title?: string;
  /** Sentences above the table. */
  lead?: string;
  /** Notes below the table, which belong to no question. */
  notes?: string;
  sections: DraftSection[];
  diagnostics: ListDiagnostic[];
}

/** A question while its number is not settled: its own, or that of the question it belongs to with a mark of its own. */
export interface RawItem extends Omit<DraftItem, 'number'> {
  /** As printed; '' where the row has none. */
  printed: string;
  /** The mark a part of a question begins with, e.g. `①`; '' where it has none, left out for a question of its own. */
  mark?: string;
}

export interface RawSection {
  title: string;
  items: RawItem[];
}

/** How many questions there are. */
export function countItems({ sections }: Pick<ListDraft, 'sections'>): number {
  return sections.reduce((sum, { items }) => sum + items.length, 0);
}

/** A text on one line. */
export function toLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
