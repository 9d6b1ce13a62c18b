import { combine, meantAnswers } from '../../record/v1/decision/combinations.ts';
import { holdsAny } from '../../record/v1/decision/condition.ts';
import type { Verdict } from '../../record/v1/decision/decide.ts';
import type { Condition, DecisionDefinition } from '../../record/v1/decision/definition.ts';
import type { Stage } from '../../record/v1/decision/stages.ts';

/** What a check list that came back says of itself. */
export const returnedFacts = ['company', 'documentNumber', 'count'] as const;
export type ReturnedFacts = Partial<Record<(typeof returnedFacts)[number], string>>;

/** When a form is offered with a result. */
export interface OfferedBy {
  /** Id of the form. */
  form: string;
  /** With one of these duties. */
  duties: string[];
  /** With these answers as well; empty for all. */
  when?: Condition[];
}

/** A form that is offered with a result. Made by the build, see read-papers.ts; page and address alone have it. */
export interface DecisionPaper extends OfferedBy {
  /** Of the form. */
  version: number;
  title: string;
  /** Whose paper it is, e.g. 練馬区; '' for everybody's. */
  receiver: string;
  /** To whom it goes unless somebody writes otherwise; '' where nobody is named. */
  addressee: string;
  gives: Gives;
  rows: PaperRows[];
}

/** By field or column. */
export type Gives = Record<string, Give>;

export type Give =
  /** `isList`: the field takes several, one a line. */
  | { question: string; words?: Record<string, string>; isList?: true }
  | { conclusion: true | Record<string, string> }
  | { returned: (typeof returnedFacts)[number] }
  | { text: string };

export type PaperRows =
  | { table: string; from: 'duties'; column: string; stages: Stage[] }
  | { table: string; when: Condition[]; gives: Gives };

export interface OfferedPaper<Paper> {
  paper: Paper;
  /** Whether it is made whatever a 「わからない」 stands for. */
  isCertain: boolean;
}

/** The papers of a complete set of answers, those that are certain first. */
export function offerPapers<Paper extends OfferedBy>(
  papers: readonly Paper[],
  { questions, duties }: Pick<DecisionDefinition, 'questions' | 'duties'>,
  steps: Verdict['steps'],
): OfferedPaper<Paper>[] {
  const rated = papers.map((paper) => {
    const parts = duties.filter(({ id }) => paper.duties.includes(id));
    return { paper, shares: shareOf([...parts, ...(paper.when ? [{ when: paper.when }] : [])], questions, steps) };
  });
  const pick = (isCertain: boolean) =>
    rated.flatMap(({ paper, shares }) => (shares > 0 && (shares === 1) === isCertain ? [{ paper, isCertain }] : []));
  return [...pick(true), ...pick(false)];
}

/** In which share of the combinations that the answers leave open one of the parts applies. */
export function shareOf(
  parts: readonly { when: readonly Condition[] }[],
  questions: DecisionDefinition['questions'],
  steps: Verdict['steps'],
): number {
  let all = 0;
  let held = 0;
  const answerOf = (id: string) => steps.find(({ question }) => question.id === id)?.answer ?? [];
  for (const combination of combine(questions, (one) => meantAnswers(one, answerOf(one.id)))) {
    all += 1;
    if (parts.some(({ when }) => holdsAny(when, combination))) held += 1;
  }
  return held / all;
}
