import type { Basis } from '../basis.ts';
import type { PasswordCheck } from './password.ts';
import type { Stage, StageNames } from './stages.ts';

/**
 * A decision as the page, the PDF and kitei.json carry it: all texts shown, the company's words filled in, what its
 * choices take away left out. Made from content/decisions/*.yaml (see file-schema.ts), proved by prove.ts.
 */
export interface DecisionDefinition {
  id: string;
  /** Raised whenever the meaning of an answer or an outcome changes. */
  version: number;
  title: string;
  /** One sentence on which question it answers, for whom. */
  lead: string;
  /** 要旨・非正文の断り, printed on every result; empty where all it rests on is the documents' own text. */
  notice: string;
  /** What the sources leave open, and what was taken for granted: a reader of a result must know it. */
  remarks: string[];
  /** `steps`: one question a page; `sheet`: all questions on one. */
  layout: 'steps' | 'sheet';
  /** Of stages that it calls otherwise than stages.ts does. */
  stageNames?: StageNames;
  questions: Question[];
  /** The strictest first: the order in which 「わからない」 lists them. */
  outcomes: Outcome[];
  /** Exactly one fits each combination of answers; their order means nothing. */
  rules: Rule[];
  /** What is to be done: any number apply. */
  duties: Duty[];
  /** Points on which documents differ, named where both apply; which holds is not decided here. */
  contradictions: Contradiction[];
  /** Stands beside what the company has not decided yet: whom to ask. Of a decision that names such things. */
  undecided?: string;
  /** What something that is typed on the page is held to. */
  check?: PasswordCheck;
}

export interface Question {
  id: string;
  /** `one` answer, `several` (none of them is an answer too), or `setting`: answered by organization.yaml. */
  kind: 'one' | 'several' | 'setting';
  text: string;
  /** What helps to answer; empty where nothing need be said. */
  help: string;
  options: Option[];
  /** Of `several`: the words for none of them, where 「どれでもない」 would read oddly. */
  none?: string;
  /** Asked when one of these holds; without any, always. */
  when: Condition[];
  /** It asks whose information it is: the options are handbooks, and their duties apply only where they are chosen. */
  clients?: true;
  /** Of a setting: the company's choice that answers it. */
  choice?: string;
  /** Of a setting: the chosen option; `unset` while the company has not chosen. A template has none. */
  value?: string;
}

export interface Option {
  id: string;
  text: string;
  help: string;
}

/** Holds when every named question passes its test. */
export type Condition = Record<string, Test>;

/** What a question's answer must be; a question that is not asked has no answer and passes `none` only. */
export type Test =
  /** One of these is answered. */
  | { any: string[] }
  /** None of these is answered. */
  | { none: string[] }
  /** So many of its options are answered. */
  | { atLeast: number }
  | { atMost: number };

export interface Outcome {
  id: string;
  /** The conclusion in one line. */
  title: string;
  text: string;
  basis: Basis[];
  /** Who is told at once, and how. */
  tell?: Tell[];
  /** Filled in: its text names something that the company has not decided. */
  isOpen?: true;
}

/** Somebody to be told, with number and address; filled in, they are empty while the company has not written them. */
export interface Tell {
  who: string;
  phone: string;
  mail: string;
}

export interface Rule {
  when: Condition[];
  outcome: string;
  /** What the rule rests on beyond its outcome. */
  basis: Basis[];
}

export interface Duty {
  id: string;
  stage: Stage;
  text: string;
  /** Short name of the document whose rule it is, e.g. `練馬区特記事項`. */
  source: string;
  /** Who does it; empty where the document does not say. */
  who: string;
  /** What has to be written, kept or handed in; empty for none. */
  record: string;
  when: Condition[];
  basis: Basis[];
  /** Its position on a point on which documents differ. */
  stance?: { point: string; says: string };
  /** Filled in: its text names something that the company has not decided. */
  isOpen?: true;
}

export interface Contradiction {
  point: string;
  /** What each document says, under the short name that its duties have as `source`; shown where it takes part. */
  positions: { source: string; text: string }[];
  /** What to do about it, whichever of them meet. */
  text: string;
}
