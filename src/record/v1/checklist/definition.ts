import type { Basis } from '../basis.ts';

/** A check list as the page, the PDF and kitei.json carry it: all texts shown, role names filled in. */
export interface ChecklistDefinition {
  id: string;
  /** Raised whenever the meaning of an answer changes. */
  version: number;
  title: string;
  /** One sentence on who fills it in, for whom. */
  lead: string;
  /** 要旨・非正文の断り, printed on every result; empty where all it rests on is the documents' own text. */
  notice: string;
  sections: ChecklistSection[];
}

export interface ChecklistSection {
  id: string;
  title: string;
  items: CheckItem[];
}

export interface CheckItem {
  /** Permanent: it sits in saved answers and in PDFs people keep. */
  id: string;
  /** The number printed in the source; order of display is the order of the file. */
  number: number;
  text: string;
  /** What counts as done. */
  guidance: string;
  /** Which evidence fits. */
  evidence: string;
  /** What the item rests on. */
  basis: Basis[];
  /** Hash of folded text + states offered; guidance does not count. See meaningOf(). */
  meaning: string;
}
