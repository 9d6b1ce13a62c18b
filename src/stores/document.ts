import { type DocumentAnswers, emptyDocument, isDocumentTyped, readDocument } from '../core/document/answers.ts';
import type { DocumentDefinition } from '../core/document/definition.ts';
import { documentPrefix } from './document-prefix.ts';
import type { DraftStorage } from './draft.ts';
import { createDrafted, type Drafted } from './drafted.ts';

export interface DocumentStoreOptions {
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
}

export interface DocumentStore extends Drafted<DocumentAnswers> {
  definition: DocumentDefinition;
  fill(fieldId: string, text: string): void;
  choose(articleId: string, isIn: boolean): void;
  word(wording: DocumentAnswers['wording']): void;
}

/**
 * What is chosen and filled in for one document, saved with every change under `kitei:<base>:document:<id>:<draftId>`. What the
 * document no longer asks stays in the draft and is never shown; what it newly asks is as it begins.
 */
export function createDocumentStore(
  definition: DocumentDefinition,
  { base, draftId, keepsNothing = false, ...options }: DocumentStoreOptions,
): DocumentStore {
  const drafted = createDrafted<DocumentAnswers>({
    ...options,
    draftId,
    keepsNothing,
    prefix: documentPrefix(base, definition.id),
    read: (value) => readDocument(value, definition),
    begin: () => emptyDocument(definition),
    adopt: (answers) => answers,
    isTyped: isDocumentTyped,
  });
  const { $answers, replace } = drafted;
  return {
    ...drafted,
    definition,
    fill(fieldId, text) {
      const answers = $answers.get();
      replace({ ...answers, fields: { ...answers.fields, [fieldId]: text } });
    },
    choose(articleId, isIn) {
      const answers = $answers.get();
      replace({ ...answers, articles: { ...answers.articles, [articleId]: isIn } });
    },
    word: (wording) => replace({ ...$answers.get(), wording }),
  };
}
