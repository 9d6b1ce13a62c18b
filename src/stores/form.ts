import { isFormTyped } from '../record/v1/form/answer-set.ts';
import type { FormAnswers, FormRow } from '../record/v1/form/answers.ts';
import type { FormDefinition } from '../record/v1/form/definition.ts';
import { emptyFormAnswers, rowsOf, tablesOf } from '../record/v1/form/given.ts';
import { readFormAnswers } from '../record/v1/form/read-answers.ts';
import type { Header } from '../record/v1/header/header.ts';
import { beginHeader } from './addressee.ts';
import type { DraftStorage } from './draft.ts';
import { isDraftId, listDrafts } from './draft-list.ts';
import { createDrafted, type Drafted } from './drafted.ts';
import { formPrefix } from './form-prefix.ts';

export interface FormStoreOptions {
  storage: () => DraftStorage;
  /** Base path of the site, so that two sites of one server keep apart. */
  base: string;
  now: () => Date;
  /** A new id of a draft, which names the case as well: small letters, digits and hyphens, never the same again. */
  newId: () => string;
  /** A new id of a row. */
  newRowId: () => string;
  /** The draft that the address names; without one, the latest is opened. */
  draftId?: string | undefined;
  /** On a shared device: nothing is read from it, and nothing written. */
  keepsNothing?: boolean;
  /** To whom the paper goes unless somebody writes otherwise. */
  addressee?: string;
}

export interface FormStore extends Drafted<FormAnswers> {
  definition: FormDefinition;
  /** The answers of a new paper, with a case of its own, which is not opened yet. */
  begin(): FormAnswers;
  /** Opens a paper that was made before, as what it is: its case stays. What this device keeps of it is replaced. */
  resume(answers: FormAnswers): void;
  /** Whether this device keeps a draft of the case of these answers, or shows one. */
  knows(answers: FormAnswers): boolean;
  fillHeader(field: keyof Header, text: string): void;
  fillField(fieldId: string, text: string): void;
  /** Puts rows in the place of all rows of a table. */
  setRows(tableId: string, rows: FormRow[]): void;
}

/** A paper as a draft holds it. */
export interface KeptPaper {
  answers: FormAnswers;
  /** ISO 8601, in UTC. */
  savedAt: string;
}

/** What this device keeps of a form, the latest first; what cannot be read is left to the form's own page. */
export function listPapers(
  storage: () => DraftStorage,
  base: string,
  form: Pick<FormDefinition, 'id' | 'version'>,
): KeptPaper[] {
  return listDrafts(storage, formPrefix(base, form.id), (value) => read(value, form)).flatMap((entry) =>
    entry.kind === 'readable' ? [{ answers: entry.value, savedAt: entry.savedAt }] : [],
  );
}

/**
 * Papers of one form, saved with every change under `kitei:<base>:form:<id>:<case>`: a draft is the paper of one case.
 * When the form changes: an added field or column has no entry and is empty; a removed one keeps its text in the draft and
 * is never sent; an id is never reused, so nothing moves to another field.
 */
export function createFormStore(
  definition: FormDefinition,
  { base, draftId, keepsNothing = false, addressee = '', newId, newRowId, ...options }: FormStoreOptions,
): FormStore {
  const begin = (caseId: string): FormAnswers =>
    withRows({
      ...emptyFormAnswers(definition, caseId),
      header: beginHeader(definition.head.recipient ? addressee : ''),
    });

  /** A table without rows would have no field to type in. */
  function withRows(answers: FormAnswers): FormAnswers {
    const missing = tablesOf(definition).filter(({ id }) => rowsOf(answers, id).length === 0);
    const rows = missing.map(({ id }): [string, FormRow[]] => [id, [{ id: newRowId(), cells: {} }]]);
    return { ...answers, tables: { ...answers.tables, ...Object.fromEntries(rows) } };
  }

  const drafted = createDrafted<FormAnswers>({
    ...options,
    newId,
    draftId,
    keepsNothing,
    prefix: formPrefix(base, definition.id),
    read(value) {
      const reading = read(value, definition);
      return reading.ok ? { ok: true, value: withRows(reading.value) } : reading;
    },
    begin,
    adopt: (answers, id) => withRows({ ...answers, case: id }),
    isTyped: (answers) => isFormTyped(definition, answers),
  });
  const { $answers, $opened, replace, listDrafts: list } = drafted;

  function knows({ case: caseId }: FormAnswers): boolean {
    return $answers.get().case === caseId || list().some(({ id }) => id === caseId);
  }

  return {
    ...drafted,
    definition,
    begin: () => begin(newId()),
    knows,
    resume(answers) {
      const { case: caseId } = answers;
      // A case that cannot name a draft is kept under another key, and stays what it is.
      const isOpen = $answers.get().case === caseId;
      drafted.putDraft(isOpen ? $opened.get().id : isDraftId(caseId) ? caseId : newId(), withRows(answers));
    },
    fillHeader(field, text) {
      const answers = $answers.get();
      replace({ ...answers, header: { ...answers.header, [field]: text } });
    },
    fillField(fieldId, text) {
      const answers = $answers.get();
      replace({ ...answers, fields: { ...answers.fields, [fieldId]: text } });
    },
    setRows(tableId, rows) {
      const answers = $answers.get();
      replace({ ...answers, tables: { ...answers.tables, [tableId]: rows } });
    },
  };
}

function read(value: unknown, form: Pick<FormDefinition, 'id' | 'version'>) {
  const reading = readFormAnswers(value, form);
  return reading.ok
    ? ({ ok: true, value: reading.answers } as const)
    : ({ ok: false, newer: reading.problem.kind === 'newer-version' } as const);
}
