import { toSentAnswers } from '../../record/v1/checklist/answer-set.ts';
import { jsonFileName } from '../../record/v1/checklist/file-name.ts';
import type { ChecklistStore } from '../../stores/checklist.ts';
import { download } from '../parts/parts.ts';

/** Hands the answers out as they would be sent: a file may be handed on, and must hold nothing that the page does not show. */
export function exportAnswers({ definition, $answers }: ChecklistStore): void {
  const answers = toSentAnswers(definition, $answers.get());
  download(jsonFileName(answers), 'application/json', `${JSON.stringify(answers, null, 2)}\n`);
}
