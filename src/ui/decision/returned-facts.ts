import { type ReturnedFacts, returnedFacts } from '../../core/decision/papers.ts';

const facts = new Map<string, ReturnedFacts>();

/** What the check list said that answered a question of a case: for the papers of the result. */
export function factsOf(caseId: string): ReturnedFacts {
  return facts.get(caseId) ?? readPlace(caseId);
}

/**
 * Keeps them as long as the page stands, and with its place in the browser's history, where the case stands too: loading
 * again goes on with both. @param isKept false on a shared device, where nothing outlives the page
 */
export function keepFacts(caseId: string, found: ReturnedFacts, isKept: boolean): void {
  facts.set(caseId, found);
  if (isKept) history.replaceState({ ...history.state, returned: { case: caseId, ...found } }, '');
}

function readPlace(caseId: string): ReturnedFacts {
  const kept: unknown = history.state?.returned;
  if (typeof kept !== 'object' || kept === null || Reflect.get(kept, 'case') !== caseId) return {};
  const texts = returnedFacts.map((key) => [key, Reflect.get(kept, key)] as const);
  return Object.fromEntries(texts.filter(([, text]) => typeof text === 'string'));
}
