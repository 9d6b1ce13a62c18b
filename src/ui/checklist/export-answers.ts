import { toSentAnswers } from '../../record/v1/checklist/answer-set.ts';
import { documentFileName } from '../../record/v1/header/file-name.ts';
import type { ChecklistStore } from '../../stores/checklist.ts';
import { download } from '../parts/parts.ts';

/** Hands the answers out as they would be sent: a file may be handed on, and must hold nothing that the page does not show. */
export function exportAnswers({ definition, $answers }: ChecklistStore): void {
  const answers = toSentAnswers(definition, $answers.get());
  download(
    documentFileName(definition.title, answers.header, '.json'),
    'application/json',
    `${JSON.stringify(answers, null, 2)}\n`,
  );
}
