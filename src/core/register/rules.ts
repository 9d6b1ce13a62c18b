import type { Basis } from '../../record/v1/basis.ts';

/** What makes a form a register that is kept over time; the page's alone, no signed file knows it. */
export interface RegisterRules {
  /** By table id: each is a list of entries. */
  tables: Record<string, TableRules>;
  /** How long entries have to be kept. */
  keeps: Retention;
  /** Ids of forms and registers whose rows become entries here, by the ids of columns. */
  takes: string[];
}

export interface TableRules {
  /** The column with the day or the moment by which entries are ordered and periods are cut, e.g. `taken-at`. */
  on: string;
  /** An entry is open until these columns are filled, e.g. `['returned-at']`; none: it is never open. */
  closedBy: string[];
  /** What an open entry is called, e.g. `返却待ち`, and a closed one. */
  open?: string;
  closed?: string;
  /** The column with the day by which something has to be done, e.g. the planned return or the next evaluation. */
  due?: string;
  /**
   * The column with the text that says until when that is kept what an entry is about: a day, `2027年3月`, or `5年` from the
   * day of its first state.
   */
  until?: string;
  /** Columns by what stands in which the list can be narrowed, e.g. `department`. */
  filters?: string[];
  /** By a column, the one that says what it rests on: the answers of a decision, or that it was typed. */
  reasons?: Record<string, string>;
  /** What is done next with an entry. */
  leads?: Lead[];
}

/** Where an entry leads, with what it says. */
export interface Lead {
  /** What is pressed, e.g. `機密性を決める`. */
  text: string;
  /** One of both: a decision, or a form, of which a list takes what is known here. */
  decision?: string;
  form?: string;
  table?: string;
  /** By the column of that list, the column here. */
  gives: Record<string, string>;
  /** Columns that come back from there into the entry. */
  returns: string[];
}

/** How long something has to be kept by the rule that it rests on. */
export interface Retention {
  /** None: the source names no period, and that is said. */
  for?: { count: number; unit: 'years' | 'fiscalYears' };
  /** Whose rule it is, or that there is none: one sentence on the page. */
  says: string;
  basis: Basis[];
}
