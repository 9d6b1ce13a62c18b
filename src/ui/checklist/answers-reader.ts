import { findChecklist } from '../../record/contents.ts';
import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';
import type { ChecklistDefinition } from '../../record/v1/checklist/definition.ts';
import { readAnswers, readAnswersValue } from '../../record/v1/checklist/read-answers.ts';
import type { AnswersReader } from '../receive/read-answers-file.ts';

/** What a check list makes of a file that came back; one of another tool holds no answers to a list. */
export function answersReader(definition: ChecklistDefinition): AnswersReader<ChecklistAnswers> {
  return {
    readText: (text) => readAnswers(text, definition),
    readRecord(file) {
      const answers = findChecklist(file)?.answers;
      return answers && readAnswersValue(answers, definition);
    },
  };
}
