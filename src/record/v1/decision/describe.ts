import { unset, unsetText } from '../company/unset.ts';
import { unknown } from './answers.ts';
import type { SkippedQuestion } from './decide.ts';
import type { Question } from './definition.ts';

/** What stands for 「わからない」, for none of several options, and for a choice that the company has left open. */
export const unknownText = 'わからない';
export const noneText = 'どれでもない';

/** An answer as readers see it. */
export function answerText({ options, none = noneText }: Question, answer: readonly string[]): string {
  if (answer.length === 0) return none;
  return answer
    .map((id) => {
      if (id === unknown) return unknownText;
      if (id === unset) return unsetText;
      return options.find((option) => option.id === id)?.text ?? id;
    })
    .join('、');
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
