import { readSharedAnswers } from '../../core/decision/shared-address.ts';
import type { DecisionAnswers } from '../../record/v1/decision/answers.ts';
import { show } from '../parts/parts.ts';
import { findDecision } from './decision-context.ts';

/**
 * Takes the answers of an address that was sent on, and says where some of it cannot be read. Whoever has answered meanwhile
 * goes on with that.
 * @param fragment behind `#a`; @param given what stood there when it was opened
 * @param take puts answers into the page
 */
export function mendAddress(
  root: HTMLElement,
  fragment: string,
  given: DecisionAnswers,
  take: (answers: DecisionAnswers['answers']) => void,
): void {
  const { store } = findDecision(root);
  const { answers, isWhole } = readSharedAnswers(
    fragment,
    store.definition.questions.map(({ id }) => id),
  );
  if (store.$given.get() === given) take(answers);
  show(root, '[data-address-cut]', !isWhole);
}
