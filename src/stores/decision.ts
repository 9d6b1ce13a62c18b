import { computed, type ReadableAtom } from 'nanostores';
import type { ReturnedFacts } from '../core/decision/papers.ts';
import type { Answers, DecisionAnswers } from '../record/v1/decision/answers.ts';
import { decide, type Verdict } from '../record/v1/decision/decide.ts';
import type { DecisionDefinition } from '../record/v1/decision/definition.ts';
import { emptyDecisionAnswers } from '../record/v1/decision/given.ts';
import { readDecisionAnswers } from '../record/v1/decision/read-answers.ts';
import type { Header } from '../record/v1/header/header.ts';
import { beginHeader, writtenHeader } from './addressee.ts';
import type { DraftStorage } from './draft.ts';
import type { ValueReading } from './draft-format.ts';
import { isDraftId, listDrafts } from './draft-list.ts';
import { createDrafted, type Drafted } from './drafted.ts';

export interface DecisionStoreOptions {
  storage: () => DraftStorage;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
  now: () => Date;
  /** Names a case that begins, and the draft of it: small letters, digits and hyphens, never the same again. */
  newCase: () => string;
  /** The case that this page of the browser's history is about; without one, a new case begins. */
  caseId?: string | undefined;
  /** On a shared device: nothing is read from it, and nothing written. */
  keepsNothing?: boolean;
  /** To whom the paper goes unless somebody writes otherwise. */
  addressee?: string;
}

export interface DecisionStore extends Omit<Drafted<DecisionAnswers>, '$answers'> {
  definition: DecisionDefinition;
  $given: ReadableAtom<DecisionAnswers>;
  $verdict: ReadableAtom<Verdict>;
  /** What the check list said that answered a question, by case: for the papers of the result, kept nowhere. */
  returned: Map<string, ReturnedFacts>;
  /** Takes the answers that an address names, whatever was answered before. */
  takeAnswers(answers: Answers): void;
  /** Goes where the browser's history leads: to another case, or nowhere. */
  openCase(caseId: string): void;
  /** Asks everything anew: what is answered from now on is another case, and the one before stays as it is. */
  restart(): void;
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
}

/**
 * Cases of one decision. The answers stand in the address; answers and header are saved with every change under
 * `kitei:<base>:decision:<id>:<case>`. A page begins a new case unless its place in the browser's history is of one.
 * When the decision changes: an answer that it no longer offers is asked again; an id is never reused.
 */
export function createDecisionStore(
  definition: DecisionDefinition,
  { base, newCase, caseId, keepsNothing = false, addressee = '', ...options }: DecisionStoreOptions,
): DecisionStore {
  let keepsNow = keepsNothing;
  const prefix = `kitei:${base}:decision:${definition.id}:`;
  const drafted = createDrafted<DecisionAnswers>({
    ...options,
    prefix,
    keepsNothing,
    newId: newCase,
    draftId: caseId !== undefined && isDraftId(caseId) ? caseId : newCase(),
    read,
    begin: (id) => ({ ...emptyDecisionAnswers(definition, id), header: beginAgain() }),
    adopt: (answers, id) => ({ ...answers, case: id }),
    isTyped: (answers) => Object.keys(answers.answers).length > 0 || isWritten(answers),
  });
  const { $answers: $given, $saving, replace, show, ...rest } = drafted;
  // What is typed beside the answers changes no verdict.
  const $answers = computed($given, ({ answers }) => answers);

  function read(value: unknown): ValueReading<DecisionAnswers> {
    const reading = readDecisionAnswers(value, definition);
    return reading.ok
      ? { ok: true, value: reading.answers }
      : { ok: false, newer: reading.problem.kind === 'newer-version' };
  }

  /** The company and the person are the same as in the case before; to whom that went is that case's. */
  function beginAgain(): Header {
    const header = beginHeader(addressee);
    if (keepsNow) return header;
    const [latest] = listDrafts(options.storage, prefix, read);
    if (latest?.kind !== 'readable') return header;
    const { company, checker } = latest.value.header;
    return { ...header, company, checker };
  }

  function isWritten({ header }: DecisionAnswers): boolean {
    return Object.values(writtenHeader(header, addressee)).some((text) => text !== '');
  }

  function change(part: Partial<DecisionAnswers>): void {
    replace({ ...$given.get(), ...part });
  }

  return {
    ...rest,
    show,
    replace,
    definition,
    $given,
    $saving,
    $verdict: computed($answers, (answers) => decide(definition, answers)),
    // Answers stand in the address.
    $isAtRisk: computed(
      [$given, $saving],
      (given, saving) => saving !== 'saved' && saving !== 'idle' && isWritten(given),
    ),
    returned: new Map(),
    takeAnswers(answers) {
      // An address that is only looked at overwrites nothing that was kept.
      show({ ...$given.get(), answers });
    },
    openCase(id) {
      if (id !== $given.get().case && isDraftId(id) && !drafted.$keepsNothing.get()) drafted.openDraft(id);
    },
    restart: () => drafted.startDraft(),
    resume(answers) {
      const { case: id } = answers;
      const isOpen = $given.get().case === id;
      // A case that cannot name a draft is kept under another key, and stays what it is.
      drafted.putDraft(isOpen ? drafted.$opened.get().id : isDraftId(id) ? id : newCase(), answers);
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
      drafted.forget();
      drafted.startDraft({ ...$given.get(), header: beginHeader(addressee) });
    },
    keepNothing(isOn) {
      keepsNow = isOn;
      drafted.keepNothing(isOn);
    },
  };
}
