import { atom, computed, type ReadableAtom } from 'nanostores';
import {
  emptyAnswers,
  findAnswer,
  isAnythingTyped,
  isGiven,
  itemsOf,
  restsOn,
  staleItems,
} from '../record/v1/checklist/answer-set.ts';
import type { ChecklistAnswers, ItemAnswer, Status } from '../record/v1/checklist/answers.ts';
import { type ChecklistCounts, countAnswers } from '../record/v1/checklist/count.ts';
import type { CheckItem, ChecklistDefinition } from '../record/v1/checklist/definition.ts';
import { readAnswersValue } from '../record/v1/checklist/read-answers.ts';
import type { ItemField } from '../record/v1/checklist/statuses.ts';
import type { Header } from '../record/v1/header/header.ts';
import { beginHeader, writtenHeader } from './addressee.ts';
import type { DraftStorage } from './draft.ts';
import { createDraftBox, type OpenedDraft, type Saving } from './draft-box.ts';
import type { DraftEntry } from './draft-list.ts';

export interface ChecklistStoreOptions {
  storage: () => DraftStorage;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
  now: () => Date;
  /** A new id of a draft: small letters, digits and hyphens, never the same again. */
  newId: () => string;
  /** The draft that the address names; without one, the latest is opened. */
  draftId?: string | undefined;
  /** On a shared device: nothing is read from it, and nothing written. */
  keepsNothing?: boolean;
  /** To whom the list goes unless somebody writes otherwise. */
  addressee?: string;
}

/**
 * What to do when another page has stored something else in this draft, or when it is gone: `mine` writes what this page
 * holds, `theirs` puts what is stored in its place, `apart` keeps both, this page's as a draft of its own.
 */
export type Settlement = 'mine' | 'theirs' | 'apart';

export type ChecklistDraftEntry = DraftEntry<ChecklistAnswers>;

export interface ChecklistStore {
  definition: ChecklistDefinition;
  /** The open draft, and what was found when it was opened. */
  $opened: ReadableAtom<OpenedDraft<ChecklistAnswers>>;
  $answers: ReadableAtom<ChecklistAnswers>;
  $counts: ReadableAtom<ChecklistCounts>;
  $stale: ReadableAtom<CheckItem[]>;
  $saving: ReadableAtom<Saving>;
  $keepsNothing: ReadableAtom<boolean>;
  /** Something is typed that ends with the page. */
  $isAtRisk: ReadableAtom<boolean>;
  fillHeader(field: keyof Header, text: string): void;
  chooseStatus(itemId: string, status: Status): void;
  /** Answers an item of another kind: what is chosen, or what is typed as the only entry. */
  give(itemId: string, given: string[]): void;
  fillItem(itemId: string, field: ItemField, text: string): void;
  /** Whether a person has typed or chosen anything that replacing the answers would lose. */
  isTyped(): boolean;
  /** Puts other answers in the place of all that is there. */
  replace(answers: ChecklistAnswers): void;
  /** Empties the form and removes the open draft from this device. */
  erase(): void;
  /** All that is stored of this list, the latest first. */
  listDrafts(): ChecklistDraftEntry[];
  /** Opens another draft; what this page holds must be stored by then (see $isAtRisk). */
  openDraft(id: string): void;
  /** Begins another draft, empty or with answers. */
  startDraft(answers?: ChecklistAnswers): void;
  /** Removes one of listDrafts(); the open one as erase() does. Whether it is gone. */
  eraseDraft(entry: ChecklistDraftEntry): boolean;
  /** Removes all drafts of this list and empties the form. Whether they are gone. */
  eraseDrafts(): boolean;
  /** Turns keeping off, for a shared device, or on again. */
  keepNothing(isOn: boolean): void;
  /** Looks whether what is stored is still what this page knows; $saving says what it found. */
  look(): void;
  settle(settlement: Settlement): void;
}

/**
 * Answers to one check list, saved with every change under `kitei:<base>:checklist:<id>:<draftId>`.
 * When the list changes: an added item has no entry and is unanswered; a removed one keeps its entry in the draft and is
 * never sent; a reworded one has another meaning and asks again; an id is never reused, so nothing moves to another item.
 */
export function createChecklistStore(
  definition: ChecklistDefinition,
  { base, draftId, keepsNothing = false, addressee = '', ...options }: ChecklistStoreOptions,
): ChecklistStore {
  const box = createDraftBox<ChecklistAnswers>({
    ...options,
    draftId,
    keepsNothing,
    prefix: `kitei:${base}:checklist:${definition.id}:`,
    read(value) {
      const reading = readAnswersValue(value, definition);
      return reading.ok
        ? { ok: true, value: reading.answers }
        : { ok: false, newer: reading.problem.kind === 'newer-version' };
    },
  });
  const $answers = atom(found(box.$opened.get()));
  box.$opened.listen((opened) => $answers.set(found(opened)));
  const items = new Map(itemsOf(definition).map((item) => [item.id, item]));

  function found({ opening }: OpenedDraft<ChecklistAnswers>): ChecklistAnswers {
    return opening.kind === 'restored' ? opening.value : begin();
  }

  function begin(): ChecklistAnswers {
    return { ...emptyAnswers(definition), header: beginHeader(addressee) };
  }

  function isTyped(answers: ChecklistAnswers): boolean {
    return isAnythingTyped({ ...answers, header: writtenHeader(answers.header, addressee) });
  }

  function change(answers: ChecklistAnswers): void {
    $answers.set(answers);
    box.save(answers);
  }

  function changeItem(itemId: string, patch: (answer: ItemAnswer, item: CheckItem) => ItemAnswer): void {
    const item = items.get(itemId);
    if (item === undefined) throw new Error(`Check list "${definition.id}" has no item "${itemId}".`);
    const answers = $answers.get();
    const before = findAnswer(answers, itemId) ?? emptyAnswer(item);
    change({ ...answers, items: { ...answers.items, [itemId]: patch(before, item) } });
  }

  function startDraft(answers?: ChecklistAnswers): void {
    box.start();
    if (answers) change(answers);
  }

  function erase(): void {
    // What another page has stored there is not what this page shows.
    if (box.$saving.get() === 'changed') {
      box.start();
      return;
    }
    $answers.set(begin());
    box.erase();
  }

  return {
    definition,
    $opened: box.$opened,
    $answers,
    $counts: computed($answers, (answers) => countAnswers(definition, answers)),
    $stale: computed($answers, (answers) => staleItems(definition, answers)),
    $saving: box.$saving,
    $keepsNothing: box.$keepsNothing,
    $isAtRisk: computed(
      [$answers, box.$saving],
      (answers, saving) => saving !== 'saved' && saving !== 'idle' && isTyped(answers),
    ),
    fillHeader(field, text) {
      const answers = $answers.get();
      change({ ...answers, header: { ...answers.header, [field]: text } });
    },
    chooseStatus(itemId, status) {
      changeItem(itemId, ({ evidence, note, ...answer }, item) => ({
        status,
        dueOn: 'dueOn' in answer ? answer.dueOn : '',
        evidence,
        note,
        ...restsOn(item),
      }));
    },
    give(itemId, given) {
      changeItem(itemId, ({ evidence, note }, item) => ({ given, evidence, note, ...restsOn(item) }));
    },
    fillItem(itemId, field, text) {
      // The meaning stays: only choosing or typing the answer itself answers the item as it reads today.
      changeItem(itemId, (answer) => (field === 'dueOn' && isGiven(answer) ? answer : { ...answer, [field]: text }));
    },
    isTyped: () => isTyped($answers.get()),
    replace: change,
    erase,
    listDrafts: box.list,
    openDraft: box.open,
    startDraft,
    eraseDraft(entry) {
      if (entry.id === box.$opened.get().id) {
        erase();
        return box.$saving.get() === 'idle';
      }
      const isGone = box.eraseEntry(entry);
      // What had no room may have some now.
      if (isGone && box.$saving.get() === 'full') box.save($answers.get());
      return isGone;
    },
    eraseDrafts: box.eraseAll,
    keepNothing(isOn) {
      box.keepNothing(isOn);
      if (!isOn && isTyped($answers.get())) box.save($answers.get());
    },
    look: box.look,
    settle(settlement) {
      if (settlement === 'mine') box.overwrite($answers.get());
      else if (settlement === 'apart') startDraft($answers.get());
      else box.open(box.$opened.get().id);
    },
  };
}

function emptyAnswer(item: CheckItem): ItemAnswer {
  const empty = { evidence: '', note: '', ...restsOn(item) };
  return item.answer ? { given: [], ...empty } : { status: 'unanswered', dueOn: '', ...empty };
}
