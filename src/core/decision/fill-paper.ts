import { unknown } from '../../record/v1/decision/answers.ts';
import { holdsAny } from '../../record/v1/decision/condition.ts';
import type { Result, Verdict } from '../../record/v1/decision/decide.ts';
import type { DecisionDefinition } from '../../record/v1/decision/definition.ts';
import { answerText } from '../../record/v1/decision/describe.ts';
import type { FormAnswers, FormRow } from '../../record/v1/form/answers.ts';
import {
  type DecisionPaper,
  type Give,
  type Gives,
  openCombinations,
  type PaperRows,
  type ReturnedFacts,
} from './papers.ts';

/** What fills a paper. */
export interface PaperSource {
  /** With all its texts. */
  definition: Pick<DecisionDefinition, 'title' | 'version' | 'questions' | 'rules'>;
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
  const isCertain = openCombinations(source.definition, source.steps).every((one) => holdsAny(when, one));
  return isCertain ? [toTexts(gives, source)] : [];
}

function toTexts(gives: Gives, source: PaperSource): Record<string, string> {
  return Object.fromEntries(
    Object.entries(gives).flatMap(([id, give]): [string, string][] => {
      const text = toText(give, source);
      return text === '' ? [] : [[id, text]];
    }),
  );
}

function toText(give: Give, source: PaperSource): string {
  const { definition, steps, result, returned } = source;
  if ('text' in give) return give.text;
  if ('grounds' in give) return describeGrounds(source);
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

/** Japanese: which decision in which version, and the answers on which its conclusions hang, one a line. */
function describeGrounds({ definition: { title, version, rules }, steps }: PaperSource): string {
  const weighed = new Set(rules.flatMap(({ when }) => when.flatMap(Object.keys)));
  const answered = steps.filter(({ question }) => weighed.has(question.id));
  const lines = answered.map(({ question, answer }) => `${question.text}: ${answerText(question, answer)}`);
  return [`判断「${title}」版 ${version}`, ...lines].join('\n');
}

/** The word for an option or an outcome; '' where the form has none. */
function findWord(words: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(words, id) ? (words[id] ?? '') : '';
}
