import type { Basis } from '../basis.ts';
import type { AnswerAsked } from './asked.ts';

/** A check list as the page, the PDF and kitei.json carry it: all texts shown, role names filled in. */
export interface ChecklistDefinition {
  id: string;
  /** Raised whenever the meaning of an answer changes. */
  version: number;
  title: string;
  /** One sentence on who fills it in, for whom. */
  lead: string;
  /** 要旨・非正文の断り and the list's own, printed on every result; '' where there is neither. */
  notice: string;
  /** What is said of 提出先 and 業務名, where the list says it in other words than this site. */
  addedFields?: { legend: string; note: string };
  /** When 対象外 is the answer, where the list says it in other words than this site. */
  notApplicable?: string;
  /** Of what there is a file each: `checker`, or the id of an item whose text names it. Without it, one company answers once. */
  each?: string;
  /** When the other three states are the answer, in its own words. */
  states?: Record<'done' | 'partial' | 'notDone', string>;
  /** What is asked for where others ask for 記録の名前, e.g. `定めた条`: then it is no record, and has no date. */
  evidenceName?: string;
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
  /** As printed in the source: a number, or a text such as `1-2`. Order of display is the order of the file. */
  number: number | string;
  text: string;
  /** What counts as done. */
  guidance?: string;
  /** Which evidence fits. */
  evidence?: string;
  /** What is answered; without it, one of the five states. */
  answer?: AnswerAsked;
  /** What the item rests on. */
  basis: Basis[];
  /** Hash of folded text + answers offered; guidance does not count. See meaningOf(). */
  meaning: string;
  /** Hash of the clauses in their own wording that it rests on; without any there is none. See clausesOf(). */
  clauses?: string;
}
