import { atom, computed, type ReadableAtom } from 'nanostores';
import type { ReturnedFacts } from '../core/decision/papers.ts';
import type { Answers, DecisionAnswers } from '../record/v1/decision/answers.ts';
import { decide, type Verdict } from '../record/v1/decision/decide.ts';
import type { DecisionDefinition } from '../record/v1/decision/definition.ts';
import { emptyDecisionAnswers } from '../record/v1/decision/given.ts';
import { readDecisionAnswers } from '../record/v1/decision/read-answers.ts';
import type { Header } from '../record/v1/header/header.ts';
import { beginHeader, writtenHeader } from './addressee.ts';
import { type Draft, type DraftOpening, type DraftSaving, type DraftStorage, openDraft } from './draft.ts';
import type { ValueReading } from './draft-format.ts';

export interface DecisionStoreOptions {
  /** Throws on a shared device as where the browser blocks it: nothing is found, nothing kept, and the page says so. */
  storage: () => DraftStorage;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
  now: () => Date;
  /** Names a case that begins, and the draft of it: small letters, digits and hyphens, never the same again. */
  newCase: () => string;
  /** The case that this page of the browser's history is about; without one, a new case begins. */
  caseId?: string | undefined;
  /** To whom the paper goes unless somebody writes otherwise. */
  addressee?: string;
}

export interface DecisionStore {
  definition: DecisionDefinition;
  /** The keys of its drafts begin so; behind it stands the case. */
  prefix: string;
  $given: ReadableAtom<DecisionAnswers>;
  $verdict: ReadableAtom<Verdict>;
  $saving: ReadableAtom<DraftSaving>;
  /** Something is written that ends with the page. */
  $isAtRisk: ReadableAtom<boolean>;
  /** What the check list said that answered a question, by case: for the papers of the result, kept nowhere. */
  returned: Map<string, ReturnedFacts>;
  /** Whether this device keeps anything of the decision. */
  hasKept(): boolean;
  /** Reads what a draft holds. */
  read(value: unknown): ValueReading<DecisionAnswers>;
  /** Takes the answers that an address names, whatever was answered before. */
  takeAnswers(answers: Answers): void;
  /** Opens a case that this device keeps, or one that nothing is kept of yet; a name that no case has changes nothing. */
  openCase(caseId: string): void;
  /** Begins another case, empty or with answers; the one before stays as it is. */
  begin(answers?: Pick<DecisionAnswers, 'answers' | 'header'>): void;
  /** Opens a case that was decided before, as what it is. What this device keeps of it is replaced. */
  resume(answers: DecisionAnswers): void;
  answer(questionId: string, options: readonly string[]): void;
  /** Puts all answers in the place of those before, as given by the person. */
  answerAll(answers: Answers): void;
  /** Asks the question again; what was answered after it stays, and counts again as far as it is asked. */
  retract(questionId: string): void;
  fillHeader(field: keyof Header, text: string): void;
  /** Empties what was written beside the answers: what is written from now on is of another case. */
  eraseTexts(): void;
  /** Removes the open case from this device; what is on the page stays. */
  forget(): void;
  /** Keeps what is on the page. */
  keep(): void;
}

/** Names of cases: they stand in keys. */
const caseForm = /^[a-z0-9-]{1,40}$/;

/**
 * Cases of one decision. The answers stand in the address; answers and header are saved with every change under
 * `kitei:<base>:decision:<id>:<case>`. A page begins a new case unless its place in the browser's history is of one.
 * When the decision changes: an answer that it no longer offers is asked again; an id is never reused.
 */
export function createDecisionStore(
  definition: DecisionDefinition,
  { base, newCase, caseId, addressee = '', storage, now }: DecisionStoreOptions,
): DecisionStore {
  const prefix = `kitei:${base}:decision:${definition.id}:`;
  const $saving = atom<DraftSaving>('idle');
  let draft: Draft<DecisionAnswers>;
  let unfollow = () => {};
  const $given = atom<DecisionAnswers>(found(caseId !== undefined && caseForm.test(caseId) ? caseId : newCase()));
  // What is typed beside the answers changes no verdict.
  const $answers = computed($given, ({ answers }) => answers);

  function read(value: unknown): ValueReading<DecisionAnswers> {
    const reading = readDecisionAnswers(value, definition);
    return reading.ok
      ? { ok: true, value: reading.answers }
      : { ok: false, newer: reading.problem.kind === 'newer-version' };
  }

  /** What is kept under a name. @param id as {@link caseForm} says */
  function open(id: string): DraftOpening<DecisionAnswers> {
    unfollow();
    draft = openDraft({ storage, now, key: prefix + id, read });
    unfollow = draft.$saving.subscribe((saving) => $saving.set(saving));
    return draft.opening;
  }

  /** The case as it is kept; what cannot be read, or was written by a newer site, stays there, and another case begins. */
  function found(id: string): DecisionAnswers {
    const opening = open(id);
    if (opening.kind === 'restored') return opening.value;
    return opening.kind === 'none' || opening.kind === 'blocked' ? empty(id) : found(newCase());
  }

  function empty(id: string): DecisionAnswers {
    return { ...emptyDecisionAnswers(definition, id), header: beginHeader(addressee) };
  }

  function save(given: DecisionAnswers): void {
    $given.set(given);
    draft.save(given);
  }

  function change(part: Partial<DecisionAnswers>): void {
    save({ ...$given.get(), ...part });
  }

  function begin(answers?: Pick<DecisionAnswers, 'answers' | 'header'>): void {
    const fresh = found(newCase());
    if (answers) save({ ...fresh, ...answers, case: fresh.case });
    else $given.set(fresh);
  }

  return {
    definition,
    prefix,
    $given,
    $verdict: computed($answers, (answers) => decide(definition, answers)),
    $saving,
    // Answers stand in the address.
    $isAtRisk: computed([$given, $saving], ({ header }, saving) => {
      const isWritten = Object.values(writtenHeader(header, addressee)).some((text) => text !== '');
      return saving !== 'saved' && saving !== 'idle' && isWritten;
    }),
    returned: new Map(),
    hasKept() {
      try {
        const kept = storage();
        return Array.from({ length: kept.length }, (_, at) => kept.key(at)).some((key) => key?.startsWith(prefix));
      } catch {
        // Blocked: nothing that could be opened.
        return false;
      }
    },
    read,
    takeAnswers(answers) {
      // An address that is only looked at overwrites nothing that was kept.
      $given.set({ ...$given.get(), answers });
    },
    openCase(id) {
      if (id !== $given.get().case && caseForm.test(id)) $given.set(found(id));
    },
    begin,
    resume(answers) {
      // A case that cannot name a draft is kept under another key, and stays what it is.
      if (answers.case !== $given.get().case) open(caseForm.test(answers.case) ? answers.case : newCase());
      // What a newer site has kept of it stays.
      if (draft.isOccupied) open(newCase());
      $given.set(answers);
      draft.overwrite(answers);
    },
    answer(questionId, given) {
      change({ answers: { ...$given.get().answers, [questionId]: [...given] } });
    },
    answerAll(answers) {
      change({ answers });
    },
    retract(questionId) {
      const { [questionId]: _, ...answers } = $given.get().answers;
      change({ answers });
    },
    fillHeader(field, text) {
      change({ header: { ...$given.get().header, [field]: text } });
    },
    eraseTexts() {
      const { answers } = $given.get();
      draft.erase();
      begin({ answers, header: beginHeader(addressee) });
    },
    forget() {
      draft.erase();
    },
    keep() {
      draft.save($given.get());
    },
  };
}
