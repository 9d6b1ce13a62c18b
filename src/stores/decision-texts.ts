import { computed, type ReadableAtom } from 'nanostores';
import type { DecisionAnswers } from '../record/v1/decision/answers.ts';
import type { Header } from '../record/v1/header/header.ts';
import { beginHeader, writtenHeader } from './addressee.ts';
import type { DecisionStore } from './decision.ts';
import { isDraftId } from './draft-list.ts';

/* What is done with a case beyond answering: it comes with the part of the page that makes a file, or takes one in. */

export function fillHeader({ $given, change }: DecisionStore, field: keyof Header, text: string): void {
  change({ header: { ...$given.get().header, [field]: text } });
}

/** Empties what was written beside the answers: what is written from now on is of another case. */
export function eraseTexts(store: DecisionStore): void {
  const { answers } = store.$given.get();
  store.draft().erase();
  store.begin({ answers, header: beginHeader(store.addressee) });
}

/** Opens a case that this device keeps. */
export function openCase(store: DecisionStore, caseId: string): void {
  const { opening } = store.openDraft(caseId);
  if (opening.kind === 'restored') store.show(opening.value);
  // Erased meanwhile: the page stays with the case that it shows.
  else store.openDraft(store.$given.get().case);
}

/** Removes the open case from this device; what is on the page stays. */
export function forgetCase(store: DecisionStore): void {
  store.draft().erase();
}

/** Keeps what is on the page. */
export function keepCase(store: DecisionStore): void {
  store.draft().save(store.$given.get());
}

/** Opens a case that was decided before, as what it is. What this device keeps of it is replaced. */
export function resumeCase(store: DecisionStore, answers: DecisionAnswers): void {
  const isOpen = answers.case === store.$given.get().case;
  // A case that cannot name a draft is kept under another key, and stays what it is.
  const draft = isOpen ? store.draft() : store.openDraft(isDraftId(answers.case) ? answers.case : undefined);
  store.show(answers);
  // What a newer site has kept of it stays.
  (draft.isOccupied ? store.openDraft() : draft).overwrite(answers);
}

/** Whether something is written that ends with the page; answers stand in the address. */
export function isAtRisk({ $given, $saving, addressee }: DecisionStore): ReadableAtom<boolean> {
  return computed([$given, $saving], ({ header }, saving) => {
    const isWritten = Object.values(writtenHeader(header, addressee)).some((text) => text !== '');
    return saving !== 'saved' && saving !== 'idle' && isWritten;
  });
}
