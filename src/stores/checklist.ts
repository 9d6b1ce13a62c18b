import { computed, type ReadableAtom } from 'nanostores';
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
import type { ItemField } from '../record/v1/checklist/statuses.ts';
import type { Header } from '../record/v1/header/header.ts';
import { beginHeader, writtenHeader } from './addressee.ts';
import { checklistPrefix, readDraft } from './checklist-drafts.ts';
import type { DraftStorage } from './draft.ts';
import { createDrafted, type Drafted } from './drafted.ts';

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

export interface ChecklistStore extends Drafted<ChecklistAnswers> {
  definition: ChecklistDefinition;
  $counts: ReadableAtom<ChecklistCounts>;
  $stale: ReadableAtom<CheckItem[]>;
  fillHeader(field: keyof Header, text: string): void;
  chooseStatus(itemId: string, status: Status): void;
  /** Answers an item of another kind: what is chosen, or what is typed as the only entry. */
  give(itemId: string, given: string[]): void;
  fillItem(itemId: string, field: ItemField, text: string): void;
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
  const drafted = createDrafted<ChecklistAnswers>({
    ...options,
    draftId,
    keepsNothing,
    prefix: checklistPrefix(base, definition.id),
    read: (value) => readDraft(value, definition),
    begin: () => ({ ...emptyAnswers(definition), header: beginHeader(addressee) }),
    adopt: (answers) => answers,
    isTyped: (answers) => isAnythingTyped({ ...answers, header: typedHeader(answers, addressee) }),
  });
  const { $answers, replace } = drafted;
  const items = new Map(itemsOf(definition).map((item) => [item.id, item]));

  function changeItem(itemId: string, patch: (answer: ItemAnswer, item: CheckItem) => ItemAnswer): void {
    const item = items.get(itemId);
    if (item === undefined) throw new Error(`Check list "${definition.id}" has no item "${itemId}".`);
    const answers = $answers.get();
    const before = findAnswer(answers, itemId) ?? emptyAnswer(item);
    replace({ ...answers, items: { ...answers.items, [itemId]: patch(before, item) } });
  }

  return {
    ...drafted,
    definition,
    $counts: computed($answers, (answers) => countAnswers(definition, answers)),
    $stale: computed($answers, (answers) => staleItems(definition, answers)),
    fillHeader(field, text) {
      const answers = $answers.get();
      replace({ ...answers, header: { ...answers.header, [field]: text } });
    },
    chooseStatus(itemId, status) {
      changeItem(itemId, (answer, item) => ({
        status,
        dueOn: 'dueOn' in answer ? answer.dueOn : '',
        ...besideOf(answer),
        ...restsOn(item),
      }));
    },
    give(itemId, given) {
      changeItem(itemId, (answer, item) => ({ given, ...besideOf(answer), ...restsOn(item) }));
    },
    fillItem(itemId, field, text) {
      // The meaning stays: only choosing or typing the answer itself answers the item as it reads today.
      changeItem(itemId, (answer) => (field === 'dueOn' && isGiven(answer) ? answer : { ...answer, [field]: text }));
    },
  };
}

/** What of the head a person has written: neither the site's addressee is theirs nor what an invitation filled in. */
function typedHeader({ header, request }: ChecklistAnswers, addressee: string): Header {
  return request ? { ...header, recipient: '', business: '' } : writtenHeader(header, addressee);
}

/** What was typed beside an answer; it stays when another is chosen. */
function besideOf(answer: ItemAnswer) {
  const { evidence, evidenceOn, evidenceUntil, note } = answer;
  return { evidence, note, ...(evidenceOn && { evidenceOn }), ...(evidenceUntil && { evidenceUntil }) };
}

function emptyAnswer(item: CheckItem): ItemAnswer {
  const empty = { evidence: '', note: '', ...restsOn(item) };
  return item.answer ? { given: [], ...empty } : { status: 'unanswered', dueOn: '', ...empty };
}
