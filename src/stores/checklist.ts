import { atom, computed, type ReadableAtom } from 'nanostores';
import { emptyAnswers, findAnswer, staleItems } from '../core/checklist/answer-set.ts';
import type { ChecklistAnswers, ChecklistHeader, ItemAnswer, Status } from '../core/checklist/answers.ts';
import { type ChecklistCounts, countAnswers } from '../core/checklist/count.ts';
import type { CheckItem, ChecklistDefinition } from '../core/checklist/definition.ts';
import { readAnswersValue } from '../core/checklist/read-answers.ts';
import type { ItemField } from '../core/checklist/statuses.ts';
import { type DraftOpening, type DraftStorage, openDraft, type Saving } from './draft.ts';

export interface ChecklistStoreOptions {
  storage: () => DraftStorage;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
  /** Which of several drafts of this list. */
  draftId: string;
  now: () => Date;
}

export interface ChecklistStore {
  definition: ChecklistDefinition;
  /** What was found when the page was opened. */
  opening: DraftOpening<ChecklistAnswers>;
  $answers: ReadableAtom<ChecklistAnswers>;
  $counts: ReadableAtom<ChecklistCounts>;
  $stale: ReadableAtom<CheckItem[]>;
  $saving: ReadableAtom<Saving>;
  fillHeader(field: keyof ChecklistHeader, text: string): void;
  chooseStatus(itemId: string, status: Status): void;
  fillItem(itemId: string, field: ItemField, text: string): void;
  /** Puts other answers in the place of all that is there. */
  replace(answers: ChecklistAnswers): void;
  /** Empties the form and removes the draft from this device. */
  erase(): void;
}

/**
 * Answers to one check list, saved with every change under `kitei:<base>:checklist:<id>:<draftId>`.
 * When the list changes: an added item has no entry and is unanswered; a removed one keeps its entry in the draft and is
 * never sent; a reworded one has another meaning and asks again; an id is never reused, so nothing moves to another item.
 */
export function createChecklistStore(
  definition: ChecklistDefinition,
  { storage, base, draftId, now }: ChecklistStoreOptions,
): ChecklistStore {
  const draft = openDraft<ChecklistAnswers>({
    storage,
    key: `kitei:${base}:checklist:${definition.id}:${draftId}`,
    read(value) {
      const reading = readAnswersValue(value, definition);
      return reading.ok
        ? { ok: true, value: reading.answers }
        : { ok: false, newer: reading.problem.kind === 'newer-version' };
    },
    now,
  });
  const { opening } = draft;
  const $answers = atom(opening.kind === 'restored' ? opening.value : emptyAnswers(definition));
  const meanings = new Map(
    definition.sections.flatMap((section) => section.items.map((item) => [item.id, item.meaning])),
  );

  function change(answers: ChecklistAnswers): void {
    $answers.set(answers);
    draft.save(answers);
  }

  function changeItem(itemId: string, patch: (answer: ItemAnswer, meaning: string) => ItemAnswer): void {
    const meaning = meanings.get(itemId);
    if (meaning === undefined) throw new Error(`Check list "${definition.id}" has no item "${itemId}".`);
    const answers = $answers.get();
    const before = findAnswer(answers, itemId) ?? { status: 'unanswered', evidence: '', note: '', dueOn: '', meaning };
    change({ ...answers, items: { ...answers.items, [itemId]: patch(before, meaning) } });
  }

  return {
    definition,
    opening,
    $answers,
    $counts: computed($answers, (answers) => countAnswers(definition, answers)),
    $stale: computed($answers, (answers) => staleItems(definition, answers)),
    $saving: draft.$saving,
    fillHeader(field, text) {
      const answers = $answers.get();
      change({ ...answers, header: { ...answers.header, [field]: text } });
    },
    chooseStatus(itemId, status) {
      changeItem(itemId, (answer, meaning) => ({ ...answer, status, meaning }));
    },
    fillItem(itemId, field, text) {
      // The meaning stays: only choosing a state answers the item as it reads today.
      changeItem(itemId, (answer) => ({ ...answer, [field]: text }));
    },
    replace: change,
    erase() {
      $answers.set(emptyAnswers(definition));
      draft.erase();
    },
  };
}
