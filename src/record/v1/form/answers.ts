import type { Header } from '../header/header.ts';

/** All that a person gave to one form: what a draft keeps, what JSON export writes, what the PDF carries. */
export interface FormAnswers {
  format: 'kitei-answers/1';
  kind: 'form';
  /** Id and version of the definition that was answered. */
  form: string;
  version: number;
  /**
   * Which paper of its kind this is: made when it is begun, kept through every draft, PDF and reopening. Two with the same
   * case are versions of one paper; two with different ones never are.
   */
  case: string;
  header: Header;
  /** By field id; a field without an entry is empty. */
  fields: Record<string, string>;
  /** By table id. */
  tables: Record<string, FormRow[]>;
  /** Of a register: from when until when its entries stand on this paper. */
  period?: PaperPeriod;
}

/** First and last day, `YYYY-MM-DD`; '' for no bound. */
export interface PaperPeriod {
  from: string;
  until: string;
}

export interface FormRow {
  /** Stays with the row through drafts, copies and mergings. */
  id: string;
  /** By column id; a column without an entry is empty. */
  cells: Record<string, string>;
}
