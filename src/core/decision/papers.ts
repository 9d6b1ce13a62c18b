import { unknown } from '../../record/v1/decision/answers.ts';
import { combine, meantAnswers } from '../../record/v1/decision/combinations.ts';
import { holdsAny } from '../../record/v1/decision/condition.ts';
import type { Result, Verdict } from '../../record/v1/decision/decide.ts';
import type { Condition, DecisionDefinition } from '../../record/v1/decision/definition.ts';
import type { Stage } from '../../record/v1/decision/stages.ts';
import type { FormAnswers, FormRow } from '../../record/v1/form/answers.ts';

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

/** What fills a paper. */
export interface PaperSource {
  /** With all its texts. */
  definition: Pick<DecisionDefinition, 'questions'>;
  steps: Verdict['steps'];
  result: Result;
  returned: ReturnedFacts;
  newRowId: () => string;
}

/** What of a form is known from the answers, by its ids; a person looks at it, and may change all of it. */
export function fillPaper(
  { gives, rows }: Pick<DecisionPaper, 'gives' | 'rows'>,
  source: PaperSource,
): Pick<FormAnswers, 'fields' | 'tables'> {
  const tables: Record<string, FormRow[]> = {};
  for (const row of rows) {
    const cells = 'from' in row ? dutyCells(row, source) : rowCells(row, source);
    const some = cells.filter((one) => Object.keys(one).length > 0);
    const made = some.map((one): FormRow => ({ id: source.newRowId(), cells: one }));
    if (made.length > 0) tables[row.table] = [...(tables[row.table] ?? []), ...made];
  }
  return { fields: toTexts(gives, source), tables };
}

function dutyCells(
  { column, stages }: Extract<PaperRows, { from: 'duties' }>,
  { result }: PaperSource,
): Record<string, string>[] {
  const certain = result.duties.filter(({ duty, isCertain }) => isCertain && stages.includes(duty.stage));
  return certain.map(({ duty }) => ({ [column]: duty.text }));
}

function rowCells(
  { when, gives }: Extract<PaperRows, { gives: Gives }>,
  source: PaperSource,
): Record<string, string>[] {
  const [offered] = offerPapers([{ when }], source.definition, source.steps);
  return offered?.isCertain ? [toTexts(gives, source)] : [];
}

function toTexts(gives: Gives, source: PaperSource): Record<string, string> {
  return Object.fromEntries(
    Object.entries(gives).flatMap(([id, give]): [string, string][] => {
      const text = toText(give, source);
      return text === '' ? [] : [[id, text]];
    }),
  );
}

function toText(give: Give, { definition, steps, result, returned }: PaperSource): string {
  if ('text' in give) return give.text;
  if ('conclusion' in give) {
    const [strictest] = result.outcomes;
    if (!strictest || give.conclusion === true) return strictest?.title ?? '';
    return findWord(give.conclusion, strictest.id);
  }
  if ('returned' in give) return returned[give.returned] ?? '';
  const { question: id, words, isList } = give;
  const question = definition.questions.find((one) => one.id === id);
  const answer = steps.find((step) => step.question.id === id)?.answer ?? [];
  if (!question || answer[0] === unknown) return '';
  const chosen = question.options.flatMap((option) => {
    if (!answer.includes(option.id)) return [];
    return (words ? findWord(words, option.id) : option.text) || [];
  });
  return chosen.join(isList ? '\n' : '、');
}

/** The word for an option or an outcome; '' where the form has none. */
function findWord(words: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(words, id) ? (words[id] ?? '') : '';
}
