import { combine, meantAnswers } from '../../record/v1/decision/combinations.ts';
import { holdsAny } from '../../record/v1/decision/condition.ts';
import type { Verdict } from '../../record/v1/decision/decide.ts';
import type { Condition, DecisionDefinition } from '../../record/v1/decision/definition.ts';
import type { Stage } from '../../record/v1/decision/stages.ts';

/** What a check list that came back says of itself. */
export const returnedFacts = ['company', 'documentNumber', 'count'] as const;
export type ReturnedFacts = Partial<Record<(typeof returnedFacts)[number], string>>;

/** A form that is offered with a result. Made by the build, see read-papers.ts; page and address alone have it. */
export interface DecisionPaper {
  /** Id and version of the form. */
  form: string;
  version: number;
  title: string;
  /** Whose paper it is, e.g. 練馬区; '' for everybody's. */
  receiver: string;
  /** To whom it goes unless somebody writes otherwise; '' where nobody is named. */
  addressee: string;
  when: Condition[];
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
export function offerPapers<Paper extends Pick<DecisionPaper, 'when'>>(
  papers: readonly Paper[],
  { questions }: Pick<DecisionDefinition, 'questions'>,
  steps: Verdict['steps'],
): OfferedPaper<Paper>[] {
  const answers = new Map(steps.map(({ question, answer }) => [question.id, answer]));
  const counts = papers.map(() => 0);
  let combinations = 0;
  for (const combination of combine(questions, (one) => meantAnswers(one, answers.get(one.id) ?? []))) {
    combinations += 1;
    for (const [place, { when }] of papers.entries())
      if (holdsAny(when, combination)) counts[place] = (counts[place] ?? 0) + 1;
  }
  const offered = papers.flatMap((paper, place): OfferedPaper<Paper>[] => {
    const count = counts[place] ?? 0;
    return count > 0 ? [{ paper, isCertain: count === combinations }] : [];
  });
  return [...offered.filter(({ isCertain }) => isCertain), ...offered.filter(({ isCertain }) => !isCertain)];
}
