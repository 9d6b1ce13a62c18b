import { atom, computed, type ReadableAtom } from 'nanostores';
import { createDraftBox, type DraftBoxOptions, type OpenedDraft, type Saving } from './draft-box.ts';
import type { DraftEntry } from './draft-list.ts';

export interface DraftedOptions<A> extends DraftBoxOptions<A> {
  /** The answers of somebody who has typed nothing yet, in a draft with this id. */
  begin(draftId: string): A;
  /** Answers that begin a draft of their own, as those of this draft. */
  adopt(answers: A, draftId: string): A;
  /** Whether a person has typed or chosen anything that replacing the answers would lose. */
  isTyped(answers: A): boolean;
}

/**
 * What to do when another page has stored something else in this draft, or when it is gone: `mine` writes what this page
 * holds, `theirs` puts what is stored in its place, `apart` keeps both, this page's as a draft of its own.
 */
export type Settlement = 'mine' | 'theirs' | 'apart';

/** Answers to one tool that are kept as one of several drafts: what every such tool can do with them. */
export interface Drafted<A> {
  /** The open draft, and what was found when it was opened. */
  $opened: ReadableAtom<OpenedDraft<A>>;
  $answers: ReadableAtom<A>;
  $saving: ReadableAtom<Saving>;
  $keepsNothing: ReadableAtom<boolean>;
  /** Something is typed that ends with the page. */
  $isAtRisk: ReadableAtom<boolean>;
  /** Whether a person has typed or chosen anything that replacing the answers would lose. */
  isTyped(): boolean;
  /** Puts other answers in the place of all that is there. */
  replace(answers: A): void;
  /** Empties the form and removes the open draft from this device. */
  erase(): void;
  /** All that is stored of this tool, the latest first. */
  listDrafts(): DraftEntry<A>[];
  /** Opens another draft; what this page holds must be stored by then (see $isAtRisk). */
  openDraft(id: string): void;
  /** Begins another draft, empty or with answers. */
  startDraft(answers?: A): void;
  /** Puts answers into the draft with this id, whatever stands there, and opens it. */
  putDraft(id: string, answers: A): void;
  /** Removes one of listDrafts(); the open one as erase() does. Whether it is gone. */
  eraseDraft(entry: DraftEntry<A>): boolean;
  /** Removes all drafts of this tool and empties the form. Whether they are gone. */
  eraseDrafts(): boolean;
  /** Turns keeping off, for a shared device, or on again. */
  keepNothing(isOn: boolean): void;
  /** Looks whether what is stored is still what this page knows; $saving says what it found. */
  look(): void;
  settle(settlement: Settlement): void;
}

/** Opens the drafts of a tool; its store changes the answers with `replace()`, which saves them. */
export function createDrafted<A>({ begin, adopt, isTyped, ...options }: DraftedOptions<A>): Drafted<A> {
  const box = createDraftBox<A>(options);
  const $answers = atom(found(box.$opened.get()));
  box.$opened.listen((opened) => $answers.set(found(opened)));

  function found({ id, opening }: OpenedDraft<A>): A {
    return opening.kind === 'restored' ? opening.value : begin(id);
  }

  function replace(answers: A): void {
    $answers.set(answers);
    box.save(answers);
  }

  function startDraft(answers?: A): void {
    box.start();
    if (answers) replace(adopt(answers, box.$opened.get().id));
  }

  function erase(): void {
    // What another page has stored there is not what this page shows.
    if (box.$saving.get() === 'changed') {
      box.start();
      return;
    }
    $answers.set(begin(box.$opened.get().id));
    box.erase();
  }

  return {
    $opened: box.$opened,
    $answers,
    $saving: box.$saving,
    $keepsNothing: box.$keepsNothing,
    $isAtRisk: computed(
      [$answers, box.$saving],
      (answers, saving) => saving !== 'saved' && saving !== 'idle' && isTyped(answers),
    ),
    isTyped: () => isTyped($answers.get()),
    replace,
    erase,
    listDrafts: box.list,
    openDraft: box.open,
    startDraft,
    putDraft(id, answers) {
      if (id !== box.$opened.get().id) box.start(id);
      replace(answers);
    },
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
