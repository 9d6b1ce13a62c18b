import { unknown, unset } from './answers.ts';
import type { SkippedQuestion } from './decide.ts';
import type { Condition, DecisionDefinition, Question, Test } from './definition.ts';

/** What stands for 「わからない」, for none of several options, and for a choice that the company has left open. */
export const unknownText = 'わからない';
export const noneText = 'どれでもない';
export const unsetText = '未設定';

/** An answer as readers see it. */
export function answerText({ options }: Question, answer: readonly string[]): string {
  if (answer.length === 0) return noneText;
  return answer
    .map((id) => {
      if (id === unknown) return unknownText;
      if (id === unset) return unsetText;
      return options.find((option) => option.id === id)?.text ?? id;
    })
    .join('、');
}

/**
 * A condition in words, for the table that stands on the page without scripts: one line for each way in which it holds.
 * Conditions over clients are left out of a duty whose document is named beside it.
 */
export function describeWhen(
  { questions }: Pick<DecisionDefinition, 'questions'>,
  when: readonly Condition[],
  leaveOut?: string,
): string[] {
  const lines = when.map((condition) =>
    questions
      .flatMap((question) => {
        const test = Object.hasOwn(condition, question.id) ? condition[question.id] : undefined;
        return test && question.id !== leaveOut ? [`${question.text}: ${describeTest(question, test)}`] : [];
      })
      .join('／'),
  );
  return [...new Set(lines)].filter((line) => line !== '');
}

function describeTest(question: Question, test: Test): string {
  const words = (ids: readonly string[]) => ids.map((id) => `「${answerText(question, [id])}」`).join('か');
  if ('any' in test) return words(test.any);
  if ('none' in test) return `${words(test.none)}のほか`;
  if ('atLeast' in test) return `${test.atLeast}つ以上`;
  return test.atMost === 0 ? noneText : `${test.atMost}つまで`;
}

/** Why a question was not asked, in a sentence. */
export function describeSkipped({ question, because }: SkippedQuestion): string {
  const settings = because.filter((step) => step.question.kind === 'setting');
  const answers = because.filter((step) => step.question.kind !== 'setting');
  const quote = (steps: SkippedQuestion['because']) =>
    steps.map((step) => `「${step.question.text}」が「${answerText(step.question, step.answer)}」`).join('、');
  const reasons = [
    ...(answers.length > 0 ? [`${quote(answers)}のため`] : []),
    ...(settings.length > 0 ? [`会社の設定で${quote(settings)}のため`] : []),
  ];
  return `「${question.text}」は、${reasons.join('、') || 'ほかの答えで足りるため'}、聞いていません。`;
}
