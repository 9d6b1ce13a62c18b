import { combine, meantAnswers } from '../../record/v1/decision/combinations.ts';
import { type Combination, holdsAny } from '../../record/v1/decision/condition.ts';
import type { Verdict } from '../../record/v1/decision/decide.ts';
import type { Condition, DecisionDefinition, Question } from '../../record/v1/decision/definition.ts';
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
  /** It is kept over time: what is known becomes an entry at /registers/<form>/. */
  isRegister?: true;
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
  /** What the conclusion rests on. */
  | { grounds: true }
  | { text: string };

export type PaperRows =
  | { table: string; from: 'duties'; column: string; stages: Stage[] }
  | { table: string; when: Condition[]; gives: Gives };

export interface OfferedPaper<Paper> {
  paper: Paper;
  /** Whether it is made whatever a 「わからない」 stands for. */
  isCertain: boolean;
}

/**
 * The papers of a complete set of answers, those that are certain first.
 * @param open the combinations that the answers leave open, see openCombinations()
 */
export function offerPapers<Paper extends OfferedBy>(
  papers: readonly Paper[],
  { duties }: Pick<DecisionDefinition, 'duties'>,
  open: readonly Combination[],
): OfferedPaper<Paper>[] {
  const offered = papers.flatMap((paper) => {
    const parts = duties.filter(({ id }) => paper.duties.includes(id));
    const holds = (one: Combination) =>
      (paper.when && holdsAny(paper.when, one)) || parts.some(({ when }) => holdsAny(when, one));
    return open.some(holds) ? [{ paper, isCertain: open.every(holds) }] : [];
  });
  return offered.sort((a, b) => Number(b.isCertain) - Number(a.isCertain));
}

/** One with every concrete answer that the steps stand for. */
export function openCombinations(
  { questions }: Pick<DecisionDefinition, 'questions'>,
  steps: Verdict['steps'],
): Combination[] {
  const answersTo = (one: Question) =>
    meantAnswers(one, steps.find(({ question }) => question.id === one.id)?.answer ?? []);
  return [...combine(questions, answersTo)];
}
