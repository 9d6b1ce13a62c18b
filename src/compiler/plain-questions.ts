import type { DecisionFile } from '../core/decision/file-schema.ts';
import type { FillIns } from '../core/tailoring/fill-ins.ts';
import type { Question } from '../record/v1/decision/definition.ts';
import { toConditions } from './to-conditions.ts';
import { toKebab } from './to-kebab.ts';

/** The questions of a file as far as conditions look at them: kind, options and when they are asked; no words. */
export function toPlainQuestions(questions: DecisionFile['questions'], choices: FillIns['choices']): Question[] {
  return questions.map((question): Question => {
    const ids =
      question.kind === 'setting'
        ? Object.keys(choices[question.choice]?.options ?? {}).map(toKebab)
        : question.kind === 'clients'
          ? question.handbooks
          : question.options.map((option) => option.id);
    const options = ids.map((id) => ({ id, text: '', help: '' }));
    const kind = question.kind === 'clients' ? 'several' : question.kind;
    return { id: question.id, kind, text: '', help: '', when: toConditions(question.when), options };
  });
}
