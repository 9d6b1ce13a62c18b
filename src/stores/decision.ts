import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Answers, DecisionAnswers } from '../record/v1/decision/answers.ts';
import { decide, type Verdict } from '../record/v1/decision/decide.ts';
import type { DecisionDefinition } from '../record/v1/decision/definition.ts';
import { emptyDecisionAnswers } from '../record/v1/decision/given.ts';
import { readDecisionAnswers } from '../record/v1/decision/read-answers.ts';
import { beginHeader } from './addressee.ts';
import { type Draft, type DraftSaving, type DraftStorage, openDraft } from './draft.ts';
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
  /** To whom the paper goes unless somebody writes otherwise. */
  addressee: string;
  /** Whether this device keeps anything of the decision. */
  hasKept(): boolean;
  /** Reads what a draft holds. */
  read(value: unknown): ValueReading<DecisionAnswers>;
  /** Takes the answers that an address names, whatever was answered before, and the case that it is about. */
  takeAnswers(answers: Answers, caseId?: string): void;
  /** Begins another case, empty or with answers; the one before stays as it is. */
  begin(answers?: Pick<DecisionAnswers, 'answers' | 'header'>): void;
  answer(questionId: string, options: readonly string[]): void;
  /** Puts all answers in the place of those before, as given by the person. */
  answerAll(answers: Answers): void;
  /** Asks the question again; what was answered after it stays, and counts again as far as it is asked. */
  retract(questionId: string): void;
  /** Puts part of the open case in the place of what is there, and keeps it. */
  change(part: Partial<DecisionAnswers>): void;
  /** For what src/stores/decision-texts.ts does with the open case: its draft, and the draft under a name of a case. */
  draft(): Draft<DecisionAnswers>;
  openDraft(caseId?: string): Draft<DecisionAnswers>;
  show(given: DecisionAnswers): void;
}

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
  const $given = atom<DecisionAnswers>(found(caseId ?? newCase()));
  // What is typed beside the answers changes no verdict.
  const $answers = computed($given, ({ answers }) => answers);

  function read(value: unknown): ValueReading<DecisionAnswers> {
    const reading = readDecisionAnswers(value, definition);
    return reading.ok
      ? { ok: true, value: reading.answers }
      : { ok: false, newer: reading.problem.kind === 'newer-version' };
  }

  /** What is kept under a name. */
  function open(id: string): Draft<DecisionAnswers> {
    unfollow();
    draft = openDraft({ storage, now, key: prefix + id, read });
    unfollow = draft.$saving.subscribe((saving) => $saving.set(saving));
    return draft;
  }

  /** The case as it is kept; what cannot be read, or was written by a newer site, stays there, and another case begins. */
  function found(id: string): DecisionAnswers {
    const { opening } = open(id);
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
    addressee,
    hasKept: () => $saving.get() !== 'blocked' && Object.keys(storage()).some((key) => key.startsWith(prefix)),
    read,
    takeAnswers(answers, caseId) {
      const given = $given.get();
      const isOther = caseId !== undefined && caseId !== given.case;
      // An address that is only looked at overwrites nothing that was kept.
      $given.set({ ...(isOther ? found(caseId) : given), answers });
    },
    begin,
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
    change,
    draft: () => draft,
    openDraft: (id = newCase()) => open(id),
    show: (given) => $given.set(given),
  };
}
