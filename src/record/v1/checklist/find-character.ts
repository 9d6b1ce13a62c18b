import { headerKeys, headerNames } from '../header/header.ts';
import { requestKeys, requestNames } from '../header/request.ts';
import { findAnswer, isGiven, itemsOf } from './answer-set.ts';
import type { ChecklistAnswers, ItemAnswer } from './answers.ts';
import type { ChecklistDefinition } from './definition.ts';
import { evidenceDays, evidenceNameOf, fieldNames } from './statuses.ts';
import { itemFieldId } from './validate.ts';

/** A field of the form, to be named to the person who filled it in. */
interface FieldPlace {
  fieldId: string;
  /** Japanese, e.g. `会社名`, `No.3 の備考・理由`. */
  label: string;
}

const itemFields = ['given', 'evidence', ...evidenceDays, 'dueOn', 'note'] as const;

/** The fields in which a character (a base with its variation selector counts as one) was typed, in order of display. */
export function findCharacter(
  definition: ChecklistDefinition,
  sent: ChecklistAnswers,
  character: string,
): FieldPlace[] {
  const inHeader = headerKeys
    .filter((field) => sent.header[field].includes(character))
    .map((field) => ({ fieldId: field, label: headerNames[field] }));
  const inRequest = requestKeys
    .filter((key) => sent.request?.[key].includes(character))
    .map((key) => ({ fieldId: 'request', label: requestNames[key] }));
  const names = { ...fieldNames, evidence: evidenceNameOf(definition) };
  const inItems = itemsOf(definition).flatMap((item) => {
    const answer = findAnswer(sent, item.id);
    return itemFields
      .filter((field) => answer && textOf(answer, field).includes(character))
      .map((field) => ({ fieldId: itemFieldId(item.id, field), label: `No.${item.number} の${names[field]}` }));
  });
  return [...inRequest, ...inHeader, ...inItems];
}

function textOf(answer: ItemAnswer, field: (typeof itemFields)[number]): string {
  if (field !== 'given' && field !== 'dueOn') return answer[field] ?? '';
  if (field === 'given') return isGiven(answer) ? answer.given.join('\n') : '';
  return isGiven(answer) ? '' : answer.dueOn;
}
