import { madeIdForm } from '../../../core/text/id.ts';
import { type AnswersReading, get, readAnswersOf, readEntries, readIds, readText } from '../read-values.ts';
import type { DecisionAnswers } from './answers.ts';
import type { DecisionDefinition } from './definition.ts';

/** Reads what a draft holds. */
export function readDecisionAnswers(value: unknown, definition: DecisionDefinition): AnswersReading<DecisionAnswers> {
  const wanted = { kind: 'decision', idKey: 'decision', definition, keys: ['case', 'answers'] };
  return readAnswersOf(value, wanted, (head) => ({
    ...head,
    kind: 'decision',
    decision: definition.id,
    case: readText(get(value, 'case'), 'case', madeIdForm),
    answers: readEntries(value, 'answers', readIds),
  }));
}
