import type { DecisionAnswers } from '../../record/v1/decision/answers.ts';
import { type DraftEntry, listDrafts } from '../../stores/draft-list.ts';
import { findDecision } from './decision-context.ts';
import { fetchPart } from './fetch-part.ts';

/** What this device keeps of a decision beside the open case, the latest first. */
export function listCases(element: HTMLElement): DraftEntry<DecisionAnswers>[] {
  const { store, sharedDevice } = findDecision(element);
  const { prefix, read, $given } = store;
  if (sharedDevice.isOn()) return [];
  const { case: open } = $given.get();
  return listDrafts(() => localStorage, prefix, read).filter(({ id }) => id !== open);
}

/**
 * Puts the parts of EarlierCases.astro that stand beside the page into it, once.
 * @throws LoadError when they do not arrive
 */
export async function bringParts(element: HTMLElement): Promise<void> {
  if (element.querySelector('earlier-cases')) return;
  const parts = await fetchPart(findDecision(element), 'earlier.txt');
  // Two that asked at once bring it once.
  if (!element.querySelector('earlier-cases')) element.prepend(...parts);
}
