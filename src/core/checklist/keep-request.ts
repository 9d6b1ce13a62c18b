import type { ChecklistAnswers } from '../../record/v1/checklist/answers.ts';

/**
 * Answers out of a file, as they go on under the invitation that a person has followed: whose list it is, for which business
 * and by when is what the invitation says, not what an older file said. Without an invitation, or for a file of one, as they are.
 * @param current the answers in whose place they are put
 */
export function keepRequest(answers: ChecklistAnswers, current: ChecklistAnswers): ChecklistAnswers {
  const { request, header } = current;
  if (!request || answers.request) return answers;
  const { recipient, business } = header;
  return {
    ...answers,
    request,
    header: {
      ...answers.header,
      ...(recipient !== '' && { recipient }),
      ...(business !== '' && { business }),
    },
  };
}
