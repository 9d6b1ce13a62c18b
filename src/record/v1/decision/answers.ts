import type { Header } from '../header/header.ts';

/**
 * What a person answered, by question id: the ids of the chosen options (none of several is an empty list), or
 * `['unknown']` for 「わからない」. A question without an entry has not been answered.
 */
export type Answers = Record<string, string[]>;

/** Reserved option id: 「わからない」 is an answer to every question. */
export const unknown = 'unknown';

/** All that a person gave to one decision: what a draft keeps and the PDF carries. */
export interface DecisionAnswers {
  format: 'kitei-answers/1';
  kind: 'decision';
  /** Id and version of the definition that was answered. */
  decision: string;
  version: number;
  /**
   * Which case it is about: made when it is begun, kept through every draft and PDF. Two with the same case are versions of
   * one record; two with different ones never are.
   */
  case: string;
  header: Header;
  answers: Answers;
}
