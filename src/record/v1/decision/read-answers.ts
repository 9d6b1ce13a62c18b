import { type AnswersReading, readAnswersOf, readEntries, readIds, readText } from '../read-values.ts';
import type { DecisionAnswers } from './answers.ts';
import type { DecisionDefinition } from './definition.ts';

/** Reads what a draft holds. */
export function readDecisionAnswers(value: unknown, definition: DecisionDefinition): AnswersReading<DecisionAnswers> {
  const wanted = { kind: 'decision', idKey: 'decision', definition, keys: ['answers', 'fields', 'times'] };
  return readAnswersOf(value, wanted, (head) => ({
    ...head,
    kind: 'decision',
    decision: definition.id,
    answers: readEntries(value, 'answers', readIds),
    fields: readEntries(value, 'fields', readText),
    times: readEntries(value, 'times', readText),
  }));
}
