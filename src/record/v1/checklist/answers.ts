import type { Header } from '../header/header.ts';
import type { Request } from '../header/request.ts';

/** 実施 / 一部実施・予定 / 未実施 / 対象外 / 未回答 */
export type Status = 'done' | 'partial' | 'notDone' | 'notApplicable' | 'unanswered';

/** What a person said about one check item: a state, or what was chosen or typed. */
export type ItemAnswer = StatusAnswer | GivenAnswer;

/** What every answer has. */
interface Answered {
  /** 記録の名前: the name of what could be shown as evidence. */
  evidence: string;
  /** 記録の日付: of issue, or of the day it was done, as YYYY-MM-DD. Left out where nobody typed one. */
  evidenceOn?: string;
  /** 有効期限: the last day on which it holds, as YYYY-MM-DD. Left out where nobody typed one. */
  evidenceUntil?: string;
  /** 備考・理由 */
  note: string;
  /** Hash of the item's meaning when it was answered; another hash today means the item must be asked again. */
  meaning: string;
  /** Hash of the clauses that the item rested on then, where it rests on any in their own wording; another one asks again too. */
  clauses?: string;
}

/** To an item that asks for a state. */
export interface StatusAnswer extends Answered {
  status: Status;
  /** 予定日 as YYYY-MM-DD, or '' (`partial` only). */
  dueOn: string;
}

/** To an item of another kind. */
export interface GivenAnswer extends Answered {
  /** The words of what was chosen, or what was typed as its only entry; empty: not answered. */
  given: string[];
}

/** All a person typed into one check list: what a draft keeps, what JSON export writes, what the PDF carries. */
export interface ChecklistAnswers {
  format: 'kitei-answers/1';
  kind: 'checklist';
  /** Id and version of the definition that was answered. */
  checklist: string;
  version: number;
  header: Header;
  /** Of the invitation that was followed; left out where there was none. */
  request?: Request;
  /** By item id; an item without an entry is unanswered. */
  items: Record<string, ItemAnswer>;
}
