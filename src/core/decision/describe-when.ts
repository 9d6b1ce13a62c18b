import type { Condition, DecisionDefinition, Question, Test } from '../../record/v1/decision/definition.ts';
import { answerText, noneText } from '../../record/v1/decision/describe.ts';

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
