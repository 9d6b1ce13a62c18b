import type { ReturnedFacts } from '../../core/decision/papers.ts';

const facts = new Map<string, ReturnedFacts>();

/** What the check list said that answered a question of a case, while the page stands: for the papers of the result. */
export function factsOf(caseId: string): ReturnedFacts {
  return facts.get(caseId) ?? {};
}

export function keepFacts(caseId: string, found: ReturnedFacts): void {
  facts.set(caseId, found);
}
