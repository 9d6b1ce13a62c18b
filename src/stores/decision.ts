import { atom, computed, type ReadableAtom } from 'nanostores';
import type { Answers, DecisionAnswers } from '../record/v1/decision/answers.ts';
import { decide, type Verdict } from '../record/v1/decision/decide.ts';
import type { DecisionDefinition } from '../record/v1/decision/definition.ts';
import { emptyDecisionAnswers } from '../record/v1/decision/given.ts';
import { readDecisionAnswers } from '../record/v1/decision/read-answers.ts';
import type { Header } from '../record/v1/header/header.ts';
import { beginHeader, writtenHeader } from './addressee.ts';
import { type DraftOpening, type DraftSaving, type DraftStorage, openDraft } from './draft.ts';

export interface DecisionStoreOptions {
  storage: () => DraftStorage;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
  now: () => Date;
  /** Names a case that begins, as nothing else is named. */
  newCase: () => string;
  /** To whom the paper goes unless somebody writes otherwise. */
  addressee?: string;
}

export interface DecisionStore {
  definition: DecisionDefinition;
  /** What was found in this browser when the page was opened. */
  opening: DraftOpening<DecisionAnswers>;
  $given: ReadableAtom<DecisionAnswers>;
  $verdict: ReadableAtom<Verdict>;
  $saving: ReadableAtom<DraftSaving>;
  /** Takes the answers that an address names, whatever was answered before. */
  takeAnswers(answers: Answers): void;
  /** Asks everything anew: what is answered from now on is another case. */
  restart(): void;
  answer(questionId: string, options: readonly string[]): void;
  /** Puts all answers in the place of those before, as given by the person. */
  answerAll(answers: Answers): void;
  /** Asks the question again; what was answered after it stays, and counts again as far as it is asked. */
  retract(questionId: string): void;
  fillHeader(field: keyof Header, text: string): void;
  fillField(fieldId: string, text: string): void;
  fillTime(dutyId: string, text: string): void;
  /** Takes up what an earlier visit left: answers and texts. */
  resume(): void;
  /** Empties what was written beside the answers: what is written from now on is of another case. */
  eraseTexts(): void;
  /** Removes what this browser keeps of the decision; what is on the page stays. */
  forget(): void;
  /** Keeps what is on the page. */
  keep(): void;
  /** Something is written that ends with the page. */
  $isAtRisk: ReadableAtom<boolean>;
  /** Removes what this browser keeps of the decision, and every text and answer. */
  erase(): void;
}

/**
 * One decision. The answers stand in the address; texts, times and answers are saved with every change under
 * `kitei:<base>:decision:<id>:last`, so that nothing written during an incident is lost with a window.
 * When the decision changes: an answer that it no longer offers is asked again; a field or duty that is gone keeps its
 * text in the draft and is never sent; an id is never reused.
 */
export function createDecisionStore(
  definition: DecisionDefinition,
  { base, storage, now, newCase, addressee = '' }: DecisionStoreOptions,
): DecisionStore {
  const draft = openDraft<DecisionAnswers>({
    storage,
    now,
    key: `kitei:${base}:decision:${definition.id}:last`,
    read(value) {
      const reading = readDecisionAnswers(withCase(value), definition);
      return reading.ok
        ? { ok: true, value: reading.answers }
        : { ok: false, newer: reading.problem.kind === 'newer-version' };
    },
  });
  const { opening } = draft;
  const begin = () => ({ ...emptyDecisionAnswers(definition, newCase()), header: beginHeader(addressee) });
  const empty = begin();
  // The header is the person's, not the case's: it is offered again. Fields and times belong to the case before.
  const header = opening.kind === 'restored' ? { ...opening.value.header, checkedOn: '' } : empty.header;
  const $given = atom<DecisionAnswers>({ ...empty, header });
  // What is typed beside the answers changes no verdict.
  const $answers = computed($given, ({ answers }) => answers);

  /** A draft of before cases were told apart is one of its own. */
  function withCase(value: unknown): unknown {
    return typeof value === 'object' && value !== null && !('case' in value) ? { ...value, case: newCase() } : value;
  }

  function change(part: Partial<DecisionAnswers>): void {
    const given = { ...$given.get(), ...part };
    $given.set(given);
    if (!draft.isOccupied) draft.save(given);
  }

  return {
    definition,
    opening,
    $given,
    $verdict: computed($answers, (answers) => decide(definition, answers)),
    $saving: draft.$saving,
    $isAtRisk: computed(
      [$given, draft.$saving],
      ({ header, fields, times }, saving) =>
        saving !== 'saved' &&
        saving !== 'idle' &&
        [writtenHeader(header, addressee), fields, times].some(isAnythingWritten),
    ),
    takeAnswers(answers) {
      // An address that is only looked at overwrites nothing that was kept.
      $given.set({ ...$given.get(), answers });
    },
    restart() {
      $given.set({ ...$given.get(), case: newCase(), answers: {} });
    },
    answer(questionId, options) {
      change({ answers: { ...$given.get().answers, [questionId]: [...options] } });
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
    fillField(fieldId, text) {
      change({ fields: { ...$given.get().fields, [fieldId]: text } });
    },
    fillTime(dutyId, text) {
      change({ times: { ...$given.get().times, [dutyId]: text } });
    },
    resume() {
      if (opening.kind === 'restored') $given.set(opening.value);
    },
    eraseTexts() {
      change({ case: newCase(), header: empty.header, fields: {}, times: {} });
    },
    forget() {
      draft.erase();
    },
    keep() {
      if (!draft.isOccupied) draft.save($given.get());
    },
    erase() {
      draft.erase();
      $given.set(begin());
    },
  };
}

function isAnythingWritten(texts: object): boolean {
  return Object.values(texts).some((text) => text !== '');
}
